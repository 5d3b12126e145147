import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { LanguageEnum, ToneEnum } from "../organisations/organisation.view";
import { isTextChannel } from "../templates/template.queries";
import { previewMessage } from "./preview-message";
import { AdminMessagePreview } from "./preview.view";

@Resolver()
export class PreviewAdminResolver {
  @Query(() => AdminMessagePreview)
  async previewMessage(
    @Ctx() { read, today, config }: StaffContext,
    @Arg("kind", () => String) kind: string,
    @Arg("debtorId", () => ID) debtorId: string,
    @Arg("language", () => LanguageEnum, { nullable: true }) language?: "nl" | "en" | null,
    @Arg("tone", () => ToneEnum, { nullable: true }) tone?: "u" | "je" | null,
    @Arg("channel", () => String, { nullable: true }) channel?: string | null,
    @Arg("subject", () => String, { nullable: true }) subject?: string | null,
    @Arg("preheader", () => String, { nullable: true }) preheader?: string | null,
    @Arg("body", () => String, { nullable: true }) body?: string | null,
  ): Promise<AdminMessagePreview> {
    if (channel != null && !isTextChannel(channel)) throw new Refusal("INPUT_INVALID", { field: "channel" });
    const order = { kind, debtorId: idOf(debtorId), language, tone, channel, subject, preheader, body, today, publicUrl: config.PUBLIC_URL };
    return AdminMessagePreview.of(await read((reader) => previewMessage(reader, order)));
  }
}
