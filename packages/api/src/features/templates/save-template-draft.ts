import { Refusal } from "@tegemoet/domain";
import { readyText, voiceOf, type TextKey, type TextParts } from "@tegemoet/messages";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { lockVersions, lockWords } from "./template.queries";

export interface TemplateDraft {
  readonly key: TextKey;
  readonly parts: TextParts;
  readonly note?: string | null;
  /** The row version of the draft that the writer started from; null when there was none. */
  readonly rowVersion: number | null;
}

/** Longest part of a text, in characters; the same as the engine takes. */
const LONGEST_PART = 20_000;

/**
 * Keeps what somebody is writing: the one draft of a text, made when there is none. A draft may still have faults; nothing is sent by it.
 *
 * Refuses with INPUT_INVALID for a kind that this channel has no text of, and CONFLICT when somebody else saved in between.
 */
export async function saveTemplateDraft(tx: Tx, { key, parts, note, rowVersion }: TemplateDraft): Promise<{ id: string }> {
  if (!readyText(key)) throw new Refusal("INPUT_INVALID", { field: "channel" });
  for (const [field, text] of Object.entries(parts)) if (text.length > LONGEST_PART) throw new Refusal("INPUT_INVALID", { field, most: LONGEST_PART });
  await lockWords(tx, key);
  const versions = await lockVersions(tx, key);
  const draft = versions.find(({ activatedAt, retiredAt }) => !activatedAt && !retiredAt);
  if ((draft?.rowVersion ?? null) !== rowVersion) throw new Refusal("CONFLICT", { changedBy: draft?.madeBy ?? null });
  const staffId = tx.actor.kind === "staff" ? tx.actor.id : null;
  if (draft) {
    await tx.query(
      `update template_version set subject = $3, preheader = $4, body = $5, note = $6, made_at = $7, made_by = $8, row_version = row_version + 1 where organisation_id = $1 and id = $2`,
      [tx.organisationId, draft.id, parts.subject, parts.preheader, parts.body, note ?? null, tx.now, staffId],
    );
    await audit(tx, { action: "save-template-draft", subject: "template-version", subjectId: draft.id, before: { subject: draft.subject, body: draft.body }, after: { ...parts } });
    return { id: draft.id };
  }
  const id = newId();
  await tx.query(
    `insert into template_version (organisation_id, id, kind, channel, language, tone, version, subject, preheader, body, note, made_at, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [tx.organisationId, id, key.kind, key.channel, key.language, voiceOf(key.kind, key.tone), (versions[0]?.version ?? 0) + 1, parts.subject, parts.preheader, parts.body, note ?? null, tx.now, staffId],
  );
  await audit(tx, { action: "save-template-draft", subject: "template-version", subjectId: id, after: { ...key, ...parts } });
  return { id };
}
