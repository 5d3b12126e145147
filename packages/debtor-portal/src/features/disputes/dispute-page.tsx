import type { FormEvent } from "react";
import { DisputeDocument } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { useFormats, usePagePortal } from "../../lib/portal";
import { readAmount } from "../../lib/read-input";
import { useAct } from "../../lib/use-act";
import { useDraft } from "../../lib/use-draft";
import { useFinish } from "../../lib/use-finish";
import { MoneyField, Picks, Submit, TextArea } from "../../ui/fields";
import { Page } from "../../ui/page";

/** "Ik ben het er niet mee eens": which invoice, what is wrong, all or a part. The rest can be paid as usual. */
export function DisputePage() {
  const { texts, overview } = usePagePortal();
  const { money } = useFormats();
  const act = useAct();
  const finish = useFinish();
  const open = overview.invoices.filter(({ openCents, disputedCents }) => openCents > disputedCents);
  const [draft, change, sent] = useDraft("dispute", { invoiceId: "", reason: "", part: "whole", amount: "", text: "" });
  const words = texts.forms.dispute;
  const { field } = texts.errors;
  if (open.length === 0) return <Page title={words.title} ways="disagree"><p>{texts.errors.refusals.DISPUTE_EXISTS}</p></Page>;

  const invoice = open.length === 1 ? open[0] : open.find(({ id }) => id === draft.invoiceId);
  const cents = readAmount(draft.amount);
  const part = draft.part === "part";
  const most = invoice?.openCents ?? 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.submit([
      !invoice && { field: "invoice", text: field.invoice },
      draft.reason === "" && { field: "reason", text: field.choice },
      part && cents === undefined && { field: "amount", text: field.amount },
      part && cents === 0 && { field: "amount", text: field.amountLow },
      part && invoice && cents !== undefined && cents > most && { field: "amount", text: field.amountHigh(money(most)) },
      draft.reason === "other" && draft.text.trim() === "" && { field: "text", text: field.text },
    ], async () => {
      const { dispute } = await ask(DisputeDocument, {
        invoiceId: String(invoice?.id), amountCents: part ? (cents ?? null) : null, reason: draft.reason, text: draft.text.trim() || null,
      });
      sent();
      finish(dispute);
    });
  };
  return (
    <Page title={words.title} act={act} ways="disagree">
      <p>{words.intro}</p>
      <form onSubmit={submit} noValidate>
        {open.length > 1 && (
          <Picks id="invoice" legend={words.invoice} error={act.faultOf("invoice")} chosen={draft.invoiceId} onChoose={(invoiceId) => change({ invoiceId })}
            options={open.map(({ id, number, description, openCents }) => ({ value: id, name: texts.overview.invoice(number), hint: description, side: money(openCents) }))} />
        )}
        <Picks id="reason" legend={words.reason} error={act.faultOf("reason")} chosen={draft.reason} onChoose={(reason) => change({ reason })}
          options={Object.entries(words.reasons).map(([value, name]) => ({ value, name }))} />
        <Picks id="part" legend={words.part} chosen={draft.part} onChoose={(chosen) => change({ part: chosen })}
          options={[{ value: "whole", name: words.whole }, { value: "part", name: words.partOnly }]}>
          {part && <MoneyField id="amount" label={words.amount} error={act.faultOf("amount")} value={draft.amount} onChange={(amount) => change({ amount })} />}
        </Picks>
        <TextArea id="text" label={words.text} hint={words.textHint} error={act.faultOf("text")} value={draft.text} onChange={(text) => change({ text })} />
        <div className="gap flow">
          <p><Submit busy={act.busy}>{words.button}</Submit></p>
          <p className="soft">{words.after}</p>
        </div>
      </form>
    </Page>
  );
}
