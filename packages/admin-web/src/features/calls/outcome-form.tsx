import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { LogCallDocument, OfferPlanDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useKeys } from "../../lib/keys";
import { Button } from "../../ui/button";
import { Choice, Fault, OptionList, TextArea } from "../../ui/field";
import { Kbd } from "../../ui/kbd";
import { callFaults, callInput, chosenInvoices, needsOf, termsOf, type CallFault } from "./call-to-log";
import { OutcomeFields } from "./outcome-fields";
import type { Sheet } from "./preparation";
import { ReadBack } from "./read-back";
import type { DraftState } from "./use-call-draft";

/** The outcomes that one key chooses. The others are in the list below. */
const KEYED: Readonly<Record<string, string>> = { promiseFull: "t", promisePart: "d", planAgreed: "r", dispute: "b", noAnswer: "g" };

export interface Logged {
  callLogId: string;
  nextTaskId: string | null;
  confirmedTo: string | null;
}

interface OutcomeFormProps extends Pick<DraftState, "draft" | "change"> {
  sheet: Sheet;
  onLogged: (logged: Logged) => void;
}

/** Right in the call room: how the call ended, what was agreed, and the sentence to read back. */
export function OutcomeForm({ sheet, draft, change, onLogged }: OutcomeFormProps) {
  const { t } = useTranslation();
  const { today, language } = useFormat();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { save, busy, refused } = useSaveCall({ sheet, draft, onLogged });
  const faults = tried ? callFaults(sheet, draft, today, language) : [];
  const fault = (field: CallFault) => (faults.includes(field) ? t(`room.faults.${field}`) : null);
  const keyed = Object.keys(KEYED).flatMap((key) => sheet.outcomes.filter((outcome) => outcome.key === key));
  const others = sheet.outcomes.filter(({ key }) => !(key in KEYED));
  useKeys({
    ...Object.fromEntries(keyed.map(({ key }) => [KEYED[key] ?? "", () => change({ outcome: key })])),
    "mod+enter": () => form.current?.requestSubmit(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!busy && callFaults(sheet, draft, today, language).length === 0) void save();
  };
  return (
    <form className="outcome" ref={form} onSubmit={submit} noValidate aria-labelledby="outcome">
      <div className="pane-head"><h2 id="outcome">{t("room.outcome")}</h2><span className="tiny third">{t("room.kept")}</span></div>
      <div className="outcome-choices">
        <OptionList
          label={t("room.howEnded")} name="outcome" value={draft.outcome} onChoose={(outcome) => change({ outcome })}
          options={keyed.map(({ key, label }) => ({ value: key, label, keys: <Kbd keys={KEYED[key] ?? ""} /> }))}
        />
      </div>
      <Choice
        aria-label={t("room.otherOutcome")} value={others.some(({ key }) => key === draft.outcome) ? (draft.outcome ?? "") : ""} onChange={(event) => change({ outcome: event.currentTarget.value || null })}
        data={[{ value: "", label: t("room.others", { count: others.length }) }, ...others.map(({ key, label }) => ({ value: key, label }))]} fault={fault("outcome")}
      />
      <OutcomeFields sheet={sheet} draft={draft} change={change} fault={fault} />
      <fieldset className="field">
        <legend className="label small second">{t("room.afterListening")}</legend>
        <div className="segments">
          {(["cannot", "willNot", "unknown"] as const).map((value) => (
            <label key={value}><input type="radio" name="canPay" checked={draft.canPay === value} onChange={() => change({ canPay: value })} />{t(`canPay.${value}`)}</label>
          ))}
        </div>
      </fieldset>
      <TextArea label={t("room.notes")} description={t("room.notesHint")} rows={2} value={draft.notes} onChange={(event) => change({ notes: event.currentTarget.value })} fault={fault("notes")} />
      <ReadBack sheet={sheet} draft={draft} />
      {refused && <Fault>{refused}</Fault>}
      <Button type="submit" look="filled" size="end" wide keys="mod+enter" act="work" busy={busy}>{needsOf(sheet, draft).includes("promiseBy") ? t("room.saveAndConfirm") : t("room.save")}</Button>
      <p className="hint">{t("room.afterwards")}</p>
    </form>
  );
}

/** Saves the call, and with it the plan that it led to. */
function useSaveCall({ sheet, draft, onLogged }: Omit<OutcomeFormProps, "change">) {
  const { today, language } = useFormat();
  const log = useAct(LogCallDocument);
  const offer = useAct(OfferPlanDocument);
  const [logged, setLogged] = useState<Logged | null>(null);
  const follow = async () => {
    const invoices = chosenInvoices(sheet, draft);
    const terms = draft.outcome === "planAgreed" || draft.outcome === "planRequested" ? termsOf(sheet, draft, today, language) : null;
    if (!terms) return true;
    const instalments = terms.map(({ dueOn, cents }) => ({ dueOn, cents }));
    return offer.run({ debtorId: sheet.debtor.id, invoiceIds: invoices.map(({ invoice }) => invoice.id), instalments, note: draft.notes.trim() || null });
  };
  const save = async () => {
    // A second press after the plan was refused doesn't log the call again.
    let done = logged;
    if (!done) {
      const answer = await log.run({ input: callInput(sheet, draft, today, language) });
      if (!answer) return;
      const { call, nextTaskId, message } = answer.logCall;
      done = { callLogId: call.id, nextTaskId, confirmedTo: message?.to ?? null };
      setLogged(done);
    }
    if (await follow()) onLogged(done);
  };
  return { save, busy: log.busy || offer.busy, refused: log.refused ?? offer.refused };
}
