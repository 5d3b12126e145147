import type { PlainDate } from "@tegemoet/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { MessageCheckRow } from "./message-checks.queries";

@ObjectType("CheckEvidence")
export class AdminCheckEvidence {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => CentsScalar, { nullable: true }) cents!: number | null;
  @Field(() => Int, { nullable: true }) number!: number | null;
  @Field(() => DayScalar, { nullable: true }) day!: PlainDate | null;
  @Field(() => Boolean, { nullable: true }) yes!: boolean | null;
}

@ObjectType("SelfCheckResult")
export class AdminSelfCheckResult {
  @Field(() => String) check!: string;
  @Field(() => Boolean) ok!: boolean;
  @Field(() => [AdminCheckEvidence]) evidence!: AdminCheckEvidence[];
}

@ObjectType("CheckedInvoice", {
  description: "What we looked at of our own before this message went, kept as its evidence. check: invoice-sent · address-known · invoice-delivered · domain-plausible · "
    + "term-plausible · due-day-plausible · month-plausible · amount-plausible · amount-is-sum-of-lines · no-open-credits · no-unmatched-receipts · bank-data-fresh",
})
export class AdminCheckedInvoice {
  @Field(() => String) invoiceNumber!: string;
  @Field(() => DayScalar) checkedOn!: PlainDate;
  @Field(() => Boolean) passed!: boolean;
  @Field(() => [AdminSelfCheckResult]) checks!: AdminSelfCheckResult[];

  static of({ results, ...row }: MessageCheckRow): AdminCheckedInvoice {
    return Object.assign(new AdminCheckedInvoice(), row, {
      checks: results.map(({ check, ok, evidence }) => ({
        check, ok, evidence: Object.entries(evidence).flatMap(([name, value]) => (value === null ? [] : [evidenceOf(name, value)])),
      })),
    });
  }
}

const IN_CENTS: ReadonlySet<string> = new Set(["total", "largest", "largestOther", "lines", "openCreditCents", "unmatchedReceiptCents"]);

/** One thing that was looked at, each kind of value in a field of its own. */
function evidenceOf(name: string, value: string | number | boolean): AdminCheckEvidence {
  const nothing = { name, text: null, cents: null, number: null, day: null, yes: null };
  if (typeof value === "boolean") return { ...nothing, yes: value };
  if (typeof value === "number") return IN_CENTS.has(name) ? { ...nothing, cents: value } : { ...nothing, number: value };
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { ...nothing, day: value } : { ...nothing, text: value };
}
