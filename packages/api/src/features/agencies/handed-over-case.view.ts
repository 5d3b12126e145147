import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { CaseState } from "./handed-over-case.queries";

export const CaseStateEnum = { approved: "approved", accepted: "accepted", declined: "declined", recalled: "recalled", closed: "closed" } as const;
registerEnumType(CaseStateEnum, { name: "CaseState" });

@ObjectType("CaseDebtor")
export class PartnerDebtor {
  @Field(() => String) number!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String, { nullable: true }) kvk!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String) language!: string;
  @Field(() => String, { nullable: true }) street!: string | null;
  @Field(() => String, { nullable: true }) houseNumber!: string | null;
  @Field(() => String, { nullable: true }) postalCode!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => String, { nullable: true }) contactName!: string | null;
}

@ObjectType("CaseCreditor")
export class PartnerCreditor {
  @Field(() => String) name!: string;
  @Field(() => String) legalName!: string;
  @Field(() => String, { nullable: true }) kvk!: string | null;
  @Field(() => String, { nullable: true }) vatNumber!: string | null;
  @Field(() => String) iban!: string;
  @Field(() => String) email!: string;
  @Field(() => String) phone!: string;
  @Field(() => Boolean) vatDeductible!: boolean;
}

@ObjectType("CaseClaim")
export class PartnerClaim {
  @Field(() => DayScalar) asOf!: string;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) interestCents!: number;
  @Field(() => CentsScalar) costsCents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => CentsScalar) outstandingCents!: number;
  @Field(() => String) interestArticle!: string;
  @Field(() => String) costsArticle!: string;
}

@ObjectType("ClaimPayment")
export class PartnerPayment {
  @Field(() => DayScalar) receivedOn!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String) part!: string;
  @Field(() => String, { nullable: true }) reference!: string | null;
}

@ObjectType("InvoiceClaim")
export class PartnerInvoiceClaim {
  @Field(() => String) invoiceNumber!: string;
  @Field(() => DayScalar) issuedOn!: string;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) interestCents!: number;
  @Field(() => [PartnerPayment]) payments!: PartnerPayment[];
}

@ObjectType("CaseEvent")
export class PartnerCaseEvent {
  @Field(() => MomentScalar) at!: Date;
  @Field(() => String) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => CentsScalar, { nullable: true }) cents!: number | null;
  @Field(() => DayScalar, { nullable: true }) day!: string | null;
}

@ObjectType("CaseDocument", { description: "Fetch with the same key." })
export class PartnerDocument {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) fileName!: string;
  @Field(() => String) mimeType!: string;
  @Field(() => Int) size!: number;
  @Field(() => String) sha256!: string;
  @Field(() => String) url!: string;
}

@ObjectType("FourteenDayLetter")
export class PartnerLetter {
  @Field(() => DayScalar) sentOn!: string;
  @Field(() => String) channel!: string;
  @Field(() => DayScalar, { nullable: true }) deliveredOn!: string | null;
  @Field(() => Boolean) presumed!: boolean;
  @Field(() => DayScalar, { nullable: true }) lastDay!: string | null;
  @Field(() => DayScalar, { nullable: true }) costsFrom!: string | null;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) costsCents!: number;
  @Field(() => String) text!: string;
}

@ObjectType("HandedOverCase")
export class PartnerCase {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => CaseStateEnum) state!: CaseState;
  @Field(() => Int) version!: number;
  @Field(() => MomentScalar) handedOverAt!: Date;
  @Field(() => String) snapshotHash!: string;
  @Field(() => PartnerDebtor, { nullable: true }) debtor!: PartnerDebtor | null;
  @Field(() => PartnerCreditor, { nullable: true }) creditor!: PartnerCreditor | null;
  @Field(() => PartnerClaim, { nullable: true, description: "As of today; the snapshot of the hand-over stays what it was." }) claim!: PartnerClaim | null;
  @Field(() => [PartnerInvoiceClaim]) claims!: PartnerInvoiceClaim[];
  @Field(() => [PartnerCaseEvent]) timeline!: PartnerCaseEvent[];
  @Field(() => [PartnerDocument]) documents!: PartnerDocument[];
  @Field(() => PartnerLetter, { nullable: true }) letter!: PartnerLetter | null;
  @Field(() => DayScalar, { nullable: true, description: "Since this day everything rests for this debtor: please make no contact until it is empty again." }) standstillSince!: string | null;
}

@ObjectType("CaseConnection")
export class PartnerCaseConnection {
  @Field(() => [PartnerCase]) nodes!: PartnerCase[];
  @Field(() => String, { nullable: true }) endCursor!: string | null;
  @Field(() => Boolean) hasNextPage!: boolean;
}
