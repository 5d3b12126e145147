import { useState } from "react";
import { calendarFile, type CalendarDay } from "../../lib/calendar-file";
import { useFormats, usePagePortal } from "../../lib/portal";
import type { Done } from "../../lib/use-finish";
import { Facts } from "../../ui/facts";
import { Link } from "../../ui/link";
import { Page } from "../../ui/page";
import { Rich } from "../../ui/rich";
import { Schedule } from "../../ui/schedule";
import { useStory } from "./story";

/** What was done, its reference, and what happens next on which day. May be reloaded and printed. */
export function DonePage() {
  const { texts } = usePagePortal();
  const [confirmation] = useState(() => history.state as Done | null);
  if (!confirmation?.reference) return <Page title={texts.done.next}><p>{texts.done.again}</p></Page>;
  return <Told confirmation={confirmation} />;
}

function Told({ confirmation }: { confirmation: Done }) {
  const { texts } = usePagePortal();
  const { fullDay } = useFormats();
  const story = useStory(confirmation);
  const { done } = texts;
  const { plan, reference } = confirmation;
  return (
    <Page title={story.title} back={false} done={story.what}>
      <Facts facts={[{ name: done.reference, value: reference, figures: true }]} />
      {story.steps.length > 0 && (
        <>
          <h2>{done.next}</h2>
          <ol className="next">
            {story.steps.map(({ on, text }) => (
              <li key={text}><b className="on">{on === "today" ? done.today : on === "later" ? done.later : capital(fullDay(on))}</b><Rich text={text} /></li>
            ))}
          </ol>
        </>
      )}
      {plan && <Schedule instalments={plan.instalments.map((instalment) => ({ ...instalment, state: "" }))} total={plan.totalCents} />}
      {story.note && <p>{story.note}</p>}
      {story.button && <p><Link className="btn" to={story.button.to}>{story.button.name}</Link></p>}
      <p><button className="btn two" type="button" onClick={() => window.print()}>{done.print}</button></p>
      {story.calendar.length > 0 && <p><Calendar reference={reference} days={story.calendar} /></p>}
      <p><Link className="tap" to="/">{done.overview}</Link></p>
    </Page>
  );
}

function Calendar({ reference, days }: { reference: string; days: readonly CalendarDay[] }) {
  const { done } = usePagePortal().texts;
  const save = () => {
    const address = URL.createObjectURL(new Blob([calendarFile(reference, days, new Date())], { type: "text/calendar" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${reference}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return <button className="link" type="button" onClick={save}>{done.calendar(days.length)}</button>;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
