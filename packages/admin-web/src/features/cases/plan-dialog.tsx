import { parsePromiseDay, planFaults, planSchedule, Refusal } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OfferPlanDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useViewer } from "../../lib/viewer";
import { useWords } from "../../lib/words";
import { FormDialog } from "../../ui/dialog";
import { DayField, TextField } from "../../ui/field";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import type { CaseFacts } from "./case-page";

/** Offers instalments. The schedule and the check against the policy are the same functions that the server asks. */
export function PlanDialog({ found, onClose }: { found: CaseFacts; onClose: () => void }) {
  const { t } = useTranslation();
  const { today, day, money, language } = useFormat();
  const word = useWords();
  const say = useSay();
  const policy = useViewer()?.organisation.planPolicy;
  const [count, setCount] = useState("3");
  const [first, setFirst] = useState("+14");
  const [note, setNote] = useState("");
  const { run, busy, refused } = useAct(OfferPlanDocument);
  const open = found.invoices.filter(({ openCents }) => openCents > 0);
  const total = found.claim.outstandingCents;
  const firstOn = parsePromiseDay(first, today, language);
  const terms = firstOn && /^\d{1,3}$/.test(count) ? scheduleOf(total, Number(count), firstOn) : null;
  const faults = terms && policy ? planFaults({ total, instalments: terms }, policy, today) : [];
  const offer = async () => {
    if (!terms) return;
    const done = await run({ debtorId: found.debtor.id, invoiceIds: open.map(({ invoice }) => invoice.id), instalments: terms.map(({ dueOn, cents }) => ({ dueOn, cents })), note: note.trim() || null });
    if (!done) return;
    onClose();
    say.done(t("plan.offered"));
  };
  return (
    <FormDialog title={t("plan.title")} onClose={onClose} submit={t("plan.offer")} onSubmit={() => void offer()} busy={busy} refused={refused} then={t("plan.after")}>
      <p className="second">{t("plan.over", { amount: money(total), count: open.length })}</p>
      <TextField label={t("plan.count")} inputMode="numeric" value={count} onChange={(event) => setCount(event.currentTarget.value)} data-autofocus fault={terms === null && firstOn ? t("plan.countUnreadable") : null} />
      <DayField label={t("plan.first")} text={first} onText={setFirst} fault={firstOn ? null : t("field.dayUnreadable")} />
      {terms && (
        <table>
          <tbody>{terms.map((term) => <tr key={term.number}><td>{term.number}</td><td>{day(term.dueOn)}</td><td className="amount">{money(term.cents)}</td></tr>)}</tbody>
          <tfoot><tr><td colSpan={2}>{t("plan.together")}</td><td className="amount">{money(total)}</td></tr></tfoot>
        </table>
      )}
      {terms && (faults.length === 0
        ? <Status shape="done" mood="running">{t("plan.inside")}</Status>
        : <Status shape="caution">{t("plan.outside", { rules: faults.map(({ rule }) => word("planRules", rule)).join(", ") })}</Status>)}
      <TextField label={t("plan.note")} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </FormDialog>
  );
}

function scheduleOf(total: number, count: number, firstOn: string) {
  try {
    return planSchedule({ total, count, firstOn, every: "month" });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
