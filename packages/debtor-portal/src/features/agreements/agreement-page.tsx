import { useEffect, useState, type FormEvent } from "react";
import type { RefusalCode } from "@tegemoet/domain";
import { AgreementDocument, ConfirmAgreementDocument, ContradictAgreementDocument, type AgreementQuery } from "../../graphql/graphql";
import { ask, Refused } from "../../lib/client";
import { useFormats, usePagePortal } from "../../lib/portal";
import { useAct } from "../../lib/use-act";
import { useDraft } from "../../lib/use-draft";
import { useFinish } from "../../lib/use-finish";
import { Facts } from "../../ui/facts";
import { Picks, TextArea } from "../../ui/fields";
import { Page } from "../../ui/page";

type Agreement = AgreementQuery["agreement"];

/** Klopt / klopt niet: what was agreed by phone, and two answers of the same size. */
export function AgreementPage({ id }: { id: string }) {
  const { texts } = usePagePortal();
  const words = texts.forms.agreement;
  const [agreement, setAgreement] = useState<Agreement | null>(null);
  const [fault, setFault] = useState<RefusalCode | "offline" | null>(null);
  useEffect(() => {
    ask(AgreementDocument, { id }).then((found) => setAgreement(found.agreement), (error: unknown) => setFault(error instanceof Refused ? error.code : "offline"));
  }, [id]);
  if (fault) {
    return <Page title={words.title} ways><p>{fault === "offline" ? texts.errors.offlineLoad : texts.errors.refusals[fault]}</p></Page>;
  }
  if (!agreement) return <Page title={words.title} back={false}><p role="status" /></Page>;
  return <Asked agreement={agreement} />;
}

function Asked({ agreement }: { agreement: Agreement }) {
  const { texts } = usePagePortal();
  const { money, fullDay } = useFormats();
  const act = useAct();
  const finish = useFinish();
  const words = texts.forms.agreement;
  const { id, sentence, madeOn, state, amountCents, byDay } = agreement;
  const [wrong, setWrong] = useState(() => (history.state as { wrong?: boolean } | null)?.wrong === true);
  const waits = state === "sent" || state === "unsent";
  const confirm = () => act.submit([], async () => finish((await ask(ConfirmAgreementDocument, { id })).confirmAgreement));
  return (
    <Page title={words.title} back={false} act={act} ways={true}>
      <p>{words.spoke(fullDay(madeOn))}</p>
      <p><b>{sentence}</b></p>
      <h2>{words.agreed}</h2>
      <Facts facts={[
        ...(amountCents === null ? [] : [{ name: words.amount, value: money(amountCents), figures: true }]),
        ...(byDay === null ? [] : [
          { name: words.by, value: fullDay(byDay) },
          { name: words.promise, value: words.promiseText(fullDay(byDay)) },
        ]),
      ]} />
      {waits ? (
        <>
          <div className="choice">
            <button className="btn" type="button" aria-busy={act.busy || undefined} onClick={confirm}>{words.yes}</button>
            <button className="btn two" type="button" aria-expanded={wrong} onClick={() => setWrong(!wrong)}>{words.no}</button>
          </div>
          {wrong && <Correction id={id} />}
          <p className="soft">{words.nothing}</p>
        </>
      ) : <p><b>{state === "replaced" ? words.replaced : words.answered}</b></p>}
    </Page>
  );
}

/** What isn't right, and how it is. It opens a correction, it never voids what was agreed without a person. */
function Correction({ id }: { id: string }) {
  const { texts, creditor } = usePagePortal();
  const act = useAct();
  const finish = useFinish();
  const words = texts.forms.agreement;
  const [draft, change, sent] = useDraft<{ faults: string[]; text: string }>(`agreement.${id}`, { faults: [], text: "" });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = draft.faults.map((fault) => words.faults[fault] ?? fault).join(", ");
    const text = [named, draft.text.trim()].filter(Boolean).join(". ");
    act.submit([text === "" && { field: "wrong", text: words.needsOne }], async () => {
      const { contradictAgreement } = await ask(ContradictAgreementDocument, { id, text });
      sent();
      finish(contradictAgreement);
    });
  };
  return (
    <form className="flow gap" onSubmit={submit} noValidate>
      <Picks id="wrong" legend={words.what} error={act.faults[0]?.text} chosen={draft.faults}
        onChoose={(fault) => change({ faults: draft.faults.includes(fault) ? draft.faults.filter((other) => other !== fault) : [...draft.faults, fault] })}
        options={Object.entries(words.faults).map(([value, name]) => ({ value, name }))} />
      <TextArea id="how" label={words.how} hint={words.howHint} value={draft.text} onChange={(text) => change({ text })} />
      <p><button className="btn" type="submit" aria-busy={act.busy || undefined}>{words.send}</button></p>
      <p className="soft">{words.sendAfter(creditor.contactPerson)}</p>
    </form>
  );
}
