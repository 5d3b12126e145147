import { addDays, isPlainDate } from "@tegemoet/domain";
import { useEffect, useState } from "react";
import { StandingDocument } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { useFormats, usePagePortal } from "../../lib/portal";
import { TextField } from "../../ui/fields";
import { Rich } from "../../ui/rich";
import type { Standing } from "./standing-page";
import { Sums } from "./sums";

/** The server counts at most so far ahead. */
const DAYS_AHEAD = 366;

/** What it would be on another day: interest that was asked for goes on until then. The server counts it anew. */
export function WhatIf({ today: now }: { today: Standing }) {
  const { texts, today } = usePagePortal();
  const { money, fullDay } = useFormats();
  const [day, setDay] = useState("");
  const [later, setLater] = useState<Standing>();
  const [failed, setFailed] = useState(false);
  const words = texts.standing.whatIf;
  const [first, last] = [addDays(today, 1), addDays(today, DAYS_AHEAD)];
  const asked = isPlainDate(day) && day >= first && day <= last ? day : null;
  useEffect(() => {
    if (!asked) return;
    let stale = false;
    setFailed(false);
    ask(StandingDocument, { payOn: asked }).then(({ standing }) => !stale && setLater(standing), () => !stale && setFailed(true));
    return () => { stale = true; };
  }, [asked]);
  const answer = later && later.asOf === asked ? later : undefined;
  const more = answer ? answer.outstandingCents - now.outstandingCents : 0;
  return (
    <section className="gap flow">
      <h2>{words.title}</h2>
      {now.letter && <p><Rich text={words.letter(fullDay(now.letter.lastDay))} /></p>}
      <TextField
        id="pay-on" type="date" label={words.day} hint={words.hint} min={first} max={last} value={day} onChange={setDay}
        error={day !== "" && isPlainDate(day) && !asked ? words.between(fullDay(first), fullDay(last)) : undefined}
      />
      <div aria-live="polite" className="flow">
        {failed && <p>{texts.errors.ours}</p>}
        {answer && (
          <>
            <p><Rich text={words.answer(fullDay(answer.asOf), money(answer.outstandingCents))} /> {more > 0 ? words.more(money(more)) : words.same}</p>
            {now.letter && answer.asOf > now.letter.lastDay && <p>{words.after(money(now.letter.costsCents))}</p>}
            {answer.rateAssumedFrom && <p className="soft">{texts.standing.interest.assumed(fullDay(answer.rateAssumedFrom))}</p>}
            <Sums standing={answer} />
          </>
        )}
      </div>
    </section>
  );
}
