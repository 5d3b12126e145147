import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { DayScalar } from "../../platform/graphql/scalars";
import type { Tx } from "../../platform/database/transaction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findMessageRow } from "../communications/message.queries";
import { AdminMessageRow } from "../communications/message.view";
import { editMessage } from "./edit-message";
import { messageWords, type MessageWords } from "./message-words";
import { postponeMessage } from "./postpone-message";
import { AdminToneMark } from "./preview.view";
import { sendMessageNow } from "./send-message-now";
import { skipMessage } from "./skip-message";

@ObjectType("MessageWords", { description: "The words of a message that hasn't left: to edit, and as they would read. Variables stand only for what may still change." })
export class AdminMessageWords {
  @Field(() => String) subject!: string;
  @Field(() => String) body!: string;
  @Field(() => Boolean, { description: "A person wrote them already." }) own!: boolean;
  @Field(() => Boolean, { description: "False for a letter whose words the law prescribes." }) mayEdit!: boolean;
  @Field(() => String) shownSubject!: string;
  @Field(() => String, { nullable: true }) html!: string | null;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) fault!: string | null;
  @Field(() => [AdminToneMark], { description: "Places in text." }) toneMarks!: AdminToneMark[];
}

const text = (): StringConstructor => String;

@Resolver()
export class MessageWordsAdminResolver {
  @Query(() => AdminMessageWords, { description: "With subject and body: how the message would be with those. Nothing is written." })
  messageWords(
    @Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("subject", text, { nullable: true }) subject?: string | null, @Arg("body", text, { nullable: true }) body?: string | null,
  ): Promise<AdminMessageWords> {
    const given = body ? { subject: subject ?? "", body } : undefined;
    return context.read(async (reader) => viewOf(await messageWords(reader, { messageId: idOf(id), given, today: context.today, publicUrl: context.config.PUBLIC_URL })));
  }

  @Mutation(() => AdminMessageRow, { description: "Puts a person's words in the place of the text, for this message alone. began: the own words it was changed from, so that a colleague's aren't lost." })
  editMessage(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("subject", text) subject: string, @Arg("body", text) body: string, @Arg("began", text, { nullable: true }) began?: string | null): Promise<AdminMessageRow> {
    return changed(context, id, (tx) => editMessage(tx, { messageId: idOf(id), subject, body, began: began ?? null, today: context.today, publicUrl: context.config.PUBLIC_URL }));
  }

  @Mutation(() => AdminMessageRow, { description: "Takes a message out of the line for good; its step counts as passed by." })
  skipMessage(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("reason", text) reason: string): Promise<AdminMessageRow> {
    return changed(context, id, (tx) => skipMessage(tx, { messageId: idOf(id), reason: reason.slice(0, 300) }));
  }

  @Mutation(() => AdminMessageRow)
  postponeMessage(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("until", () => DayScalar) until: string, @Arg("reason", text) reason: string): Promise<AdminMessageRow> {
    return changed(context, id, (tx) => postponeMessage(tx, { messageId: idOf(id), until, reason: reason.slice(0, 300) }));
  }

  @Mutation(() => AdminMessageRow, { description: "A message in line goes now instead of at its hour; holds, hours and the contact cap have the last word." })
  sendMessageNow(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminMessageRow> {
    return changed(context, id, (tx) => sendMessageNow(tx, { messageId: idOf(id) }));
  }
}

function changed(context: StaffContext, id: string, act: (tx: Tx) => Promise<void>): Promise<AdminMessageRow> {
  return context.write(async (tx) => {
    await act(tx);
    const row = await findMessageRow(tx, idOf(id));
    if (!row) throw new Refusal("NOT_FOUND");
    return AdminMessageRow.of(row);
  });
}

function viewOf({ subject, body, own, mayEdit, shown, tone }: MessageWords): AdminMessageWords {
  return { subject, body, own, mayEdit, shownSubject: shown.subject, html: shown.html, text: shown.text, fault: shown.fault, toneMarks: tone.marks.map((mark) => new AdminToneMark(mark)) };
}
