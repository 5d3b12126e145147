import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findMessageRow } from "../communications/message.queries";
import { AdminMessageRow } from "../communications/message.view";
import { LanguageEnum, ToneEnum } from "../organisations/organisation.view";
import { ownMailStart, sendOwnMail } from "./send-own-mail";
import { sendTestMail } from "./send-test-mail";

@ObjectType("OwnMailStart")
export class AdminOwnMailStart {
  @Field(() => String) subject!: string;
  @Field(() => String) body!: string;
  @Field(() => LanguageEnum) language!: "nl" | "en";
  @Field(() => String, { nullable: true }) to!: string | null;
}

@Resolver()
export class OwnMailAdminResolver {
  @Query(() => AdminOwnMailStart)
  async ownMailStart(@Ctx() { read, today, config }: StaffContext, @Arg("debtorId", () => ID) debtorId: string): Promise<AdminOwnMailStart> {
    return read((reader) => ownMailStart(reader, { debtorId: idOf(debtorId), today, publicUrl: config.PUBLIC_URL }));
  }

  @Mutation(() => AdminMessageRow)
  async sendOwnMail(
    @Ctx() { write, today, config }: StaffContext,
    @Arg("debtorId", () => ID) debtorId: string,
    @Arg("subject", () => String) subject: string,
    @Arg("body", () => String) body: string,
    @Arg("confirmed", () => Boolean, { defaultValue: false }) confirmed: boolean,
  ): Promise<AdminMessageRow> {
    return write(async (tx) => {
      const { messageId } = await sendOwnMail(tx, { debtorId: idOf(debtorId), subject, body, confirmed, today, publicUrl: config.PUBLIC_URL });
      const row = await findMessageRow(tx, messageId);
      if (!row) throw new Refusal("NOT_FOUND");
      return AdminMessageRow.of(row);
    });
  }

  @Mutation(() => Boolean)
  async sendTestMail(
    @Ctx() { write, viewer, today, config, outside }: StaffContext,
    @Arg("kind", () => String) kind: string,
    @Arg("debtorId", () => ID) debtorId: string,
    @Arg("language", () => LanguageEnum, { nullable: true }) language?: "nl" | "en" | null,
    @Arg("tone", () => ToneEnum, { nullable: true }) tone?: "u" | "je" | null,
    @Arg("subject", () => String, { nullable: true }) subject?: string | null,
    @Arg("preheader", () => String, { nullable: true }) preheader?: string | null,
    @Arg("body", () => String, { nullable: true }) body?: string | null,
  ): Promise<boolean> {
    const order = { kind, debtorId: idOf(debtorId), language, tone, subject, preheader, body, today, publicUrl: config.PUBLIC_URL, staffId: viewer.staffId };
    const mail = await write((tx) => sendTestMail(tx, order));
    try {
      await outside.mail.send(mail);
    } catch {
      throw new Refusal("TEMPORARILY_UNAVAILABLE");
    }
    return true;
  }
}
