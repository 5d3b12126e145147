import { Field, ID, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";

@ObjectType("TrialStep")
export class AdminTrialStep {
  @Field(() => String) step!: string;
  @Field(() => String) channel!: string;
  @Field(() => Int, { description: "1 the first time, more when a repeating step comes back." }) occurrence!: number;
  @Field(() => DayScalar) on!: string;
  @Field(() => DayScalar, { nullable: true }) payBy!: string | null;
}

@ObjectType("TriedInvoice")
export class AdminTriedInvoice {
  @Field(() => ID) invoiceId!: string;
  @Field(() => String) invoiceNumber!: string;
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => [String], { description: "Steps it had, in their order." }) had!: string[];
  @Field(() => [AdminTrialStep], { description: "What comes on the version it is on, when nobody pays." }) now!: AdminTrialStep[];
  @Field(() => [AdminTrialStep], { description: "What would come on the steps that are tried." }) tried!: AdminTrialStep[];
}

@ObjectType("StepResult", { description: "What followed a step, over the last year: how often it was taken, and how many invoices were paid in full in the seven days after." })
export class AdminStepResult {
  @Field(() => String) step!: string;
  @Field(() => Int) taken!: number;
  @Field(() => Int) paid!: number;
}

@ObjectType("YearOfWork")
export class AdminYearOfWork {
  @Field(() => Int) messages!: number;
  @Field(() => Int) letters!: number;
  @Field(() => Int) calls!: number;
  @Field(() => Int) tasks!: number;
  @Field(() => Int) handOvers!: number;
  @Field(() => Int, { description: "Invoices that were paid before anybody was spoken to." }) untouched!: number;
}

@ObjectType("TriedYear", { description: "Last year's invoices walked over a ladder, paid on the days on which they were paid." })
export class AdminTriedYear {
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) until!: string;
  @Field(() => Int, { description: "How many were walked: all of them, or those of a sample of debtors." }) invoices!: number;
  @Field(() => Int) allInvoices!: number;
  @Field(() => AdminYearOfWork, { nullable: true, description: "On the version in force." }) now!: AdminYearOfWork | null;
  @Field(() => AdminYearOfWork) tried!: AdminYearOfWork;
}
