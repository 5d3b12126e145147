import type { FormEvent } from "react";
import { isPlainDate } from "@tegemoet/domain";
import { ClaimPaidDocument } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { usePagePortal } from "../../lib/portal";
import { readAmount } from "../../lib/read-input";
import { useAct } from "../../lib/use-act";
import { useDraft } from "../../lib/use-draft";
import { useFinish } from "../../lib/use-finish";
import { MoneyField, Submit, TextArea, TextField } from "../../ui/fields";
import { Page } from "../../ui/page";

/** "Ik heb al betaald": when, how much, and what helps us to find it. The reminders stop in the same act. */
export function PaidClaimPage() {
  const { texts, today } = usePagePortal();
  const act = useAct();
  const finish = useFinish();
  const [draft, change, sent] = useDraft("paid", { paidOn: "", amount: "", reference: "", note: "" });
  const words = texts.forms.paidClaim;
  const cents = readAmount(draft.amount);
  const { field } = texts.errors;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.submit([
      !isPlainDate(draft.paidOn) && { field: "paid-on", text: field.paidOn },
      isPlainDate(draft.paidOn) && draft.paidOn > today && { field: "paid-on", text: field.paidOnFuture },
      cents === undefined && { field: "amount", text: field.amount },
      cents === 0 && { field: "amount", text: field.amountLow },
    ], async () => {
      const { claimPaid } = await ask(ClaimPaidDocument, {
        paidOn: draft.paidOn, amountCents: cents ?? 0, reference: draft.reference.trim() || null, note: draft.note.trim() || null,
      });
      sent();
      finish(claimPaid);
    });
  };
  return (
    <Page title={words.title} act={act} ways="paid">
      <p>{words.intro}</p>
      <form onSubmit={submit} noValidate>
        <TextField id="paid-on" type="date" label={words.day} hint={words.dayHint} error={act.faultOf("paid-on")} max={today} value={draft.paidOn}
          onChange={(paidOn) => change({ paidOn })} />
        <MoneyField id="amount" label={words.amount} error={act.faultOf("amount")} value={draft.amount} onChange={(amount) => change({ amount })} />
        <TextField id="reference" label={words.reference} hint={words.referenceHint} wide maxLength={140} value={draft.reference}
          onChange={(reference) => change({ reference })} />
        <TextArea id="note" label={words.note} hint={texts.forms.optional} value={draft.note} onChange={(note) => change({ note })} />
        <div className="gap flow">
          <p><Submit busy={act.busy}>{words.button}</Submit></p>
          <p className="soft">{words.after}</p>
        </div>
      </form>
    </Page>
  );
}
