import { formatDay, formatMoney, type Language } from "@tegemoet/domain";
import { plainValue, renderLiquid, restoreMarks } from "../liquid-sandbox";
import { renderText } from "../mail/render-mail";
import type { MessageContent } from "../message-content";
import type { Brand, MessageFacts } from "../message-facts";
import type { LetterKind, MessageTone } from "../message-kinds";
import { textVariables } from "../text-variables";
import { LETTER_TEMPLATES, type LetterSource } from "../texts/letter-texts";

/** What to write on paper, to whom, in which voice. */
export interface LetterOrder {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly tone: MessageTone;
  readonly facts: MessageFacts;
  readonly brand: Brand;
  /** The organisation's own text. Default: `LETTER_TEMPLATES`. */
  readonly template?: LetterSource;
}

/** A row of the letter's bill: what, until when, how much, what was paid, what is open. */
export interface LetterBillRow {
  readonly number: string;
  readonly hint: string;
  readonly due: string;
  readonly total: string;
  readonly paid: string;
  readonly open: string;
}

/** A letter worked out in words and figures; paper and plain text only set it. */
export interface LetterContent {
  readonly message: MessageContent;
  readonly heading: string;
  readonly sender: readonly string[];
  readonly addressee: readonly string[];
  readonly date: string;
  readonly reference: string | null;
  readonly rows: readonly LetterBillRow[];
  readonly closing: string;
  /** Beside the bank details: the ways on, and whom to call. */
  readonly waysOn: string;
}

/** Works a letter out from its facts and its text. */
export function letterContent({ kind, language, tone, facts, template }: LetterOrder): LetterContent {
  const { heading, body } = template ?? LETTER_TEMPLATES[kind][language][tone];
  const message = renderText(kind, language, tone, facts, { subject: "", preheader: "", body });
  const { words } = message;
  const { creditor, debtor, letter } = facts;
  const present = (lines: readonly (string | null | undefined)[]): string[] => lines.map(plainValue).filter(Boolean);
  return {
    message,
    heading: restoreMarks(renderLiquid(heading, textVariables(kind, language, tone, facts))).trim(),
    sender: present([
      creditor.legalName || creditor.name,
      creditor.address,
      placeOf(creditor),
      creditor.phone,
      creditor.email,
      creditor.kvk ? `${words.registration} ${creditor.kvk}` : "",
    ]),
    addressee: present([
      debtor.name,
      debtor.contactPerson ? `${words.attention} ${debtor.contactPerson}` : "",
      debtor.address,
      placeOf(debtor),
      debtor.country,
    ]),
    date: formatDay(facts.today, "full", language),
    reference: plainValue(letter?.reference) || null,
    rows: facts.invoices.map((invoice) => ({
      number: plainValue(invoice.number),
      hint: present([invoice.description, formatDay(invoice.issuedOn, "full", language).replace(/^\S+ /, "")]).join(
        ", ",
      ),
      due: formatDay(invoice.dueOn, "full", language).replace(/^\S+ /, ""),
      total: formatMoney(invoice.totalCents, language),
      paid: formatMoney(invoice.totalCents - invoice.openCents, language),
      open: formatMoney(invoice.openCents, language),
    })),
    closing: `${words.regards} ${present([creditor.contactPerson, creditor.contactRole?.toLowerCase()]).join(", ") || plainValue(creditor.name)}`,
    waysOn: waysOn(kind, message, facts),
  };
}

function placeOf(party: { postalCode?: string | null; city?: string | null }): string {
  return [party.postalCode, party.city].filter(Boolean).join(" ");
}

function waysOn(kind: LetterKind, { words }: MessageContent, { creditor, portalUrl }: MessageFacts): string {
  const whom = plainValue(creditor.contactPerson || creditor.name);
  const reach = creditor.phone
    ? `${words.call} ${whom}: ${plainValue(creditor.phone).replace(/ /g, "\u00a0")}.`
    : `${words.email}: ${plainValue(creditor.email)}.`;
  // Who pays in instalments already knows that it can be done.
  return [kind.startsWith("instalment-") ? "" : words.termsToo, words.stuck, reach, portalUrl ? words.orLook : ""].filter(Boolean).join(" ");
}
