import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { MomentScalar } from "../../platform/graphql/scalars";
import { AdminDocument } from "../invoices/invoice.view";
import { AdminCheckedInvoice } from "./message-checks.view";
import type { MessageListRow } from "./message.queries";

export const DeliveryStateEnum = {
  queued: "queued", printed: "printed", handedOver: "handed-over", delivered: "delivered", bounced: "bounced", parked: "parked", cancelled: "cancelled",
} as const;
export type DeliveryState = (typeof DeliveryStateEnum)[keyof typeof DeliveryStateEnum];
registerEnumType(DeliveryStateEnum, { name: "DeliveryState" });

@ObjectType("MessageRow")
export class AdminMessageRow {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) channel!: string;
  @Field(() => String, { nullable: true }) to!: string | null;
  @Field(() => String, { nullable: true }) subject!: string | null;
  @Field(() => DeliveryStateEnum) state!: DeliveryState;
  @Field(() => MomentScalar) queuedAt!: Date;
  @Field(() => MomentScalar, { nullable: true }) handedOverAt!: Date | null;
  @Field(() => MomentScalar, { nullable: true }) deliveredAt!: Date | null;
  @Field(() => MomentScalar, { nullable: true }) bouncedAt!: Date | null;
  @Field(() => MomentScalar, { nullable: true }) openedAt!: Date | null;
  @Field(() => String, { nullable: true }) reason!: string | null;

  /** What is being sent this second still reads as queued. */
  static of(row: MessageListRow): AdminMessageRow {
    return Object.assign(new AdminMessageRow(), row, { state: row.state === "sending" ? "queued" : row.state });
  }
}

@ObjectType("Message")
export class AdminMessage {
  @Field(() => AdminMessageRow) row!: AdminMessageRow;
  @Field(() => String, { nullable: true }) html!: string | null;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => [AdminDocument]) documents!: AdminDocument[];
  @Field(() => [String]) invoiceNumbers!: string[];
  @Field(() => [AdminCheckedInvoice]) checks!: AdminCheckedInvoice[];
}
