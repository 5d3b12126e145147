import type { Cents, PlainDate } from "@tegemoet/domain";
import { useFormats, usePagePortal } from "../lib/portal";

interface ScheduleProps {
  readonly instalments: readonly { readonly number: number; readonly dueOn: PlainDate; readonly cents: Cents; readonly state?: string }[];
  readonly total: Cents;
}

/** One row a term: its day, its amount; the sum below. */
export function Schedule({ instalments, total }: ScheduleProps) {
  const { texts } = usePagePortal();
  const { money, fullDay } = useFormats();
  const { schedule, existing } = texts.plans;
  return (
    <table className="bill">
      <caption className="hide">{schedule.caption}</caption>
      <tbody>
        {instalments.map(({ number, dueOn, cents, state }) => (
          <tr key={number}>
            <th scope="row"><small>{schedule.instalment(number)}{state && existing.states[state] && `: ${existing.states[state]}`}</small>{fullDay(dueOn)}</th>
            <td>{money(cents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row">{schedule.together}</th><td>{money(total)}</td></tr></tfoot>
    </table>
  );
}
