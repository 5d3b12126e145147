import { Field, ID, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { AdminMessageRow } from "../communications/message.view";
import { AdminContact, AdminDebtor } from "../debtors/debtor.view";
import { AdminInvoice, AdminInvoiceDelivery } from "../invoices/invoice.view";
import { AdminBehaviour } from "./behaviour.view";
import { AdminCallLog } from "./call-log.view";
import { AdminPromise } from "./promised.view";

@ObjectType("SheetInvoice")
export class AdminSheetInvoice {
  @Field(() => AdminInvoice) invoice!: AdminInvoice;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => Int) daysOverdue!: number;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => [AdminInvoiceDelivery]) deliveries!: AdminInvoiceDelivery[];
  @Field(() => Int) reminders!: number;
}

@ObjectType("CallLimits")
export class AdminCallLimits {
  @Field(() => DayScalar, { description: "The last day for a promise of the whole amount." }) latestDay!: string;
  @Field(() => Int) maxInstalments!: number;
  @Field(() => CentsScalar) minInstalmentCents!: number;
  @Field(() => DayScalar, { description: "The last day for the last instalment of a plan." }) lastInstalmentDay!: string;
}

@ObjectType("Evidence")
export class AdminEvidence {
  @Field(() => String) text!: string;
  @Field(() => DayScalar, { nullable: true }) on!: string | null;
  @Field(() => Boolean) ok!: boolean;
}

@ObjectType("Excuse")
export class AdminExcuse {
  @Field(() => String) key!: string;
  @Field(() => String) label!: string;
  @Field(() => String) reply!: string;
  @Field(() => String) followUp!: string;
  @Field(() => [AdminEvidence]) evidence!: AdminEvidence[];
}

@ObjectType("Outcome")
export class AdminOutcome {
  @Field(() => String) key!: string;
  @Field(() => String) label!: string;
  @Field(() => Boolean) reached!: boolean;
  @Field(() => [String]) needs!: readonly string[];
}

@ObjectType("CallSheet")
export class AdminCallSheet {
  @Field(() => ID) taskId!: string;
  @Field(() => AdminDebtor) debtor!: AdminDebtor;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => [AdminContact]) contacts!: AdminContact[];
  @Field(() => [AdminSheetInvoice]) invoices!: AdminSheetInvoice[];
  @Field(() => [AdminMessageRow]) messages!: AdminMessageRow[];
  @Field(() => [AdminCallLog]) calls!: AdminCallLog[];
  @Field(() => AdminBehaviour) behaviour!: AdminBehaviour;
  @Field(() => [AdminPromise]) promises!: AdminPromise[];
  @Field(() => [AdminExcuse]) excuses!: AdminExcuse[];
  @Field(() => [AdminOutcome]) outcomes!: AdminOutcome[];
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => String, { nullable: true }) goal!: string | null;
  @Field(() => AdminCallLimits) limits!: AdminCallLimits;
  @Field(() => String) openingLine!: string;
  @Field(() => String) question!: string;
}
