import { Refusal } from "@tegemoet/domain";
import { isMessageKind, MESSAGE_KINDS, MESSAGE_TONES, pickableVariables, readyText, voiceOf, type TextKey } from "@tegemoet/messages";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Tx } from "../../platform/database/transaction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { LanguageEnum, ToneEnum } from "../organisations/organisation.view";
import { activateTemplate } from "./activate-template";
import { retireTemplate } from "./retire-template";
import { saveTemplateDraft } from "./save-template-draft";
import { findVersion, isTextChannel, listStandingTexts, listVersions, TEXT_CHANNELS, textKey } from "./template.queries";
import { AdminTemplateVersion, AdminTextDetail, AdminTextParts, AdminTextRow } from "./template.view";

/** Every text there is: of each kind its channels, in both languages and voices; the law's letters have one voice. */
const ALL_KEYS: readonly TextKey[] = MESSAGE_KINDS.flatMap((kind) =>
  TEXT_CHANNELS.flatMap((channel) => (["nl", "en"] as const).flatMap((language) => MESSAGE_TONES.map((tone) => ({ kind, channel, language, tone })))),
).filter((key) => readyText(key) !== undefined && voiceOf(key.kind, key.tone) === key.tone);

@Resolver()
export class TemplateAdminResolver {
  @Query(() => [AdminTextRow])
  async texts(@Ctx() { read }: StaffContext): Promise<AdminTextRow[]> {
    const standing = await read(listStandingTexts);
    return ALL_KEYS.map((key) => AdminTextRow.of(key, standing.filter((row) => textKey(row) === textKey(key))));
  }

  @Query(() => AdminTextDetail)
  async text(
    @Ctx() { read }: StaffContext,
    @Arg("kind", () => String) kind: string,
    @Arg("channel", () => String) channel: string,
    @Arg("language", () => LanguageEnum) language: "nl" | "en",
    @Arg("tone", () => ToneEnum) tone: "u" | "je",
  ): Promise<AdminTextDetail> {
    const key = keyOf({ kind, channel, language, tone });
    const versions = await read((reader) => listVersions(reader, key));
    return Object.assign(new AdminTextDetail(), AdminTextRow.of(key, versions), {
      ready: readyText(key), versions: versions.map((row) => AdminTemplateVersion.of(row)), variables: pickableVariables(key),
    });
  }

  @Mutation(() => AdminTemplateVersion)
  async saveTemplateDraft(
    @Ctx() { write }: StaffContext,
    @Arg("kind", () => String) kind: string,
    @Arg("channel", () => String) channel: string,
    @Arg("language", () => LanguageEnum) language: "nl" | "en",
    @Arg("tone", () => ToneEnum) tone: "u" | "je",
    @Arg("parts", () => AdminTextParts) parts: AdminTextParts,
    @Arg("rowVersion", () => Int, { nullable: true }) rowVersion?: number | null,
    @Arg("note", () => String, { nullable: true }) note?: string | null,
  ): Promise<AdminTemplateVersion> {
    const key = keyOf({ kind, channel, language, tone });
    return write(async (tx) => versionOf(tx, (await saveTemplateDraft(tx, { key, parts: { ...parts }, rowVersion: rowVersion ?? null, note: note?.slice(0, 300) })).id));
  }

  @Mutation(() => AdminTemplateVersion)
  async activateTemplate(
    @Ctx() { write }: StaffContext,
    @Arg("id", () => ID) id: string,
    @Arg("rowVersion", () => Int) rowVersion: number,
    @Arg("confirmed", () => Boolean, { defaultValue: false }) confirmed: boolean,
  ): Promise<AdminTemplateVersion> {
    return write(async (tx) => {
      await activateTemplate(tx, { id: idOf(id), rowVersion, confirmed });
      return versionOf(tx, id);
    });
  }

  @Mutation(() => AdminTemplateVersion)
  async retireTemplate(@Ctx() { write }: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminTemplateVersion> {
    return write(async (tx) => {
      await retireTemplate(tx, { id: idOf(id) });
      return versionOf(tx, id);
    });
  }
}

async function versionOf(tx: Tx, id: string): Promise<AdminTemplateVersion> {
  const row = await findVersion(tx, idOf(id));
  if (!row) throw new Refusal("NOT_FOUND");
  return AdminTemplateVersion.of(row);
}

function keyOf({ kind, channel, language, tone }: { kind: string; channel: string; language: "nl" | "en"; tone: "u" | "je" }): TextKey {
  if (!isMessageKind(kind)) throw new Refusal("INPUT_INVALID", { field: "kind" });
  if (!isTextChannel(channel)) throw new Refusal("INPUT_INVALID", { field: "channel" });
  const key = { kind, channel, language, tone: voiceOf(kind, tone) };
  if (!readyText(key)) throw new Refusal("INPUT_INVALID", { field: "channel" });
  return key;
}
