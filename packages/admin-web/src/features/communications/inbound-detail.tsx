import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { AssignInboundDocument, FindDebtorsDocument, InboundDocument, MarkReplyReadDocument, type InboundQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { Fault } from "../../ui/field";
import { SearchField } from "../../ui/list-tools";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";
import { KindOf } from "./kind-of";

type Detail = InboundQuery["inboundMessage"];

/** One thing that came in: who, what it says in plain text, its files, and what somebody does with it. */
export function InboundDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const asked = useQuery(InboundDocument, { variables: { id } });
  return <View asked={asked} rows={5}>{({ inboundMessage }) => <Opened message={inboundMessage} onClose={onClose} />}</View>;
}

function Opened({ message, onClose }: { message: Detail; onClose: () => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const word = useWords();
  const [moving, setMoving] = useState(false);
  const { row, text, quoted, documents, to } = message;
  const title = row.subject ?? (row.channel === "mail" ? t("post.noSubject") : t(`post.kinds.${row.kind as "reply"}`));
  return (
    <section aria-label={title} style={{ borderBottom: "1px solid var(--line-2)", paddingBottom: 16 }}>
      <div className="section-head"><h2>{title}</h2><KindOf row={row} /><span className="rest"><Button look="text" size="row" onClick={onClose}>{t("dialog.close")}</Button></span></div>
      <dl className="facts" style={{ maxWidth: 720 }}>
        <dt>{t("post.from")}</dt><dd>{[row.fromName, row.from].filter(Boolean).join(", ") || t("post.nobody")}</dd>
        {to && <><dt>{t("post.to")}</dt><dd>{to}</dd></>}
        <dt>{t("post.received")}</dt><dd>{moment(row.receivedAt)}</dd>
        <dt>{t("post.debtor")}</dt>
        <dd>{row.debtorId ? <><Link to={`/debtors/${row.debtorId}`}>{row.debtorName}</Link>{row.matchedBy && <span className="under">{t(`post.matched.${row.matchedBy as "message"}`)}</span>}</> : t("post.nobody")}</dd>
        {row.messageId && <><dt>{t("post.about")}</dt><dd><Link to={`/messages/${row.messageId}`}>{row.messageKind ? word("steps", row.messageKind) : t("post.toMessage")}</Link></dd></>}
        {documents.length > 0 && <><dt>{t("post.files")}</dt><dd>{documents.map((document) => <a key={document.id} href={document.mimeType === "application/pdf" ? `${document.url}?inline=1` : document.url} target="_blank" rel="noreferrer">{document.fileName}<br /></a>)}</dd></>}
      </dl>
      <p className="post-words">{text}</p>
      {quoted && <details><summary className="small second">{t("post.quoted")}</summary><p className="post-quoted">{quoted}</p></details>}
      {row.droppedFiles > 0 && <p className="hint">{t("post.dropped", { count: row.droppedFiles })}</p>}
      <Acts message={message} onMove={() => setMoving(true)} onClose={onClose} />
      {(moving || !row.debtorId) && <Whose message={message} onDone={() => setMoving(false)} />}
    </section>
  );
}

function Acts({ message: { row }, onMove, onClose }: { message: Detail; onMove: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const say = useSay();
  const { run, busy, refused } = useAct(MarkReplyReadDocument);
  const read = async () => {
    if (!(await run({ id: row.id }))) return;
    say.done(row.debtorId ? t("post.saidRead") : t("post.saidAside"));
    onClose();
  };
  return (
    <>
      <div className="row" style={{ marginTop: 12 }}>
        {!row.readAt && <Button look={row.debtorId ? "filled" : "outline"} act="work" busy={busy} onClick={() => void read()}>{row.debtorId ? t("post.read") : t("post.setAside")}</Button>}
        {row.caseId && <Link to={`/cases/${row.caseId}`}>{t("post.toCase")}</Link>}
        {row.debtorId && !row.caseId && <Link to={`/debtors/${row.debtorId}`}>{t("post.toDebtor")}</Link>}
        {row.debtorId && row.kind !== "portalQuestion" && <Button look="text" act="work" inBar onClick={onMove}>{t("post.move")}</Button>}
      </div>
      {row.readAt
        ? row.kind !== "autoReply" && <p className="hint">{row.readBy ? t("post.readBy", { name: row.readBy, moment: moment(row.readAt) }) : t("post.readAt", { moment: moment(row.readAt) })}</p>
        : <p className="hint">{row.debtorId ? t("post.readThen") : t("post.setAsideThen")}</p>}
      {refused && <Fault>{refused}</Fault>}
    </>
  );
}

/** Whose it is: what may fit by what it says, and a search. */
function Whose({ message: { row, suggestions }, onDone }: { message: Detail; onDone: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [text, setText] = useState("");
  const { run, busy, refused } = useAct(AssignInboundDocument);
  const found = useQuery(FindDebtorsDocument, { variables: { search: text }, skip: text.length < 2 });
  const assign = async (debtor: { id: string; name: string }) => {
    if (!(await run({ id: row.id, debtorId: debtor.id }))) return;
    say.done(t("post.saidAssigned", { name: debtor.name }));
    onDone();
  };
  const choice = (debtor: { id: string; name: string; number: string }, why: string) => (
    <li key={debtor.id}><span>{debtor.name}<span className="under">{[debtor.number, why].filter(Boolean).join(", ")}</span></span><Button size="row" act="work" busy={busy} onClick={() => void assign(debtor)}>{t("post.choose")}<span className="unseen"> {debtor.name}</span></Button></li>
  );
  return (
    <div className="stack" style={{ marginTop: 16 }}>
      <h3>{t("post.whose")}</h3>
      <p className="hint">{t("post.whoseHint")}</p>
      {suggestions.length > 0 && <><p className="small second">{t("post.suggested")}</p><ul className="post-choices">{suggestions.map((one) => choice(one, t(`post.because.${one.because as "invoice"}`)))}</ul></>}
      <SearchField label={t("post.find")} value={text} onSearch={setText} slash={false} />
      {text.length >= 2 && <View asked={found} rows={3}>{({ debtors: { rows } }) => (rows.length === 0 ? <p className="small second" role="status">{t("post.foundNone", { text })}</p> : <ul className="post-choices">{rows.map((one) => choice(one, one.city ?? ""))}</ul>)}</View>}
      {refused && <Fault>{refused}</Fault>}
    </div>
  );
}
