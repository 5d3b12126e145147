import { voiceOf, type TextKey, type TextMedium } from "@tegemoet/messages";
import type { Reader } from "../../platform/database/transaction";

export const TEXT_CHANNELS = ["mail", "letter", "sms"] as const satisfies readonly TextMedium[];

export function isTextChannel(text: string): text is TextMedium {
  return (TEXT_CHANNELS as readonly string[]).includes(text);
}

/** A version of an organisation's own text. Of a letter the subject is its heading; a text message has a body alone. */
export interface TemplateVersionRow extends TextKey {
  id: string;
  version: number;
  subject: string;
  preheader: string;
  body: string;
  note: string | null;
  madeAt: Date;
  madeBy: string | null;
  rowVersion: number;
  activatedAt: Date | null;
  activatedBy: string | null;
  retiredAt: Date | null;
  retiredBy: string | null;
}

const COLUMNS = `
  version.id, version.kind, version.channel, version.language, version.tone, version.version, version.subject, version.preheader, version.body, version.note,
  version.made_at as "madeAt", maker.name as "madeBy", version.row_version as "rowVersion", version.activated_at as "activatedAt", activator.name as "activatedBy",
  version.retired_at as "retiredAt", retirer.name as "retiredBy"
  from template_version version left join staff maker on maker.id = version.made_by left join staff activator on activator.id = version.activated_by
    left join staff retirer on retirer.id = version.retired_by`;

const OF_KEY = "version.organisation_id = $1 and version.kind = $2 and version.channel = $3 and version.language = $4 and version.tone = $5";

function keyValues(reader: Reader, { kind, channel, language, tone }: TextKey): unknown[] {
  return [reader.organisationId, kind, channel, language, voiceOf(kind, tone)];
}

/** All versions of one text, the newest first. */
export function listVersions(reader: Reader, key: TextKey): Promise<TemplateVersionRow[]> {
  return reader.query(`select ${COLUMNS} where ${OF_KEY} order by version.version desc`, keyValues(reader, key));
}

export function findVersion(reader: Reader, id: string): Promise<TemplateVersionRow | undefined> {
  return reader.first(`select ${COLUMNS} where version.organisation_id = $1 and version.id = $2`, [reader.organisationId, id]);
}

/** Two people who save the first draft of one text come one after the other: there is no row yet to lock. */
export async function lockWords(reader: Reader, key: TextKey): Promise<void> {
  await reader.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`text:${reader.organisationId}:${textKey(key)}`]);
}

/** Locks the versions of one text, so that two people's acts on it come one after the other. */
export async function lockVersions(reader: Reader, key: TextKey): Promise<TemplateVersionRow[]> {
  await reader.query(`select 1 from template_version version where ${OF_KEY} order by version.id for update`, keyValues(reader, key));
  return listVersions(reader, key);
}

/** A text as sending needs it. */
export interface ActiveText {
  readonly id: string;
  readonly subject: string;
  readonly preheader: string;
  readonly body: string;
}

/** One word for a text's key, in the voice in which the kind is really written. */
export function textKey({ kind, channel, language, tone }: TextKey): string {
  return [kind, channel, language, voiceOf(kind, tone)].join(" ");
}

/** The active own texts of an organisation of these kinds, by {@link textKey}; what isn't there is written by our own text. */
export async function activeTexts(reader: Reader, wanted: readonly Pick<TextKey, "kind">[]): Promise<Map<string, ActiveText>> {
  const kinds = [...new Set(wanted.map(({ kind }) => kind))];
  if (kinds.length === 0) return new Map();
  const rows = await reader.query<ActiveText & TextKey>(
    `select id, kind, channel, language, tone, subject, preheader, body from template_version
     where organisation_id = $1 and kind = any($2::text[]) and activated_at is not null and retired_at is null`,
    [reader.organisationId, kinds],
  );
  return new Map(rows.map((row) => [textKey(row), row]));
}

/** What stands of every text of the organisation: its active version and its draft. */
export function listStandingTexts(reader: Reader): Promise<TemplateVersionRow[]> {
  return reader.query(
    `select ${COLUMNS} where version.organisation_id = $1 and version.retired_at is null order by version.kind, version.channel, version.language, version.tone`, [reader.organisationId]);
}
