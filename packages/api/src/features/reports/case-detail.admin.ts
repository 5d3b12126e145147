import { addDays, daysBetween, debtorRegime, Refusal, type Decision, type Language, type PlainDate } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findHandOverOfCase } from "../agencies/hand-over.queries";
import { AdminHandOver } from "../agencies/hand-over.view";
import { AdminBehaviour, behaviourOf } from "../calls/behaviour.view";
import { findDebtor, listContacts, type DebtorRow } from "../debtors/debtor.queries";
import { AdminContact, AdminDebtor } from "../debtors/debtor.view";
import { AdminDispute, listDisputes } from "../disputes/dispute.view";
import { addNote } from "../escalations/add-note";
import { findCase, findLetter, type CaseRow } from "../escalations/case.queries";
import { listHolds, listStatuses } from "../escalations/hold.queries";
import { AdminDebtorStatus, AdminHold } from "../escalations/hold.view";
import { ladderLine } from "../escalations/ladder-line";
import { defaultLadder, laddersToClimb } from "../escalations/ladder-of-claim";
import { decisionsOf, type DecidedRow } from "../escalations/wait-of-debtor.queries";
import { listInvoicesById, listOpenInvoices } from "../invoices/invoice.queries";
import { AdminInvoice } from "../invoices/invoice.view";
import { claimOf } from "../ledger/claim-of";
import { explainClaim } from "../ledger/explained-claim";
import { AdminClaim } from "../ledger/claim.view";
import { AdminPlan, listPlans } from "../payment-plans/plan.view";
import { AdminPromise, listPromises } from "../promises/promise.view";
import { AdminStaff } from "../users/staff.view";
import { findStaff } from "../users/staff-session.queries";
import { timelineOf } from "./timeline.queries";
import { AdminTimelineEntry } from "./timeline.view";

@ObjectType("CaseInvoice")
export class AdminCaseInvoice {
  @Field(() => AdminInvoice) invoice!: AdminInvoice;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => Int) daysOverdue!: number;
  @Field(() => String, { nullable: true }) step!: string | null;
  @Field(() => String, { nullable: true }) waitReason!: string | null;
  @Field(() => DayScalar, { nullable: true }) waitUntil!: string | null;
  @Field(() => String, { nullable: true }) waitDetail!: string | null;
}

@ObjectType("LadderLineStep", { description: "state: done · next · planned · skipped" })
export class AdminLadderLineStep {
  @Field(() => String) key!: string;
  @Field(() => String) channel!: string;
  @Field(() => DayScalar, { nullable: true }) on!: string | null;
  @Field(() => String) state!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType("CaseLadder")
export class AdminCaseLadder {
  @Field(() => String) name!: string;
  @Field(() => Int) version!: number;
  @Field(() => [AdminLadderLineStep]) steps!: AdminLadderLineStep[];
  @Field(() => String, { nullable: true }) waiting!: string | null;
  @Field(() => DayScalar, { nullable: true }) waitingUntil!: string | null;
  @Field(() => String, { nullable: true }) waitingDetail!: string | null;
}

@ObjectType("LetterFacts")
export class AdminLetterFacts {
  @Field(() => DayScalar) sentOn!: string;
  @Field(() => String) channel!: string;
  @Field(() => DayScalar, { nullable: true }) deliveredOn!: string | null;
  @Field(() => Boolean) presumed!: boolean;
  @Field(() => DayScalar, { nullable: true }) lastDay!: string | null;
  @Field(() => DayScalar, { nullable: true }) costsFrom!: string | null;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) costsCents!: number;
}

@ObjectType("Case")
export class AdminCase {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => DayScalar) openedOn!: string;
  @Field(() => DayScalar, { nullable: true }) closedOn!: string | null;
  @Field(() => AdminStaff, { nullable: true }) owner!: AdminStaff | null;
  @Field(() => AdminDebtor) debtor!: AdminDebtor;
  @Field(() => [AdminContact]) contacts!: AdminContact[];
  @Field(() => AdminBehaviour) behaviour!: AdminBehaviour;
  @Field(() => AdminClaim) claim!: AdminClaim;
  @Field(() => [AdminCaseInvoice]) invoices!: AdminCaseInvoice[];
  @Field(() => AdminCaseLadder) ladder!: AdminCaseLadder;
  @Field(() => [AdminTimelineEntry]) timeline!: AdminTimelineEntry[];
  @Field(() => [AdminHold]) holds!: AdminHold[];
  @Field(() => [AdminDebtorStatus]) statuses!: AdminDebtorStatus[];
  @Field(() => [AdminPromise]) promises!: AdminPromise[];
  @Field(() => [AdminPlan]) plans!: AdminPlan[];
  @Field(() => [AdminDispute]) disputes!: AdminDispute[];
  @Field(() => AdminHandOver, { nullable: true }) handOver!: AdminHandOver | null;
  @Field(() => AdminLetterFacts, { nullable: true }) letter!: AdminLetterFacts | null;
}

@Resolver()
export class CaseDetailAdminResolver {
  @Query(() => AdminCase)
  case(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminCase> {
    return context.read(async (reader) => {
      const { found, debtor } = await need(reader, idOf(id), context.today);
      const me = await findStaff(reader, context.viewer.staffId);
      const language: Language = me?.language ?? "nl";
      const owner = found.ownerId ? await findStaff(reader, found.ownerId) : undefined;
      const decided = await decisionsOf(reader, [debtor.id], context.today, context.realNow);
      const letter = await findLetter(reader, debtor.id);
      const handOver = await findHandOverOfCase(reader, found.id);
      return Object.assign(new AdminCase(), {
        id: found.id, number: found.number, openedOn: found.openedOn, closedOn: found.closedOn,
        owner: owner ? AdminStaff.of(owner) : null,
        debtor: AdminDebtor.of(debtor),
        contacts: (await listContacts(reader, debtor.id)).map((row) => AdminContact.of(row)),
        behaviour: await behaviourOf(reader, debtor.id, context.today),
        claim: await claimOfDebtor(reader, debtor, context.today),
        invoices: await caseInvoices(reader, debtor.id, decided, context.today),
        ladder: await ladderOf(reader, decided, context.today, language),
        timeline: (await timelineOf(reader, { debtorId: debtor.id }, language)).map((row) => AdminTimelineEntry.of(row)),
        holds: (await listHolds(reader, debtor.id, context.today)).map((row) => AdminHold.of(row)),
        statuses: (await listStatuses(reader, debtor.id)).map((row) => AdminDebtorStatus.of(row)),
        promises: await listPromises(reader, debtor.id, context.today),
        plans: await listPlans(reader, { debtorId: debtor.id }, context.today),
        disputes: await listDisputes(reader, { debtorId: debtor.id }),
        handOver: handOver ? AdminHandOver.of(handOver, context.viewer.staffId) : null,
        letter: letter ?? null,
      });
    });
  }

  @Query(() => AdminClaim, { description: "The claim of a case as of another day: what if I pay on …" })
  claim(@Ctx() context: StaffContext, @Arg("caseId", () => ID) caseId: string, @Arg("asOf", () => DayScalar) asOf: string): Promise<AdminClaim> {
    return context.read(async (reader) => {
      const { debtor } = await need(reader, idOf(caseId), context.today);
      return claimOfDebtor(reader, debtor, asOf);
    });
  }

  @Mutation(() => AdminTimelineEntry)
  addNote(@Ctx() context: StaffContext, @Arg("caseId", () => ID) caseId: string, @Arg("text", () => String) text: string): Promise<AdminTimelineEntry> {
    return context.write(async (tx) => {
      const { noteId, debtorId } = await addNote(tx, { caseId: idOf(caseId), text });
      const me = await findStaff(tx, context.viewer.staffId);
      const entry = (await timelineOf(tx, { debtorId }, me?.language ?? "nl")).find(({ key }) => key === `note:${noteId}`);
      if (!entry) throw new Refusal("NOT_FOUND");
      return AdminTimelineEntry.of(entry);
    });
  }
}

async function need(reader: Reader, caseId: string, today: PlainDate): Promise<{ found: CaseRow; debtor: DebtorRow }> {
  const found = await findCase(reader, caseId);
  const debtor = found && (await findDebtor(reader, found.debtorId, today));
  if (!found || !debtor) throw new Refusal("NOT_FOUND");
  return { found, debtor };
}

/** What a debtor owes on a day with the explanation of each part. Invoices that are paid in full by now count no more. */
export async function claimOfDebtor(reader: Reader, debtor: DebtorRow, asOf: PlainDate): Promise<AdminClaim> {
  const invoiceIds = (await listOpenInvoices(reader, debtor.id)).map(({ id }) => id);
  const claim = await explainClaim(reader, { invoiceIds, asOf });
  const tomorrow = await claimOf(reader, { invoiceIds, asOf: addDays(asOf, 1) });
  const lawful = !debtorRegime(debtor.kind).letterRequired || (await letterPassed(reader, debtor.id, asOf));
  return AdminClaim.of(claim, tomorrow.outstandingCents, debtor.kind, lawful);
}

async function letterPassed(reader: Reader, debtorId: string, asOf: PlainDate): Promise<boolean> {
  const letter = await findLetter(reader, debtorId);
  return letter?.costsFrom != null && letter.costsFrom <= asOf;
}

async function caseInvoices(reader: Reader, debtorId: string, decided: readonly DecidedRow[], today: PlainDate): Promise<AdminCaseInvoice[]> {
  const open = await listOpenInvoices(reader, debtorId);
  const rows = await listInvoicesById(reader, open.map(({ id }) => id));
  const steps = await reader.query<{ invoiceId: string; step: string }>(
    `select distinct on (invoice_id) invoice_id as "invoiceId", step_key as step from step_taken
     where organisation_id = $1 and invoice_id = any($2::uuid[]) and skipped_reason is null order by invoice_id, taken_on desc, id desc`,
    [reader.organisationId, rows.map(({ id }) => id)],
  );
  return rows.map((row) => {
    const decision = decided.find(({ row: { invoiceId } }) => invoiceId === row.id)?.decision;
    return {
      invoice: AdminInvoice.of(row), openCents: row.openCents, daysOverdue: Math.max(0, daysBetween(row.dueOn, today)),
      step: steps.find(({ invoiceId }) => invoiceId === row.id)?.step ?? null, ...waitOf(decision),
    };
  });
}

function waitOf(decision: Decision | undefined): { waitReason: string | null; waitUntil: string | null; waitDetail: string | null } {
  if (!decision || !("wait" in decision)) return { waitReason: null, waitUntil: null, waitDetail: null };
  return { waitReason: decision.wait, waitUntil: decision.until ?? null, waitDetail: decision.detail ?? null };
}

/** The ladder of the invoice that is furthest: its tone is the debtor's. */
async function ladderOf(reader: Reader, decided: readonly DecidedRow[], today: PlainDate, language: Language): Promise<AdminCaseLadder> {
  const furthest = decided.reduce<DecidedRow | undefined>((far, claim) => (far && far.row.steps.length >= claim.row.steps.length ? far : claim), undefined);
  const { waitReason, waitUntil, waitDetail } = waitOf(furthest?.decision);
  const { name, version, ladder } = furthest?.ladder ?? defaultLadder(await laddersToClimb(reader));
  return {
    name, version, waiting: waitReason, waitingUntil: waitUntil, waitingDetail: waitDetail,
    steps: furthest ? ladderLine(furthest.row, furthest.decision, ladder, today, language) : [],
  };
}
