import type { PlainDate, PlanFault } from "@tegemoet/domain";
import { useFormats, usePagePortal } from "../../lib/portal";
import { TextArea } from "../../ui/fields";
import { Rich } from "../../ui/rich";
import { Says } from "../../ui/says";

interface AnswerProps {
  readonly faults: readonly PlanFault[];
  readonly answerBy: PlainDate;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** "Ja, dit kan.", or who looks at it, why, and when the answer comes. Never a no. */
export function Answer({ faults, answerBy, note, onNote }: AnswerProps) {
  const { texts } = usePagePortal();
  const { fullDay } = useFormats();
  const reason = useReason();
  const { yes, asks } = texts.plans;
  const [first] = faults;
  if (!first) return <Says shape="done"><p><b>{yes.title}</b></p><p>{yes.what}</p></Says>;
  return (
    <>
      <Says shape="person">
        <p><b>{asks.title}</b></p>
        <p>{reason(first)}</p>
        <p><Rich text={asks.what(fullDay(answerBy))} /></p>
      </Says>
      <TextArea id="note" label={asks.note} hint={asks.noteHint} value={note} onChange={onNote} />
    </>
  );
}

function useReason(): (fault: PlanFault) => string {
  const { texts } = usePagePortal();
  const { money, fullDay } = useFormats();
  const { reasons } = texts.plans.asks;
  return ({ rule, limit }) => {
    switch (rule) {
      case "totalTooSmall": return reasons.totalTooSmall(money(Number(limit)));
      case "instalmentTooSmall": return reasons.instalmentTooSmall(money(Number(limit)));
      case "tooManyInstalments": return reasons.tooManyInstalments(String(limit));
      case "lastsTooLong": return reasons.lastsTooLong(fullDay(String(limit)));
      case "startsTooLate": return reasons.startsTooLate(fullDay(String(limit)));
      default: return "";
    }
  };
}
