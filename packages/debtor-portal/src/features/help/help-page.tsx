import { useState, type FormEvent } from "react";
import { AskHelpDocument } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { usePagePortal } from "../../lib/portal";
import { useAct } from "../../lib/use-act";
import { useFinish } from "../../lib/use-finish";
import { Picks, Submit } from "../../ui/fields";
import { Page } from "../../ui/page";
import { Says } from "../../ui/says";

/** "Betalen lukt nu niet": three choices, nothing chosen, no reason asked. The reminders stop in the same act. */
export function HelpPage() {
  const { texts, creditor, overview, go } = usePagePortal();
  const act = useAct();
  const finish = useFinish();
  const [want, setWant] = useState("");
  const words = texts.forms.help;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.submit([want === "" && { field: "want", text: texts.errors.field.choice }],
      async () => finish({ ...(await ask(AskHelpDocument, { want })).askHelp, want }));
  };
  return (
    <Page title={words.title} act={act} ways="help">
      <p>{words.kind}</p>
      <p>{words.question}</p>
      <form className="flow" onSubmit={submit} noValidate>
        <Picks id="want" legend={words.legend} hideLegend error={act.faultOf("want")} chosen={want} onChoose={setWant}
          options={[
            { value: "pause", name: <b>{words.pause.name}</b>, hint: words.pause.hint },
            { value: "plan", name: <b>{words.plan.name}</b>, hint: words.plan.hint },
            { value: "call", name: <b>{words.call.name}</b>, hint: words.call.hint(creditor.contactPerson) },
          ]} />
        <Says shape="done"><p>{words.stops}</p></Says>
        <p><Submit busy={act.busy}>{words.button}</Submit></p>
      </form>
      {overview.helpLinks.length > 0 && (
        <section className="gap flow" aria-labelledby="free">
          <h2 id="free">{words.free}</h2>
          <p>{words.freeIntro}</p>
          <ul className="next">
            {overview.helpLinks.map(({ name, url, text }) => (
              <li key={name}><b className="on"><a href={url} target="_blank" rel="noopener noreferrer">{name}</a></b>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <details className="gap">
        <summary>{words.other}</summary>
        <div className="flow">
          <p>{words.otherWhat}</p>
          <p><button className="btn two" type="button" onClick={() => go("/bel-mij", { question: words.otherQuestion })}>{words.otherLink}</button></p>
        </div>
      </details>
    </Page>
  );
}
