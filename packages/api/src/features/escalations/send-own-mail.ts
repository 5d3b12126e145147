import { Refusal, type Language, type PlainDate } from "@tegemoet/domain";
import { draftText, lackingFacts, readyText, redMarks, SAMPLE_BRAND, sourceFaults, wordsToEdit, type TextKey, type TextParts } from "@tegemoet/messages";
import { audit } from "../../platform/audit";
import type { Reader, Tx } from "../../platform/database/transaction";
import { queueMessage, type OwnWords } from "../communications/queue-message";
import { composePreview } from "./preview-message";
import { openLines } from "./preview-subjects.queries";

export interface OwnMail extends OwnWords {
  readonly debtorId: string;
  /** True once a person read the marked words and says that they stay. */
  readonly confirmed: boolean;
  readonly today: PlainDate;
  readonly publicUrl: string;
}

/**
 * Puts a mail that a person wrote themselves in line. It goes by the way of every other: the brake, a stop code, the hours and the address
 * are looked at when it leaves, and it counts as a contact.
 *
 * Refuses with NOT_FOUND; INPUT_INVALID without an address to send to, or when the words are empty; TEXT_FAULTY {faults} for words that can't be
 * written; TONE_UNCONFIRMED {marks} for words that sound hard, until the writer says that they stay.
 */
export async function sendOwnMail(tx: Tx, { debtorId, subject, body, confirmed, today, publicUrl }: OwnMail): Promise<{ messageId: string }> {
  const { key, composed, to } = await startOf(tx, { debtorId, today, publicUrl });
  if (!to) throw new Refusal("INPUT_INVALID", { field: "to" });
  if (!subject.trim() || !body.trim()) throw new Refusal("INPUT_INVALID", { field: subject.trim() ? "body" : "subject" });
  const parts: TextParts = { subject: subject.trim(), preheader: "", body: body.trim() };
  const faults = sourceFaults(key, parts);
  if (faults.length > 0) throw new Refusal("TEXT_FAULTY", { faults: faults.map(({ part, code, detail }) => `${part}: ${code} ${detail}`) });
  const lacking = lackingFacts(key, composed.facts);
  if (lacking.length > 0) throw new Refusal("LETTER_ELEMENT_MISSING", { kind: key.kind, element: lacking[0] ?? "", elements: lacking });
  const marks = redMarks(draftText(key, parts, composed.facts, SAMPLE_BRAND).tone).map(({ rule, text }) => `${rule}: ${text}`);
  if (marks.length > 0 && !confirmed) throw new Refusal("TONE_UNCONFIRMED", { marks });
  const lines = await openLines(tx, debtorId, today, false);
  const { caseId } = (await tx.first<{ caseId: string }>(`select id as "caseId" from collection_case where organisation_id = $1 and debtor_id = $2 and closed_on is null`, [tx.organisationId, debtorId])) ?? {};
  const { messageId } = await queueMessage(tx, {
    debtorId, kind: "own-words", channel: "mail", invoices: lines.map(({ invoiceId, openCents }) => ({ invoiceId, openCents })), sendAfter: tx.now, ...(caseId ? { caseId } : {}),
    ownWords: { subject: parts.subject, body: parts.body },
  });
  await audit(tx, { action: "send-own-mail", subject: "message", subjectId: messageId, after: { debtorId, subject: parts.subject, confirmed: marks } });
  return { messageId };
}

export interface OwnMailStart extends OwnWords {
  readonly language: Language;
  /** Where it would go; null when the debtor has no mail address. */
  readonly to: string | null;
}

/** What the writer of an own mail starts from: greeting, what it is about, how to answer. Refuses with NOT_FOUND. */
export async function ownMailStart(reader: Reader, order: { debtorId: string; today: PlainDate; publicUrl: string }): Promise<OwnMailStart> {
  const { key, composed, to } = await startOf(reader, order);
  const source = composed.text ?? readyText(key);
  if (!source) throw new Refusal("NOT_FOUND");
  return { ...wordsToEdit({ ...key, facts: composed.facts }, source, []), language: key.language, to };
}

async function startOf(reader: Reader, order: { debtorId: string; today: PlainDate; publicUrl: string }): Promise<{ key: TextKey; composed: Awaited<ReturnType<typeof composePreview>>["composed"]; to: string | null }> {
  const { key, composed } = await composePreview(reader, { ...order, kind: "own-words" });
  const row = await reader.first<{ to: string | null }>(
    `select coalesce(debtor.email, (select email from contact where organisation_id = $1 and debtor_id = debtor.id and email is not null order by is_primary desc, name limit 1)) as "to"
     from debtor where organisation_id = $1 and id = $2`,
    [reader.organisationId, order.debtorId],
  );
  return { key, composed, to: row?.to ?? null };
}
