import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OwnMailStartDocument, SendOwnMailDocument, type OwnMailStartQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { Button } from "../../ui/button";
import { Dialog, FormDialog } from "../../ui/dialog";
import { Fault, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";
import { hardMarks, ToneList, useTone, Writing } from "../../ui/writing";

interface Debtor { id: string; name: string }

/** Opens a mail in one's own words to this debtor. */
export function MailButton({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="row" shape="mail" act="work" onClick={() => setOpen(true)}>{t("ownMail.act")}</Button>
      {open && <OwnMailDialog debtor={debtor} onClose={() => setOpen(false)} />}
    </>
  );
}

/** A mail in one's own words, read by the tone meter while it is written. Words in red ask for a second look before they go. */
function OwnMailDialog({ debtor, onClose }: { debtor: Debtor; onClose: () => void }) {
  const { t } = useTranslation();
  const asked = useQuery(OwnMailStartDocument, { variables: { debtorId: debtor.id }, fetchPolicy: "network-only" });
  if (asked.data) return <WriteMail debtor={debtor} start={asked.data.ownMailStart} onClose={onClose} />;
  return <Dialog title={t("ownMail.title", { name: debtor.name })} onClose={onClose} size={720}><View asked={asked} rows={5}>{() => null}</View></Dialog>;
}

function WriteMail({ debtor, start, onClose }: { debtor: Debtor; start: OwnMailStartQuery["ownMailStart"]; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [subject, setSubject] = useState(start.subject);
  const [body, setBody] = useState(start.body);
  const [confirmed, setConfirmed] = useState(false);
  const [tried, setTried] = useState(false);
  const report = useTone(body, { language: start.language });
  const inSubject = useTone(subject, { language: start.language });
  const { run, busy, refused } = useAct(SendOwnMailDocument);
  const hard = hardMarks(report).length + hardMarks(inSubject).length;
  const unread = hard > 0 && !confirmed;
  const send = async () => {
    setTried(true);
    if (!start.to || subject.trim() === "" || body.trim() === "" || unread) return;
    if (!(await run({ debtorId: debtor.id, subject, body, confirmed: hard > 0 }))) return;
    onClose();
    say.done(t("ownMail.sent"));
  };
  return (
    <FormDialog title={t("ownMail.title", { name: debtor.name })} size={720} onClose={onClose} submit={t("ownMail.send")} onSubmit={() => void send()} busy={busy} refused={refused} act="work" then={t("ownMail.after")}>
      {start.to ? <p className="small"><span className="second">{t("ownMail.to")}</span> <b className="medium">{start.to}</b></p> : <Fault>{t("ownMail.nobody")}</Fault>}
      <TextField label={t("ownMail.subject")} value={subject} onChange={(event) => setSubject(event.currentTarget.value)} fault={tried && subject.trim() === "" ? t("ownMail.subjectMissing") : null} />
      <Writing label={t("ownMail.body")} text={body} onText={setBody} marks={report.marks} language={start.language} lines={9} hint={t("ownMail.hint")} fault={tried && body.trim() === "" ? t("ownMail.bodyMissing") : null} />
      <ToneList report={report} />
      {hard > 0 && (
        <div className="own-mail">
          <label className="row"><input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />{t("writing.confirm", { count: hard })}</label>
          {tried && unread && <Fault>{t("ownMail.unconfirmed")}</Fault>}
        </div>
      )}
    </FormDialog>
  );
}
