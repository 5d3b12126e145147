import { useState, type FormEvent } from "react";
import { CallMeDocument } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { usePagePortal } from "../../lib/portal";
import { readPhone } from "../../lib/read-input";
import { useAct } from "../../lib/use-act";
import { useDraft } from "../../lib/use-draft";
import { useFinish } from "../../lib/use-finish";
import { Picks, Submit, TextArea, TextField } from "../../ui/fields";
import { Page } from "../../ui/page";

/** "Bel mij of stel een vraag": a number, a part of the day, and the question when there is one. Or a mail to a person. */
export function ContactPage() {
  const { texts, creditor } = usePagePortal();
  const act = useAct();
  const finish = useFinish();
  const words = texts.forms.contact;
  const [asked] = useState(() => (history.state as { question?: string } | null)?.question ?? "");
  const [draft, change, sent] = useDraft("contact", { phone: "", when: "any", question: asked });
  const phone = readPhone(draft.phone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.submit([!phone && { field: "phone", text: texts.errors.field.phone }], async () => {
      const { callMe } = await ask(CallMeDocument, { phone: phone ?? "", when: draft.when, question: draft.question.trim() || null });
      sent();
      finish(callMe);
    });
  };
  return (
    <Page title={words.title} act={act} ways="contact">
      <p>{words.intro(creditor.contactPerson)}</p>
      <form onSubmit={submit} noValidate>
        <TextField id="phone" type="tel" label={words.phone} error={act.faultOf("phone")} autoComplete="tel" maxLength={24} value={draft.phone}
          onChange={(typed) => change({ phone: typed })} />
        <Picks id="when" legend={words.when} chosen={draft.when} onChoose={(when) => change({ when })}
          options={Object.entries(words.times).map(([value, name]) => ({ value, name }))} />
        <TextArea id="question" label={words.question} hint={words.questionHint} value={draft.question} onChange={(question) => change({ question })} />
        <div className="gap flow">
          <p><Submit busy={act.busy}>{words.button}</Submit></p>
          <p className="soft">{words.mail} <a href={`mailto:${creditor.email}`}>{creditor.email}</a>. {words.mailHint}</p>
        </div>
      </form>
    </Page>
  );
}
