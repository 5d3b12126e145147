import { useQuery } from "@apollo/client/react";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { MessageDeliveryDocument, SendInvoiceCopyDocument, type MessageStateFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useKeys } from "../../lib/keys";
import { Button } from "../../ui/button";
import { DeliveryLine } from "../../ui/delivery";
import { Fault, TextField } from "../../ui/field";
import { Kbd } from "../../ui/kbd";
import { Shape } from "../../ui/shape";
import type { Sheet } from "./preparation";
import type { DraftState } from "./use-call-draft";

const quoted = (text: string) => `“${text.replace(/^[“"]|[”"]$/g, "")}”`;

/** In the middle: what to say, what one hears, our own evidence, a kind answer and what follows. */
export function Conversation({ sheet, draft, change }: { sheet: Sheet } & Pick<DraftState, "draft" | "change">) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const chosen = sheet.excuses.find(({ key }) => key === draft.excuse);
  const toggle = (key: string | undefined) => key && change({ excuse: draft.excuse === key ? null : key });
  useKeys(Object.fromEntries(sheet.excuses.slice(0, 10).map((excuse, index) => [String((index + 1) % 10), () => toggle(excuse.key)])));
  return (
    <section className="talk" aria-label={t("room.conversation")}>
      <h3 style={{ marginTop: 0 }}>{t("room.openingLine")}</h3>
      <p className="to-say">{quoted(sheet.openingLine)}</p>
      <h3>{t("room.question")}</h3>
      <p className="to-say">{quoted(sheet.question)}</p>
      <div className="hear">
        <div className="pane-head"><h2>{t("room.hear")}</h2><span className="tiny third no-print">{t("room.pressDigit")}</span></div>
        <div className="excuses">
          {sheet.excuses.map((excuse, index) => (
            <button key={excuse.key} type="button" className="excuse" aria-pressed={draft.excuse === excuse.key} onClick={() => toggle(excuse.key)}>
              {index < 10 && <Kbd keys={String((index + 1) % 10)} />}{excuse.label}
            </button>
          ))}
        </div>
      </div>
      {chosen && (
        <div className="answer" aria-live="polite">
          <h3>{t("room.evidence")}</h3>
          {chosen.evidence.length === 0 && <p className="small second">{t("room.noEvidence")}</p>}
          <ul className="sheet-facts roomy">
            {chosen.evidence.map((evidence, index) => (
              <li key={index} data-caution={evidence.ok ? undefined : true}><Shape name={evidence.ok ? "done" : "caution"} size={14} /><span>{evidence.text}</span><em>{evidence.on ? day(evidence.on) : ""}</em></li>
            ))}
          </ul>
          <h3>{t("room.canSay")}</h3>
          <p className="to-say">{quoted(chosen.reply)}</p>
          <p className="small" style={{ marginTop: 8 }}><b className="medium">{t("room.followUp")}</b> {chosen.followUp}</p>
        </div>
      )}
      <CopyMail sheet={sheet} draft={draft} change={change} />
      <p className="rather-not"><Shape name="pause" /><span><b className="medium">{t("room.ratherNot")}</b> {t("room.ratherNotText")}</span></p>
    </section>
  );
}

/** "Send a copy of the invoice now", with its delivery as it happens while you speak. */
function CopyMail({ sheet, draft, change }: { sheet: Sheet } & Pick<DraftState, "draft" | "change">) {
  const { t } = useTranslation();
  const { run, busy, refused } = useAct(SendInvoiceCopyDocument);
  const [sent, setSent] = useState<MessageStateFragment | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useKeys({ "alt+k": () => form.current?.requestSubmit() });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const invoiceIds = sheet.invoices.map(({ invoice }) => invoice.id);
    if (busy || draft.confirmTo.trim() === "" || invoiceIds.length === 0) return;
    const done = await run({ debtorId: sheet.debtor.id, invoiceIds, to: draft.confirmTo.trim() });
    if (done) setSent(done.sendInvoiceCopy);
  };
  return (
    <div className="copy-mail no-print">
      <form ref={form} onSubmit={(event) => void send(event)}>
        <TextField label={t("room.copyTo")} type="email" value={draft.confirmTo} onChange={(event) => change({ confirmTo: event.currentTarget.value })} />
        <Button type="submit" act="work" busy={busy} keys="alt+k">{sent ? t("room.copyAgain") : t("room.copyNow")}</Button>
      </form>
      {refused && <Fault>{refused}</Fault>}
      {sent && <LiveDelivery first={sent} />}
    </div>
  );
}

function LiveDelivery({ first }: { first: MessageStateFragment }) {
  const { data } = useQuery(MessageDeliveryDocument, { variables: { id: first.id }, pollInterval: 2_000 });
  return <DeliveryLine message={data?.message.row ?? first} />;
}
