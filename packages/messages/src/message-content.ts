import { formatDay, formatIban, formatMoney, type Language } from "@tegemoet/domain";
import { frameWords, type FrameWords } from "./frame-words";
import { plainValue } from "./liquid-sandbox";
import type { Block, Destination, ScheduleSource } from "./message-blocks";
import type { InstalmentFacts, MessageFacts } from "./message-facts";
import type { MessageKind, MessageTone } from "./message-kinds";
import { payAmount } from "./text-variables";

/** A row of figures: a name with hints under it, and an amount. */
export interface BillRow {
  readonly label: string;
  readonly hints: readonly string[];
  readonly amount: string;
}

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

/**
 * A message worked out in words and figures; HTML, plain text and paper only draw it. Values are plain text, not
 * markup.
 */
export interface MessageContent {
  readonly language: Language;
  readonly tone: MessageTone;
  readonly words: FrameWords;
  readonly blocks: readonly Block[];
  readonly subject: string;
  readonly preheader: string;
  readonly bill: { readonly rows: readonly BillRow[]; readonly total: string };
  readonly costs: {
    readonly rows: readonly (readonly [string, string, string])[];
    readonly total: readonly [string, string, string];
  } | null;
  readonly schedule: (of: ScheduleSource) => { readonly rows: readonly LabelledValue[]; readonly total: string };
  readonly bank: readonly LabelledValue[];
  readonly link: (to: Destination | "agree" | "disagree") => string | null;
  readonly code: string | null;
  readonly signature: {
    readonly name: string | null;
    readonly role: string;
    readonly phone: string | null;
    readonly phoneHours: string | null;
  };
  readonly accountEnd: string;
  readonly ownAddress: string | null;
  readonly ownCode: string | null;
  readonly smallPrint: readonly string[];
}

/** How many invoices a bill names; the rest are told as a number and stand on the debtor's page (README, "Bill"). */
const MAX_BILL_ROWS = 12;

/** Works a message out from its facts and its text, already read as blocks. */
export function messageContent(
  kind: MessageKind,
  language: Language,
  tone: MessageTone,
  facts: MessageFacts,
  text: { subject: string; preheader: string; blocks: readonly Block[] },
): MessageContent {
  const words = frameWords(language, tone);
  const { creditor } = facts;
  return {
    ...text,
    language,
    tone,
    words,
    bill: { rows: billRows(language, words, facts), total: formatMoney(facts.totalCents, language) },
    costs: costRows(language, words, facts),
    schedule: (of) => scheduleRows(language, instalmentsOf(of, facts)),
    bank: [
      { label: words.amount, value: formatMoney(payAmount(kind, facts), language) },
      { label: words.account, value: formatIban(creditor.iban) },
      { label: words.accountName, value: plainValue(creditor.legalName || creditor.name) },
      { label: words.reference, value: paymentReference(facts) },
    ],
    link: (to) => linkTo(to, facts),
    code: facts.code ?? null,
    signature: {
      name: plainValue(creditor.contactPerson) || null,
      role: [creditor.contactRole, creditor.name].map(plainValue).filter(Boolean).join(", "),
      phone: plainValue(creditor.phone) || null,
      phoneHours: capitalised(plainValue(creditor.phoneHours)) || null,
    },
    accountEnd: creditor.iban.replace(/\s+/g, "").slice(-4),
    ownAddress: ownAddress(facts),
    // A mail with a check code names no other code: two would be mixed up.
    ownCode: kind === "portal-code" ? null : plainValue(facts.portalCode) || null,
    smallPrint: smallPrint(facts, words),
  };
}

/** The reference to pay with: the betalingskenmerk in fours, else the invoice numbers. */
export function paymentReference(facts: MessageFacts): string {
  const reference = plainValue(facts.paymentReference);
  if (!reference) return facts.invoices.map((invoice) => plainValue(invoice.number)).join(", ");
  return /^\d{9,16}$/.test(reference) ? reference.replace(/(.{4})(?=.)/g, "$1\u00a0") : reference;
}

function billRows(language: Language, words: FrameWords, facts: MessageFacts): BillRow[] {
  const rows = facts.invoices.slice(0, MAX_BILL_ROWS).map((invoice) => {
    const credited = invoice.creditedCents ?? 0;
    const paid = invoice.paidCents ?? invoice.totalCents - invoice.openCents - credited;
    return {
      label: `${words.invoice} ${plainValue(invoice.number)}`,
      hints: [
        plainValue(invoice.description),
        `${words.ofDay} ${formatDay(invoice.issuedOn, "full", language)}`,
        credited > 0 ? `${words.credited} ${formatMoney(credited, language)}` : "",
        paid > 0 ? `${words.alreadyPaid} ${formatMoney(paid, language)}` : "",
      ].filter(Boolean),
      amount: formatMoney(invoice.openCents, language),
    };
  });
  const more = facts.invoices.slice(MAX_BILL_ROWS);
  if (more.length === 0) return rows;
  const label = language === "nl" ? `En ${more.length} andere facturen` : `And ${more.length} other invoices`;
  return [
    ...rows,
    {
      label,
      hints: [],
      amount: formatMoney(
        more.reduce((sum, invoice) => sum + invoice.openCents, 0),
        language,
      ),
    },
  ];
}

function costRows(language: Language, words: FrameWords, facts: MessageFacts): MessageContent["costs"] {
  if (facts.costsCents == null) return null;
  const total = formatMoney(facts.totalCents, language);
  return {
    rows: [
      [words.invoices, total, total],
      [words.costs, formatMoney(0, language), formatMoney(facts.costsCents, language)],
    ],
    total: [words.pay, total, formatMoney(facts.totalCents + facts.costsCents, language)],
  };
}

function instalmentsOf(of: ScheduleSource, facts: MessageFacts): readonly InstalmentFacts[] {
  if (of === "plan") return facts.plan?.instalments ?? [];
  return (of === "example" ? facts.planExample?.instalments : facts.agreement?.instalments) ?? [];
}

function scheduleRows(
  language: Language,
  instalments: readonly InstalmentFacts[],
): ReturnType<MessageContent["schedule"]> {
  return {
    rows: instalments.map(({ on, cents }) => ({
      label: formatDay(on, "full", language),
      value: formatMoney(cents, language),
    })),
    total: formatMoney(
      instalments.reduce((sum, { cents }) => sum + cents, 0),
      language,
    ),
  };
}

const PATHS = { pay: "/betalen", terms: "/termijnen", agree: "/klopt", disagree: "/klopt#niet" } as const;

function linkTo(to: Destination | "agree" | "disagree", facts: MessageFacts): string | null {
  const base = facts.portalUrl;
  if (to === "portal") return base ?? null;
  return facts.links?.[to] ?? (base ? `${base.replace(/\/$/, "")}${PATHS[to]}` : null);
}

function ownAddress(facts: MessageFacts): string | null {
  if (facts.portalAddress) return plainValue(facts.portalAddress);
  return facts.portalUrl ? new URL(facts.portalUrl).host : null;
}

function smallPrint({ creditor }: MessageFacts, words: FrameWords): string[] {
  const place = [plainValue(creditor.postalCode), plainValue(creditor.city)].filter(Boolean).join(" ");
  const address = [plainValue(creditor.legalName || creditor.name), plainValue(creditor.address), place]
    .filter(Boolean)
    .join(", ");
  return [address, creditor.kvk ? `${words.registration} ${plainValue(creditor.kvk)}` : ""].filter(Boolean);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
