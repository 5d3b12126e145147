import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { MomentScalar } from "../../platform/graphql/scalars";
import { AdminDocument } from "../invoices/invoice.view";
import type { InboundRow, InboxPile } from "./inbox.queries";
import { ownWordsOf } from "./own-words-of";

export const InboxPileEnum = { unread: "unread", unassigned: "unassigned", automatic: "automatic", all: "all" } as const satisfies Record<InboxPile, InboxPile>;
registerEnumType(InboxPileEnum, { name: "InboxPile" });

const SHOWN_IN_LIST = 240;

@ObjectType("InboundMessage", { description: "kind: reply · bounce · autoReply · portalQuestion. channel: mail · sms · portal. matchedBy: message · address · sender · person" })
export class AdminInboundMessage {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) channel!: string;
  @Field(() => String, { nullable: true }) from!: string | null;
  @Field(() => String, { nullable: true }) fromName!: string | null;
  @Field(() => String, { nullable: true }) subject!: string | null;
  @Field(() => String, { description: "The beginning of what was written, without the mail that is answered." }) excerpt!: string;
  @Field(() => MomentScalar) receivedAt!: Date;
  @Field(() => MomentScalar, { nullable: true }) readAt!: Date | null;
  @Field(() => String, { nullable: true }) readBy!: string | null;
  @Field(() => ID, { nullable: true }) debtorId!: string | null;
  @Field(() => String, { nullable: true }) debtorName!: string | null;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => ID, { nullable: true, description: "The message of ours that it answers." }) messageId!: string | null;
  @Field(() => String, { nullable: true }) messageKind!: string | null;
  @Field(() => String, { nullable: true }) matchedBy!: string | null;
  @Field(() => Int) files!: number;
  @Field(() => Int, { description: "Files that were not kept: too many, too large, or no PDF or picture." }) droppedFiles!: number;

  static of({ kind, text, fromAddress, toAddress: _, ...row }: InboundRow): AdminInboundMessage {
    const own = ownWordsOf(text).replace(/\s+/g, " ");
    return Object.assign(new AdminInboundMessage(), row, {
      kind: kind === "auto-reply" ? "autoReply" : kind === "portal-question" ? "portalQuestion" : kind, from: fromAddress,
      excerpt: own.length > SHOWN_IN_LIST ? `${own.slice(0, SHOWN_IN_LIST)}…` : own,
    });
  }
}

@ObjectType("InboxPage")
export class AdminInboxPage {
  @Field(() => [AdminInboundMessage]) rows!: AdminInboundMessage[];
  @Field(() => Int) totalCount!: number;
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
  @Field(() => Int) unread!: number;
  @Field(() => Int) unassigned!: number;
}

@ObjectType("DebtorSuggestion", { description: "because: invoice · sender · number · name · domain" })
export class AdminDebtorSuggestion {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) number!: string;
  @Field(() => String) because!: string;
}

@ObjectType("InboundDetail")
export class AdminInboundDetail {
  @Field(() => AdminInboundMessage) row!: AdminInboundMessage;
  @Field(() => String, { description: "What was written; plain text, also of a mail with layout alone." }) text!: string;
  @Field(() => String, { nullable: true, description: "The mail that is answered, as it is quoted below." }) quoted!: string | null;
  @Field(() => String, { nullable: true }) to!: string | null;
  @Field(() => [AdminDocument]) documents!: AdminDocument[];
  @Field(() => [AdminDebtorSuggestion], { description: "Whose it may be, while it is nobody's." }) suggestions!: AdminDebtorSuggestion[];
}
