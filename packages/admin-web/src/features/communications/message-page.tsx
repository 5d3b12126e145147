import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { MessageDocument, ReleaseParkedMessageDocument, type MessageQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useWords } from "../../lib/words";
import { Button, Chip } from "../../ui/button";
import { DeliveryLine, DeliveryState } from "../../ui/delivery";
import { Fault } from "../../ui/field";
import { Page } from "../../ui/frame/page";
import { withoutParts } from "../../ui/message-sheet";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";
import { MessageChecks } from "./message-checks";
import { QueuedActs } from "./queued-acts";
import { ReturnedLetter } from "./returned-letter";
import "./message.css";

type Facts = MessageQuery["message"];

/** A message exactly as it went out (or waits), with its delivery; for a parked one, the choice that a person makes. */
export default function MessagePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const word = useWords();
  const asked = useQuery(MessageDocument, { variables: { id } });
  const row = asked.data?.message.row;
  return (
    <Page title={row?.subject ?? (row ? word("steps", row.kind) : t("message.one"))} sub={row && <DeliveryState state={row.state} openedAt={row.openedAt} />}>
      <View asked={asked}>{(data) => <MessageView message={data.message} />}</View>
    </Page>
  );
}

function MessageView({ message }: { message: Facts }) {
  const { t } = useTranslation();
  const word = useWords();
  const navigate = useNavigate();
  const { row } = message;
  const reason = row.reason && word("reasons", row.reason);
  const inLine = row.state === "queued" || (row.state === "parked" && !message.text);
  const [show, setShow] = useState<"html" | "text">(message.html ? "html" : "text");
  return (
    <>
      <p style={{ padding: "12px 0 0" }}><Button look="text" shape="left" onClick={() => void navigate(-1)}>{t("message.back")}</Button></p>
      <dl className="facts" style={{ maxWidth: 640 }}>
        <dt>{t("message.kind")}</dt><dd>{word("steps", row.kind)}, {word("channels", row.channel)}</dd>
        <dt>{t("message.to")}</dt><dd>{row.to ?? t("message.nobody")}</dd>
        {message.invoiceNumbers.length > 0 && <><dt>{t("nav.invoices")}</dt><dd>{message.invoiceNumbers.join(", ")}</dd></>}
        {row.reason && <><dt>{t("message.reason")}</dt><dd>{reason === row.reason ? word("waits", row.reason) : reason}</dd></>}
        {message.documents.length > 0 && <><dt>{t("message.attached")}</dt><dd>{message.documents.map((document) => <a key={document.id} href={`${document.url}?inline=1`} target="_blank" rel="noreferrer">{document.fileName}<br /></a>)}</dd></>}
      </dl>
      <div style={{ padding: "12px 0" }}><DeliveryLine message={row} /></div>
      {message.checks.length > 0 && <MessageChecks checks={message.checks} />}
      {inLine && <QueuedActs id={row.id} queued={row.state === "queued"} />}
      {row.state === "parked" && (row.reason === "autopilot off" ? <p className="reading">{t("queued.autopilotOff")} <Link to="/tasks">{t("nav.tasks")}</Link></p> : <Parked message={message} />)}
      {row.channel === "letter" && (row.state === "handedOver" || row.state === "delivered") && <ReturnedLetter messageId={row.id} />}
      {message.html && message.text && <div className="chips"><Chip pressed={show === "html"} onPress={() => setShow("html")}>{t("message.asSent")}</Chip><Chip pressed={show === "text"} onPress={() => setShow("text")}>{t("message.plain")}</Chip></div>}
      {inLine && !message.text ? null : show === "html" && message.html
        // No scripts, no forms, no links that open here: only to look at.
        ? <iframe className="letter-sheet" title={t("message.preview")} sandbox="" srcDoc={withoutParts(message.html)} />
        : <pre className="letter-sheet">{message.text ?? t("message.noText")}</pre>}
    </>
  );
}

/** After a fault in between nobody knows whether it left; a person looks and decides. */
function Parked({ message }: { message: Facts }) {
  const { t } = useTranslation();
  const say = useSay();
  const { run, busy, refused } = useAct(ReleaseParkedMessageDocument);
  const release = async (send: boolean) => {
    if (await run({ id: message.row.id, send })) say.done(send ? t("message.released") : t("message.dropped"));
  };
  return (
    <div className="stack" style={{ paddingBottom: 12 }}>
      <p className="reading">{t("message.parkedWhy")}</p>
      <span className="row"><Button look="filled" act="releaseParkedMessage" busy={busy} onClick={() => void release(true)}>{t("message.send")}</Button><Button act="releaseParkedMessage" busy={busy} onClick={() => void release(false)}>{t("message.dontSend")}</Button></span>
      {refused && <Fault>{refused}</Fault>}
    </div>
  );
}
