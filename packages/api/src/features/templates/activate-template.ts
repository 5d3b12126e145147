import { Refusal } from "@tegemoet/domain";
import { draftText, ownTextFaults, redMarks, SAMPLE_BRAND, sampleFacts } from "@tegemoet/messages";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { findVersion, lockVersions, type TemplateVersionRow } from "./template.queries";

/**
 * Takes a draft into use: from now on every message of its kind is written by it. What was sent stays as it was sent.
 *
 * Refuses with NOT_FOUND; ALREADY_DECIDED for a version that isn't a draft any more; CONFLICT when somebody changed it in between;
 * TEXT_FAULTY {faults} for an unknown variable, tag or block, or a fourteen-day letter that fails to say what the law asks (I-39);
 * TONE_UNCONFIRMED {marks} for words that sound hard, until a person says that they stay.
 */
export async function activateTemplate(tx: Tx, { id, rowVersion, confirmed }: { id: string; rowVersion: number; confirmed: boolean }): Promise<void> {
  const found = await findVersion(tx, id);
  if (!found) throw new Refusal("NOT_FOUND");
  const versions = await lockVersions(tx, found);
  const draft = versions.find((version) => version.id === id);
  if (!draft || draft.activatedAt || draft.retiredAt) throw new Refusal("ALREADY_DECIDED");
  if (draft.rowVersion !== rowVersion) throw new Refusal("CONFLICT", { changedBy: draft.madeBy });
  const faults = ownTextFaults(draft, draft);
  if (faults.length > 0) throw new Refusal("TEXT_FAULTY", { faults: faults.map(({ part, code, detail }) => `${part}: ${code} ${detail}`) });
  const red = redMarksOf(draft);
  if (red.length > 0 && !confirmed) throw new Refusal("TONE_UNCONFIRMED", { marks: red });
  const staffId = tx.actor.kind === "staff" ? tx.actor.id : null;
  await tx.query(
    `update template_version set retired_at = $3, retired_by = $4, row_version = row_version + 1
     where organisation_id = $1 and id = any($2::uuid[]) and activated_at is not null and retired_at is null`,
    [tx.organisationId, versions.map((version) => version.id), tx.now, staffId],
  );
  await tx.query("update template_version set activated_at = $3, activated_by = $4, row_version = row_version + 1 where organisation_id = $1 and id = $2", [tx.organisationId, id, tx.now, staffId]);
  await audit(tx, { action: "activate-template", subject: "template-version", subjectId: id, after: { kind: draft.kind, channel: draft.channel, language: draft.language, tone: draft.tone, version: draft.version, confirmed: red } });
}

/** The words in a text that sound hard, as it would be written about made-up people. */
function redMarksOf(draft: TemplateVersionRow): string[] {
  const { tone } = draftText(draft, draft, sampleFacts(draft.kind, draft.language, draft.tone), SAMPLE_BRAND);
  return redMarks(tone).map(({ rule, text }) => `${rule}: ${text}`);
}
