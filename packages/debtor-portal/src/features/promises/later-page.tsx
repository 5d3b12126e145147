import type { FormEvent } from "react";
import { addDays, isPlainDate, weekday, type PlainDate } from "@tegemoet/domain";
import { PromiseDayDocument } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { useFormats, payableCents, usePagePortal } from "../../lib/portal";
import { useAct } from "../../lib/use-act";
import { useDraft } from "../../lib/use-draft";
import { useFinish } from "../../lib/use-finish";
import { Picks, Submit, TextField } from "../../ui/fields";
import { Link } from "../../ui/link";
import { Page } from "../../ui/page";
import { Rich } from "../../ui/rich";
import { Says } from "../../ui/says";

/** Promise a day. Nothing is chosen beforehand, because it binds. */
export function LaterPage() {
  const { texts, overview, today } = usePagePortal();
  const { money, fullDay } = useFormats();
  const act = useAct();
  const finish = useFinish();
  const [draft, change, sent] = useDraft("later", { chosen: "", day: "" });
  const words = texts.forms.later;
  const { promise, promiseLatestDay: latest } = overview;
  const payable = payableCents(overview);
  if (payable <= 0) return <Page title={words.title}><p>{texts.payments.pay.nothing}</p></Page>;
  if (promise?.state === "open") {
    return (
      <Page title={words.title} ways="later">
        <Says shape="done"><p><Rich text={words.chosen(fullDay(promise.byDay))} /></p></Says>
        <p>{words.chosenWhat}</p>
      </Page>
    );
  }
  const first = addDays(today, 1);
  const day = draft.chosen === "other" ? draft.day : draft.chosen;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.submit([
      draft.chosen === "" && { field: "day", text: texts.errors.field.day },
      draft.chosen === "other" && !isPlainDate(day) && { field: "other", text: texts.errors.field.day },
      isPlainDate(day) && (day < today || day > latest) && { field: "other", text: texts.errors.field.dayBetween(fullDay(first), fullDay(latest)) },
    ], async () => {
      const { promiseDay } = await ask(PromiseDayDocument, { byDay: day });
      sent();
      finish(promiseDay);
    });
  };
  const name = (offered: PlainDate) => fullDay(offered).replace(/^./, (letter) => letter.toUpperCase());
  return (
    <Page title={words.title} act={act} ways="later">
      <p>{words.intro(money(payable))}</p>
      <form className="flow" onSubmit={submit} noValidate>
        <Picks id="day" legend={words.legend} hint={words.dayHint(fullDay(latest))} error={act.faultOf("day")} chosen={draft.chosen}
          onChoose={(chosen) => change({ chosen })}
          options={[...likelyDays(today, latest).map((offered) => ({ value: offered, name: name(offered) })), { value: "other", name: texts.forms.choose }]}>
          {draft.chosen === "other" && (
            <TextField id="other" type="date" label={words.dayLabel} error={act.faultOf("other")} min={first} max={latest} value={draft.day}
              onChange={(typed) => change({ day: typed })} />
          )}
        </Picks>
        <p><Submit busy={act.busy}>{words.button}</Submit></p>
        <p className="soft">{words.after}</p>
        <p className="soft">{words.longer} <Link to="/termijnen">{words.termsLink}</Link></p>
      </form>
    </Page>
  );
}

/** The days people mostly mean: this Friday or next, the 25th when most incomes are in, the first of the month. */
export function likelyDays(today: PlainDate, latest: PlainDate): PlainDate[] {
  const friday = addDays(today, ((5 - weekday(today) + 7) % 7) || 7);
  const found = new Set([friday]);
  for (let ahead = 1; ahead <= 31; ahead += 1) {
    const day = addDays(today, ahead);
    if (day.endsWith("-25") || day.endsWith("-01")) found.add(day);
  }
  return [...found].filter((day) => day <= latest).sort();
}
