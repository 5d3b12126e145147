import { useQuery } from "@apollo/client/react";
import { useState, type ComponentProps, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { AccountDocument, type AccountQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useMay, type Act } from "../../lib/may";
import { useWords } from "../../lib/words";
import { Button, WhoCan } from "../../ui/button";
import { CorrectDialog } from "../../ui/correct-dialog";
import { Page } from "../../ui/frame/page";
import { Empty, View } from "../../ui/view-state";
import { AllocateDialog, type MoneyLeft } from "./allocate-dialog";
import { ChargeBackDialog, RefundDialog, ReverseDialog } from "./money-back-dialogs";
import "./account-page.css";
import "./debtor-page.css";

type Account = AccountQuery["account"];
type Part = Account["payments"][number]["parts"][number];

/** What is being done: one dialog at a time. */
type Doing = { do: "allocate" | "refund"; money: MoneyLeft } | { do: "chargeBack"; paymentId: string } | { do: "reverse"; entryId: string } | { do: "correct" };

/** The money of a debtor: every payment and credit note with what each paid first, what is left of it, and what was let go. */
export default function AccountPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const asked = useQuery(AccountDocument, { variables: { debtorId: id } });
  const debtor = asked.data?.account.debtor;
  return (
    <Page title={debtor?.name ?? t("account.title")} crumb={{ to: `/debtors/${id}`, text: debtor?.number ?? t("account.back") }} sub={t("account.title")}>
      <View asked={asked} rows={8}>{(data) => <AccountView account={data.account} />}</View>
    </Page>
  );
}

function AccountView({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const credit = account.creditNotes.reduce((sum, { leftCents }) => sum + leftCents, 0);
  return (
    <>
      <dl className="debtor-figures">
        <div><dt>{t("account.open")}</dt><dd>{money(account.debtor.openCents)}</dd></div>
        <div><dt>{t("account.left")}</dt><dd>{money(account.debtor.unallocatedCents)}</dd></div>
        {credit > 0 && <div><dt>{t("account.credit")}</dt><dd>{money(credit)}</dd></div>}
      </dl>
      <div className="section-head"><h2>{t("account.payments")}</h2></div>
      <WhoCan act="moneyBack" />
      {account.payments.length === 0 && <Empty>{t("account.noPayments")}</Empty>}
      <ul className="account-list">{account.payments.map((payment) => <Payment key={payment.id} payment={payment} onDo={setDoing} />)}</ul>
      <div className="section-head"><h2>{t("account.credits")}</h2></div>
      {account.creditNotes.length === 0 && <p className="small second">{t("account.noCredits")}</p>}
      <ul className="account-list">{account.creditNotes.map((note) => <CreditNote key={note.id} note={note} onDo={setDoing} />)}</ul>
      <div className="section-head">
        <h2>{t("account.corrections")}</h2>
        {account.openInvoices.length > 0 && <span className="rest"><Button size="row" act="work" inBar onClick={() => setDoing({ do: "correct" })}>{t("correct.act")}</Button></span>}
      </div>
      <Corrections account={account} onReverse={(entryId) => setDoing({ do: "reverse", entryId })} />
      {doing?.do === "allocate" && <AllocateDialog money={doing.money} invoices={account.openInvoices} onClose={close} />}
      {doing?.do === "refund" && <RefundDialog money={doing.money} onClose={close} />}
      {doing?.do === "chargeBack" && <ChargeBackDialog paymentId={doing.paymentId} onClose={close} />}
      {doing?.do === "reverse" && <ReverseDialog entryId={doing.entryId} onClose={close} />}
      {doing?.do === "correct" && <CorrectDialog invoices={account.openInvoices} onClose={close} />}
    </>
  );
}

/** An act in a row. Who may not do it is told once, above the list: a column of dead buttons says nothing more. */
function RowAct({ act, ...rest }: ComponentProps<typeof Button> & { act: Act }) {
  const { may } = useMay(act);
  return may ? <Button size="row" act={act} {...rest} /> : null;
}

function Payment({ payment, onDo }: { payment: Account["payments"][number]; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  const left: MoneyLeft = { kind: "payment", id: payment.id, cents: payment.unallocatedCents, from: payment.receivedOn };
  return (
    <Item
      head={<><b>{day(payment.receivedOn)}</b> <span>{word("paymentSources", payment.source)}{payment.payerName && `, ${payment.payerName}`}</span>{payment.reference && <span className="third tiny"> {payment.reference}</span>}</>}
      cents={payment.cents} parts={payment.parts} onReverse={(entryId) => onDo({ do: "reverse", entryId })} refunds={payment.refunds}
      left={payment.chargedBackOn ? t("account.chargedBack", { day: day(payment.chargedBackOn) }) : payment.unallocatedCents > 0 ? t("account.leftOf", { amount: money(payment.unallocatedCents) }) : null}
      acts={payment.chargedBackOn === null && (
        <>
          {payment.unallocatedCents > 0 && <RowAct look="filled" act="work" onClick={() => onDo({ do: "allocate", money: left })}>{t("account.allocate")}</RowAct>}
          {payment.unallocatedCents > 0 && <RowAct act="moneyBack" onClick={() => onDo({ do: "refund", money: left })}>{t("account.refund")}</RowAct>}
          {payment.refunds.length === 0 && <RowAct look="text" act="moneyBack" onClick={() => onDo({ do: "chargeBack", paymentId: payment.id })}>{t("account.chargeBack")}</RowAct>}
        </>
      )}
    />
  );
}

function CreditNote({ note, onDo }: { note: Account["creditNotes"][number]; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const left: MoneyLeft = { kind: "credit", id: note.id, cents: note.leftCents, from: note.issuedOn };
  return (
    <Item
      head={<><b>{day(note.issuedOn)}</b> <Link to={`/invoices/${note.id}`}>{note.number}</Link>{note.creditsNumber && <span className="second"> {t("account.credits_of", { number: note.creditsNumber })}</span>}</>}
      cents={note.totalCents} parts={note.parts} onReverse={(entryId) => onDo({ do: "reverse", entryId })} refunds={note.refunds}
      left={note.leftCents > 0 ? t("account.creditLeft", { amount: money(note.leftCents) }) : null}
      acts={note.leftCents > 0 && (
        <>
          <RowAct look="filled" act="work" onClick={() => onDo({ do: "allocate", money: left })}>{t("account.setOff")}</RowAct>
          <RowAct act="moneyBack" onClick={() => onDo({ do: "refund", money: left })}>{t("account.refund")}</RowAct>
        </>
      )}
    />
  );
}

interface ItemProps {
  head: ReactNode;
  cents: number;
  parts: readonly Part[];
  refunds: Account["payments"][number]["refunds"];
  left: string | null;
  acts: ReactNode;
  onReverse: (entryId: string) => void;
}

/** Money that came or a credit, with what it paid, part by part in the order of the law. */
function Item({ head, cents, parts, refunds, left, acts, onReverse }: ItemProps) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  const entries = [...new Set(parts.map(({ entryId }) => entryId))].map((entryId) => parts.filter((part) => part.entryId === entryId));
  return (
    <li className="account-item">
      <div className="account-head"><span>{head}</span><span className="amount medium">{money(cents)}</span></div>
      {entries.map((entry) => (
        <div key={entry[0]?.entryId} className="account-line">
          <span className="small">
            <Link to={`/invoices/${entry[0]?.invoiceId}`}>{entry[0]?.invoiceNumber}</Link>{" "}
            <span className="second">{entry.map(({ part, cents: paid }) => `${word("claimParts", part)} ${money(paid)}`).join(", ")}</span> <span className="third tiny">{entry[0]?.article}</span>
          </span>
          <RowAct look="text" act="moneyBack" onClick={() => onReverse(entry[0]?.entryId ?? "")}>{t("account.reverse")}</RowAct>
        </div>
      ))}
      {refunds.map((refund) => (
        <div key={refund.entryId} className="account-line">
          <span className="small second">{t("account.refunded", { amount: money(refund.cents), day: day(refund.on), reason: refund.reason })}</span>
          <RowAct look="text" act="moneyBack" onClick={() => onReverse(refund.entryId)}>{t("account.reverse")}</RowAct>
        </div>
      ))}
      {(left !== null || acts) && <div className="account-line"><span className="small medium">{left}</span><span className="account-acts">{acts}</span></div>}
    </li>
  );
}

function Corrections({ account, onReverse }: { account: Account; onReverse: (entryId: string) => void }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  if (account.corrections.length === 0) return <p className="small second">{t("account.noCorrections")}</p>;
  return (
    <ul className="account-list">
      {account.corrections.map((entry) => (
        <li key={entry.entryId} className="account-item">
          <div className="account-head"><span><b>{day(entry.on)}</b> {t(`standing.kinds.${entry.kind as "waiver"}`)}</span><span className="amount medium">{money(entry.cents)}</span></div>
          <div className="account-line">
            <span className="small second">
              {entry.parts.map(({ invoiceNumber, part, cents }) => `${invoiceNumber} ${word("claimParts", part)} ${money(cents)}`).join(", ")}<br />
              “{entry.reason}”{entry.by && ` ${t("account.by", { name: entry.by })}`}
            </span>
            {entry.reversedOn ? <span className="small">{t("account.reversed", { day: day(entry.reversedOn) })}</span> : <RowAct look="text" act="moneyBack" onClick={() => onReverse(entry.entryId)}>{t("account.reverse")}</RowAct>}
          </div>
        </li>
      ))}
    </ul>
  );
}
