import type { FormEvent } from "react";
import { UpdateMyDetailsDocument } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { usePagePortal } from "../../lib/portal";
import { readMail, readPhone } from "../../lib/read-input";
import { useAct } from "../../lib/use-act";
import { useDraft } from "../../lib/use-draft";
import { useFinish } from "../../lib/use-finish";
import { Facts } from "../../ui/facts";
import { Picks, Submit, TextField } from "../../ui/fields";
import { Page } from "../../ui/page";

/** Language at once; mail, phone and when to call by the button. Empty means: stays as it was. */
export function DetailsPage() {
  const { texts, overview, language, setLanguage } = usePagePortal();
  const act = useAct();
  const finish = useFinish();
  const [draft, change, sent] = useDraft("details", { mail: "", phone: "", times: "" });
  const words = texts.forms.details;
  const { field } = texts.errors;
  const email = readMail(draft.mail);
  const phone = readPhone(draft.phone);
  const empty = Object.values(draft).every((typed) => typed.trim() === "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.submit([
      empty && { field: "mail", text: field.something },
      draft.mail.trim() !== "" && !email && { field: "mail", text: field.mail },
      draft.phone.trim() !== "" && !phone && { field: "phone", text: field.phone },
    ], async () => {
      const { updateMyDetails } = await ask(UpdateMyDetailsDocument, {
        email: email ?? null, phone: phone ?? null, preferredTimes: draft.times.trim() || null,
      });
      sent();
      finish(updateMyDetails);
    });
  };
  return (
    <Page title={words.title} act={act}>
      {overview.debtorName && <Facts facts={[{ name: words.name, value: overview.debtorName }]} />}
      <Picks id="language" legend={words.language} chosen={language} onChoose={(chosen) => setLanguage(chosen === "en" ? "en" : "nl")}
        options={[{ value: "nl", name: <span lang="nl">Nederlands</span> }, { value: "en", name: <span lang="en">English</span> }]} />
      <form className="gap" onSubmit={submit} noValidate>
        <p className="hint">{words.intro}</p>
        <TextField id="mail" type="email" label={words.mail} hint={words.mailHint} error={act.faultOf("mail")} autoComplete="email" wide value={draft.mail}
          onChange={(mail) => change({ mail })} />
        <TextField id="phone" type="tel" label={words.phone} error={act.faultOf("phone")} autoComplete="tel" maxLength={24} value={draft.phone}
          onChange={(typed) => change({ phone: typed })} />
        <TextField id="times" label={words.times} hint={words.timesHint} wide maxLength={200} value={draft.times} onChange={(times) => change({ times })} />
        <p className="gap"><Submit busy={act.busy}>{words.button}</Submit></p>
      </form>
    </Page>
  );
}
