import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { markReplyRead } from "../communications/mark-reply-read";
import { listMessageChecks } from "../communications/message-checks.queries";
import { AdminCheckedInvoice } from "../communications/message-checks.view";
import { findMessageContent, findMessageRow } from "../communications/message.queries";
import { AdminMessage, AdminMessageRow } from "../communications/message.view";
import { AdminDocument } from "../invoices/invoice.view";
import { releaseParkedMessage } from "./release-parked-message";

@Resolver()
export class MessageAdminResolver {
  @Query(() => AdminMessage)
  async message(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminMessage> {
    const messageId = idOf(id);
    return context.read(async (reader) => {
      const [row, content] = [await findMessageRow(reader, messageId), await findMessageContent(reader, messageId)];
      if (!row || !content) throw new Refusal("NOT_FOUND");
      return { ...content, row: AdminMessageRow.of(row), documents: content.documents.map((document) => AdminDocument.of(document)),
        checks: (await listMessageChecks(reader, messageId)).map((row) => AdminCheckedInvoice.of(row)) };
    });
  }

  @Mutation(() => AdminMessageRow)
  async releaseParkedMessage(
    @Ctx() context: StaffContext,
    @Arg("id", () => ID) id: string,
    @Arg("send", () => Boolean) send: boolean,
    @Arg("reason", () => String, { nullable: true }) reason?: string | null,
  ): Promise<AdminMessageRow> {
    const messageId = idOf(id);
    return context.write(async (tx) => {
      await releaseParkedMessage(tx, { messageId, send, reason: reason?.slice(0, 300) ?? null });
      const row = await findMessageRow(tx, messageId);
      if (!row) throw new Refusal("NOT_FOUND");
      return AdminMessageRow.of(row);
    });
  }

  @Mutation(() => Boolean)
  async markReplyRead(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<boolean> {
    await context.write((tx) => markReplyRead(tx, { inboundMessageId: idOf(id) }));
    return true;
  }
}
