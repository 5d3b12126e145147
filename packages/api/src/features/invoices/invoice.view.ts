import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { DeliveryRow, DocumentRow, InvoiceListRow, InvoiceRow } from "./invoice.queries";

export const InvoiceKindEnum = { invoice: "invoice", creditNote: "credit-note" } as const;
registerEnumType(InvoiceKindEnum, { name: "InvoiceKind" });

@ObjectType("Invoice")
export class AdminInvoice {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => InvoiceKindEnum) kind!: "invoice" | "credit-note";
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => DayScalar) issuedOn!: string;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => String, { nullable: true }) orderReference!: string | null;
  @Field(() => String, { nullable: true }) paymentReference!: string | null;
  @Field(() => ID, { nullable: true }) creditsId!: string | null;
  @Field(() => String, { nullable: true }) creditsNumber!: string | null;

  static of(row: InvoiceRow): AdminInvoice {
    return Object.assign(new AdminInvoice(), row);
  }
}

@ObjectType("InvoiceRow")
export class AdminInvoiceRow {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => InvoiceKindEnum) kind!: "invoice" | "credit-note";
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => DayScalar) issuedOn!: string;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => Int) daysOverdue!: number;
  @Field(() => String, { nullable: true }) step!: string | null;

  static of(row: InvoiceListRow): AdminInvoiceRow {
    return Object.assign(new AdminInvoiceRow(), row);
  }
}

@ObjectType("InvoiceLine")
export class AdminInvoiceLine {
  @Field(() => Int) position!: number;
  @Field(() => String) description!: string;
  @Field(() => String, { nullable: true }) quantity!: string | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => String, { nullable: true }) unitPrice!: string | null;
  @Field(() => Int, { nullable: true }) vatBasisPoints!: number | null;
  @Field(() => CentsScalar) amountCents!: number;
}

@ObjectType("Document", { description: "Fetch from /documents/ID with the session cookie." })
export class AdminDocument {
  @Field(() => ID) id!: string;
  @Field(() => String) fileName!: string;
  @Field(() => String) mimeType!: string;
  @Field(() => Int) size!: number;
  @Field(() => String) url!: string;

  static of(row: DocumentRow): AdminDocument {
    return Object.assign(new AdminDocument(), row, { url: `/documents/${row.id}` });
  }
}

@ObjectType("InvoiceDelivery")
export class AdminInvoiceDelivery {
  @Field(() => String) channel!: string;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => MomentScalar, { nullable: true }) sentAt!: Date | null;
  @Field(() => MomentScalar, { nullable: true }) deliveredAt!: Date | null;
  @Field(() => MomentScalar, { nullable: true }) bouncedAt!: Date | null;
  @Field(() => String, { nullable: true }) bounceReason!: string | null;
  @Field(() => MomentScalar, { nullable: true }) openedAt!: Date | null;

  static of(row: DeliveryRow): AdminInvoiceDelivery {
    return Object.assign(new AdminInvoiceDelivery(), row);
  }
}

@ObjectType("InvoicePayment")
export class AdminInvoicePayment {
  @Field(() => ID) paymentId!: string;
  @Field(() => DayScalar) receivedOn!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String) part!: string;
  @Field(() => String) source!: string;
  @Field(() => String, { nullable: true }) reference!: string | null;
  @Field(() => String, { nullable: true }) article!: string | null;
}
