import { parsePromiseDay } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { GiveUpLetterBatchDocument, PostLetterBatchDocument, type LetterBatchFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { FormDialog } from "../../ui/dialog";
import { DayField, Fault } from "../../ui/field";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { Empty } from "../../ui/view-state";

type Batch = LetterBatchFactsFragment;

/** What was printed: the file for the printer, and the day on which it was posted. */
export function Batches({ batches }: { batches: readonly Batch[] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("letters.batches")}>
      <div className="section-head"><h2>{t("letters.batches")}</h2></div>
      {batches.length === 0 ? <Empty>{t("letters.noBatches")}</Empty> : batches.map((batch) => <BatchRow key={batch.id} batch={batch} />)}
    </section>
  );
}

function BatchRow({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const { day, moment } = useFormat();
  const say = useSay();
  const [posting, setPosting] = useState(false);
  const { run, busy, refused } = useAct(GiveUpLetterBatchDocument);
  const waits = batch.state === "printed";
  const giveUp = async () => {
    if (await run({ id: batch.id })) say.done(t("letters.gaveUp"));
  };
  return (
    <article style={{ padding: "12px 0", borderBottom: "1px solid var(--line)" }}>
      <div className="row">
        <b className="medium">{t("letters.batch", { count: batch.letters, pages: batch.pages })}</b>
        {waits ? <Status shape="planned">{t("letters.states.printed")}</Status> : batch.postedOn ? <Status shape="done" mood="running">{t("letters.postedOn", { day: day(batch.postedOn) })}</Status> : <Status shape="ring" mood="quiet">{t("letters.states.givenUp")}</Status>}
      </div>
      <p className="small second">{batch.madeBy ? t("letters.madeBy", { name: batch.madeBy, moment: moment(batch.madeAt) }) : t("letters.madeAt", { moment: moment(batch.madeAt) })}</p>
      {waits && batch.messages.filter(({ changed }) => changed).map((letter) => (
        <p key={letter.messageId} className="small"><Status shape="caution"><Link to={`/messages/${letter.messageId}`}>{letter.debtorName}</Link> {t(`letters.changed.${letter.changed as "paid"}`)}</Status></p>
      ))}
      <div className="row" style={{ marginTop: 8 }}>
        <a href={waits ? batch.url : `${batch.url}?inline=1`} target="_blank" rel="noreferrer">{waits ? t("letters.open") : t("letters.openCopy")}</a>
        {waits && <Button act="work" inBar onClick={() => setPosting(true)}>{t("letters.post")}</Button>}
        {waits && <Button look="text" act="work" inBar busy={busy} onClick={() => void giveUp()}>{t("letters.giveUp")}</Button>}
      </div>
      {refused && <Fault>{refused}</Fault>}
      {posting && <PostDialog batch={batch} onClose={() => setPosting(false)} />}
    </article>
  );
}

/** The day on which they went, and which of them: a letter whose claim changed since stays here unless somebody says otherwise. */
function PostDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation();
  const { today, language, money, day } = useFormat();
  const word = useWords();
  const say = useSay();
  const [text, setText] = useState(day(today));
  const [went, setWent] = useState<ReadonlySet<string>>(new Set(batch.messages.filter(({ changed }) => !changed).map(({ messageId }) => messageId)));
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(PostLetterBatchDocument);
  const postedOn = text === day(today) ? today : parsePromiseDay(text, today, language);
  const fault = postedOn === null ? t("field.dayUnreadable") : postedOn > today ? t("field.dayNotAhead") : null;
  const post = async () => {
    setTried(true);
    if (fault || postedOn === null) return;
    if (!(await run({ id: batch.id, postedOn, leftOut: batch.messages.map(({ messageId }) => messageId).filter((id) => !went.has(id)) }))) return;
    onClose();
    say.done(t("letters.posted", { count: went.size }));
  };
  const toggle = (id: string) => setWent((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <FormDialog title={t("letters.postTitle")} onClose={onClose} submit={t("letters.post")} onSubmit={() => void post()} busy={busy} refused={refused} act="work" then={t("letters.postThen")}>
      <DayField label={t("letters.postedDay")} text={text} onText={setText} fault={tried ? fault : null} />
      <fieldset className="field">
        <legend className="label small second">{t("letters.leaveOut")}</legend>
        <ul className="letter-choices">
          {batch.messages.map((letter) => (
            <li key={letter.messageId}><label><input type="checkbox" checked={went.has(letter.messageId)} onChange={() => toggle(letter.messageId)} /><span>{letter.debtorName}, {word("steps", letter.kind)}, {money(letter.cents)}{letter.changed && <span className="under">{t(`letters.changed.${letter.changed as "paid"}`)}</span>}</span></label></li>
          ))}
        </ul>
      </fieldset>
    </FormDialog>
  );
}
