import { addDays, type DebtorKind, type DirectDebit, type PlainDate } from "@tegemoet/domain";
import { anyOf } from "../../platform/database/any-of";
import { columnOf, listOf, valuesOf } from "../../platform/database/columns";
import { exactNumber } from "../../platform/database/exact-number";
import type { Reader } from "../../platform/database/transaction";
import { together } from "../../platform/together";
import { lastBounce } from "../invoices/direct-debit.queries";

/** Payments that came on a set of invoices: day and cents. */
interface Money {
  receivedOn: PlainDate;
  cents: number;
}

interface TakenStep {
  stepId: string;
  takenOn: PlainDate;
  sentOn: PlainDate | null;
  skippedOn: PlainDate | null;
  payBy: PlainDate | null;
}

interface ClaimHold {
  kind: "pause" | "paid-claim" | "reply" | "hardship" | "brake" | "never";
  from: PlainDate;
  until: PlainDate | null;
  stops: "reminders" | "everything";
}

interface OpenPromise {
  cents: number;
  byDay: PlainDate;
  madeOn: PlainDate;
  cancelledOn: PlainDate | null;
  payments: Money[];
}

interface OpenPlan {
  proposedBy: "debtor" | "staff";
  acceptedOn: PlainDate | null;
  answerBy: PlainDate;
  graceDays: number;
  instalments: { number: number; dueOn: PlainDate; cents: number }[];
  payments: Money[];
}

interface SentLetter {
  sentOn: PlainDate;
  channel: "letter" | "mail";
  deliveredOn: PlainDate | null;
  bouncedOn: PlainDate | null;
}

/** All that decides the next step of one invoice, as the tables have it. */
export interface ClaimFactsRow {
  invoiceId: string;
  invoiceNumber: string;
  debtorId: string;
  debtorName: string;
  debtorKind: DebtorKind;
  email: string | null;
  hasPhone: boolean;
  hasAddress: boolean;
  caseId: string | null;
  openCents: number;
  principalCents: number;
  totalCents: number;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  /** The version that a person chose, or that of the last step; null before the first step, when the rules choose. */
  ladderVersionId: string | null;
  postponedTo: PlainDate | null;
  steps: TakenStep[];
  holds: ClaimHold[];
  stopCode: "deceased" | "insolvent" | "protective-administration" | "debt-help" | "moratorium" | null;
  handedOver: boolean;
  disputedCents: number;
  promise: OpenPromise | null;
  plan: OpenPlan | null;
  letter: SentLetter | null;
  moneyOnItsWay: boolean;
  directDebit: DirectDebit | null;
  openCallSince: PlainDate | null;
  contacts: PlainDate[];
  autopilot: boolean;
}

/** Beyond this nobody speaks of an invoice that isn't due. */
const A_YEAR = 366;

/** Debtors who have something open that is due by a day or before, in key order: the chunks of a night. */
export async function listDebtorsToLookAt(reader: Reader, dueBy: PlainDate, after: string | undefined, limit: number): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select distinct debtor_id as id from invoice_standing
     where organisation_id = $1 and open_cents > 0 and due_on <= $2 and ($3::uuid is null or debtor_id > $3)
     order by debtor_id limit $4`,
    [reader.organisationId, dueBy, after ?? null, limit],
  );
  return rows.map(({ id }) => id);
}

/** Allocations that stand, on some invoices since a day, as the money of a promise or a plan. */
const moneySince = (invoices: string, since: string): string => `
  coalesce((select json_agg(json_build_object('receivedOn', day, 'cents', cents)) from (
    select entry.value_on as day, -sum(posting.amount_cents) as cents
    from posting join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
    where posting.organisation_id = $1 and posting.account = 'receivable' and entry.kind = 'allocation' and entry.value_on >= ${since}
      and posting.invoice_id in (${invoices})
      and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
    group by entry.value_on) money), '[]')`;

/**
 * The facts of every open invoice of some debtors, as of a day. A few questions for hundreds of debtors: what is open, what holds for the
 * debtor, what was agreed about an invoice, which steps were taken and what became of them; asked each by itself, because what is true
 * of few invoices is then read once and not looked for at every one.
 *
 * @param lookAheadDays Leaves out what is due later than so many days from then.
 */
export async function listClaimFacts(reader: Reader, debtorIds: readonly string[], today: PlainDate, realNow: Date, lookAheadDays = A_YEAR): Promise<ClaimFactsRow[]> {
  if (debtorIds.length === 0) return [];
  const dueBy = addDays(today, lookAheadDays);
  const claims = await reader.first<OpenClaims>(OPEN_CLAIMS, [reader.organisationId, debtorIds, dueBy]);
  if (!claims?.invoiceId) return [];
  const invoiceIds = listOf(claims.invoiceId);
  const [debtors, agreements, steps] = await together([
    reader.query<DebtorRow>(DEBTORS, [reader.organisationId, debtorIds, today]),
    reader.query<AgreementRow>(AGREEMENTS, [reader.organisationId, debtorIds, today, realNow, invoiceIds, listOf(claims.debtorId)]),
    listSteps(reader, invoiceIds),
  ]);
  const ofDebtor = new Map(debtors.map((row) => [row.debtorId, { ...row, holds: [] as ClaimHold[], stopCode: null as StopCode | null, openCallSince: null as PlainDate | null }]));
  for (const { invoiceId, debtorId, about, fact } of agreements) if (!invoiceId) addCircumstance(debtorId ? [ofDebtor.get(debtorId)] : [...ofDebtor.values()], about, fact);
  const ofInvoice = new Map<string, ClaimFactsRow>();
  const [ids, debtorOf, openCents, principalCents, totalCents, issuedOn, dueOn] = valuesOf(
    claims.invoiceId, claims.debtorId, claims.openCents, claims.principalCents, claims.totalCents, claims.issuedOn, claims.dueOn);
  const rows = ids.map((invoiceId, index) => {
    const debtorId = debtorOf[index] as string;
    const debtor = ofDebtor.get(debtorId);
    if (!debtor) throw new Error(`no debtor ${debtorId} for an open invoice`);
    // Written out: copied with a spread, hundreds of thousands of rows of this many fields take ten times as long.
    const row: ClaimFactsRow = {
      invoiceId, invoiceNumber: claims.numbers[index] as string, debtorId, debtorName: debtor.debtorName, debtorKind: debtor.debtorKind,
      email: debtor.email, hasPhone: debtor.hasPhone, hasAddress: debtor.hasAddress, caseId: debtor.caseId, openCents: exactNumber(openCents[index] as string),
      principalCents: exactNumber(principalCents[index] as string), totalCents: exactNumber(totalCents[index] as string), issuedOn: issuedOn[index] as PlainDate, dueOn: dueOn[index] as PlainDate,
      ladderVersionId: null, postponedTo: null, steps: [], holds: debtor.holds,
      stopCode: debtor.stopCode, handedOver: false, disputedCents: 0, promise: null, plan: null, letter: null, moneyOnItsWay: false, directDebit: null, openCallSince: debtor.openCallSince,
      contacts: debtor.contacts, autopilot: debtor.autopilot,
    };
    ofInvoice.set(invoiceId, row);
    return row;
  });
  for (const step of steps) {
    const row = ofInvoice.get(step.invoiceId);
    if (!row) continue;
    row.steps.push(step);
    row.ladderVersionId = step.versionId;
  }
  for (const { invoiceId, about, fact } of agreements) {
    const row = invoiceId ? ofInvoice.get(invoiceId) : undefined;
    if (row) addAgreement(row, about, fact);
  }
  return rows;
}

/** What holds for a debtor, or for all or a segment of them. */
function addCircumstance(debtors: readonly (Circumstances | undefined)[], about: AgreementRow["about"], fact: unknown): void {
  for (const debtor of debtors) {
    if (!debtor) continue;
    if (about === "stop-code") debtor.stopCode = fact as StopCode;
    else if (about === "call") debtor.openCallSince = fact as PlainDate;
    else {
      const { segment, ...hold } = fact as ClaimHold & { segment?: string | null };
      if (!segment || segment === debtor.segment) debtor.holds.push(hold);
    }
  }
}

function addAgreement(row: ClaimFactsRow, about: AgreementRow["about"], fact: unknown): void {
  switch (about) {
    case "ladder": row.ladderVersionId = fact as string; break;
    case "postponed": row.postponedTo = fact as PlainDate; break;
    case "hold": row.holds = [...row.holds, fact as ClaimHold]; break;
    case "handed-over": row.handedOver = true; break;
    case "dispute": row.disputedCents += fact as number; break;
    case "promise": row.promise = fact as OpenPromise; break;
    case "plan": row.plan = fact as OpenPlan; break;
    case "letter": row.letter = fact as SentLetter; break;
    case "checkout": row.moneyOnItsWay = true; break;
    case "direct-debit": row.directDebit = fact as DirectDebit; break;
  }
}

/** What is open, in columns; `numbers` are what people write and stand as they are. */
type OpenClaims = Readonly<Record<"invoiceId" | "debtorId" | "openCents" | "principalCents" | "totalCents" | "issuedOn" | "dueOn", string>> & { readonly numbers: readonly string[] };

const OPEN_CLAIMS = `select ${columnOf("invoice_id")} as "invoiceId", json_agg(number) as numbers, ${columnOf("debtor_id")} as "debtorId", ${columnOf("open_cents")} as "openCents",
       ${columnOf("principal_cents")} as "principalCents", ${columnOf("total_cents")} as "totalCents", ${columnOf("issued_on")} as "issuedOn", ${columnOf("due_on")} as "dueOn"
     from (
       select invoice.id as invoice_id, invoice.number, standing.debtor_id, standing.open_cents, standing.principal_cents, invoice.total_cents, invoice.issued_on, standing.due_on
       from unnest($2::uuid[]) as wanted (id)
       join invoice_standing standing on standing.organisation_id = $1 and standing.debtor_id = wanted.id and standing.open_cents > 0 and standing.due_on <= $3
       join invoice on invoice.organisation_id = $1 and invoice.id = standing.invoice_id
       order by standing.debtor_id, standing.due_on, invoice.id) claim`;

const AMSTERDAM = "at time zone 'Europe/Amsterdam')::date";

/** Steps in columns: what each became is named by at most one of the last three. */
type StepColumns = Readonly<Record<"invoiceId" | "versionId" | "stepId" | "takenOn" | "skippedOn" | "messageId" | "callTaskId" | "taskId", string>>;

const STEPS = `select ${columnOf("invoice_id")} as "invoiceId", ${columnOf("ladder_version_id")} as "versionId", ${columnOf("step_key")} as "stepId", ${columnOf("taken_on")} as "takenOn",
       ${columnOf("case when skipped_reason is not null then taken_on end")} as "skippedOn", ${columnOf("message_id")} as "messageId", ${columnOf("call_task_id")} as "callTaskId",
       ${columnOf("task_id")} as "taskId"
     from (
       select invoice_id, ladder_version_id, step_key, taken_on, skipped_reason, message_id, call_task_id, task_id
       from step_taken where organisation_id = $1 and invoice_id = ${anyOf("$2")} order by taken_on, id) taken`;

/** What became of a step: when its message left, or its call or task was done. */
interface Deed {
  readonly doneOn: PlainDate | null;
  readonly payBy: PlainDate | null;
}

type DeedColumns = Readonly<Record<"id" | "doneOn" | "payBy", string>>;

const deedsIn = (table: string, doneAt: string, payBy = "null::date"): string =>
  `select ${columnOf("id")} as id, ${columnOf(`(${doneAt} ${AMSTERDAM}`)} as "doneOn", ${columnOf(payBy)} as "payBy" from ${table} where organisation_id = $1 and id = ${anyOf("$2")}`;
const MESSAGES = deedsIn("message", "handed_over_at", "pay_by");
const CALLS = deedsIn("call_task", "closed_at");
const TASKS = deedsIn("work_task", "closed_at");

/**
 * The steps that some invoices took, in their order. By the invoices, and what became of the steps by its ids: thousands of rows are then
 * read in one walk along each index, and not each looked for by itself.
 *
 * @param invoiceIds As {@link listOf} has them.
 */
async function listSteps(reader: Reader, invoiceIds: string): Promise<(TakenStep & { invoiceId: string; versionId: string })[]> {
  const steps = await reader.first<StepColumns>(STEPS, [reader.organisationId, invoiceIds]);
  if (!steps?.invoiceId) return [];
  const [ids, versionId, stepId, takenOn, skipped, messageIds, callTaskIds, taskIds] = valuesOf(
    steps.invoiceId, steps.versionId, steps.stepId, steps.takenOn, steps.skippedOn, steps.messageId, steps.callTaskId, steps.taskId);
  const deeds = new Map<string, Deed>();
  const look = async (sql: string, ids: readonly string[]): Promise<void> => {
    const named = [...new Set(ids)].filter(Boolean);
    const found = named.length > 0 ? await reader.first<DeedColumns>(sql, [reader.organisationId, named]) : undefined;
    if (!found?.id) return;
    const [foundIds, doneOn, payBy] = valuesOf(found.id, found.doneOn, found.payBy);
    for (const [index, id] of foundIds.entries()) deeds.set(id, { doneOn: doneOn[index] || null, payBy: payBy[index] || null });
  };
  await together([look(MESSAGES, messageIds), look(CALLS, callTaskIds), look(TASKS, taskIds)]);
  return ids.map((invoiceId, index) => {
    const message = deeds.get(messageIds[index] as string);
    const skippedOn = skipped[index] || null;
    const doneOn = message?.doneOn ?? deeds.get(callTaskIds[index] as string)?.doneOn ?? deeds.get(taskIds[index] as string)?.doneOn ?? null;
    return {
      invoiceId, versionId: versionId[index] as string, stepId: stepId[index] as string, takenOn: takenOn[index] as PlainDate, skippedOn,
      sentOn: skippedOn ? null : doneOn, payBy: message?.payBy ?? null,
    };
  });
}

type StopCode = NonNullable<ClaimFactsRow["stopCode"]>;

type DebtorRow = Pick<ClaimFactsRow, "debtorId" | "debtorName" | "debtorKind" | "email" | "hasPhone" | "hasAddress" | "caseId" | "autopilot" | "contacts"> & { segment: string | null };

interface Circumstances {
  segment: string | null;
  holds: ClaimHold[];
  stopCode: StopCode | null;
  openCallSince: PlainDate | null;
}

const DEBTORS = `select debtor.id as "debtorId", debtor.name as "debtorName", debtor.kind as "debtorKind", debtor.email, debtor.phone is not null as "hasPhone", debtor.segment,
       (debtor.street is not null and debtor.postal_code is not null and debtor.city is not null) as "hasAddress",
       (select id from collection_case where organisation_id = $1 and debtor_id = debtor.id and closed_on is null) as "caseId", organisation.autopilot,
       array(select case when handed_over_at is null then queued_on else (handed_over_at ${AMSTERDAM} end from message
           where organisation_id = $1 and debtor_id = debtor.id and not by_request and (handed_over_at >= $3::date - 31 or state in ('queued', 'sending'))
         union all
         select (started_at ${AMSTERDAM} from call_log
           where organisation_id = $1 and debtor_id = debtor.id and direction = 'out' and started_at >= $3::date - 31) as contacts
     from unnest($2::uuid[]) as wanted (id)
     join debtor on debtor.organisation_id = $1 and debtor.id = wanted.id
     join organisation on organisation.id = $1`;

interface AgreementRow {
  /** Null for what holds for the debtor. */
  invoiceId: string | null;
  /** Null for what holds for all debtors, or a segment. */
  debtorId: string | null;
  about: "stop-code" | "call" | "ladder" | "postponed" | "hold" | "handed-over" | "dispute" | "promise" | "plan" | "letter" | "checkout" | "direct-debit";
  fact: unknown;
}

/** What is true of few invoices: a row for each, with its fact. Of promises, plans and letters the one that counts. */
const AGREEMENTS = `with claim as materialized (select invoice_id, debtor_id from unnest($5::uuid[], $6::uuid[]) as open (invoice_id, debtor_id))
     select null::uuid as "invoiceId", debtor_id as "debtorId", 'hold' as about, jsonb_build_object('kind', kind, 'from', from_day, 'until', until_day, 'stops', stops, 'segment', segment) as fact
     from hold where organisation_id = $1 and lifted_at is null and scope <> 'invoice' and (debtor_id is null or debtor_id = any($2::uuid[]))
     union all
     select null, debtor_id, 'hold', jsonb_build_object('kind', 'reply', 'from', (received_at ${AMSTERDAM}, 'until', null, 'stops', 'reminders')
     from inbound_message where organisation_id = $1 and debtor_id = any($2::uuid[]) and read_at is null and kind <> 'bounce'
     union all
     select null, debtor_id, 'stop-code', fact from (
       select distinct on (debtor_id) debtor_id, to_jsonb(kind) as fact from debtor_status
       where organisation_id = $1 and debtor_id = any($2::uuid[]) and ended_at is null and from_day <= $3 and (until_day is null or until_day >= $3)
       order by debtor_id, from_day desc) stopped
     union all
     select null, debtor_id, 'call', to_jsonb(min((created_at ${AMSTERDAM})) from call_task
     where organisation_id = $1 and debtor_id = any($2::uuid[]) and closed_at is null and reason <> 'step' group by debtor_id
     union all
     select chosen.invoice_id, null, 'ladder', to_jsonb(chosen.ladder_version_id) as fact
     from claim join invoice_ladder chosen on chosen.organisation_id = $1 and chosen.invoice_id = claim.invoice_id
     union all
     select put_off.invoice_id, null, 'postponed', to_jsonb(put_off.until_day)
     from claim join step_postponement put_off on put_off.organisation_id = $1 and put_off.invoice_id = claim.invoice_id and put_off.lifted_at is null
     union all
     select hold.invoice_id, null, 'hold', jsonb_build_object('kind', hold.kind, 'from', hold.from_day, 'until', hold.until_day, 'stops', hold.stops)
     from hold join claim on claim.invoice_id = hold.invoice_id where hold.organisation_id = $1 and hold.scope = 'invoice' and hold.lifted_at is null
     union all
     select line.invoice_id, null, 'handed-over', 'true'
     from hand_over join hand_over_invoice line on line.organisation_id = $1 and line.hand_over_id = hand_over.id join claim on claim.invoice_id = line.invoice_id
     where hand_over.organisation_id = $1 and hand_over.rejected_at is null and hand_over.declined_at is null and hand_over.recalled_at is null and hand_over.closed_at is null
     union all
     select dispute.invoice_id, null, 'dispute', to_jsonb(dispute.amount_cents)
     from dispute join claim on claim.invoice_id = dispute.invoice_id where dispute.organisation_id = $1 and dispute.decided_on is null
     union all
     select line.invoice_id, null, 'promise', jsonb_build_object('cents', promise.amount_cents, 'byDay', promise.by_day, 'madeOn', promise.made_on, 'cancelledOn', promise.cancelled_on,
       'payments', ${moneySince("select invoice_id from promise_invoice where organisation_id = $1 and promise_id = promise.id", "promise.made_on")})
     from promise_invoice line join claim on claim.invoice_id = line.invoice_id join promise on promise.organisation_id = $1 and promise.id = line.promise_id
     where line.organisation_id = $1 and line.settled_on is null
     union all
     select invoice_id, null, 'plan', fact from (
       select distinct on (line.invoice_id) line.invoice_id,
         jsonb_build_object('proposedBy', plan.proposed_by, 'acceptedOn', plan.accepted_on, 'answerBy', plan.answer_by, 'graceDays', (plan.policy ->> 'graceDays')::int,
           'instalments', (select json_agg(json_build_object('number', number, 'dueOn', due_on, 'cents', amount_cents) order by number)
                           from instalment where organisation_id = $1 and plan_id = plan.id),
           'payments', ${moneySince("select invoice_id from plan_invoice where organisation_id = $1 and plan_id = plan.id", "coalesce(plan.accepted_on, plan.proposed_on)")}) as fact
       from claim join plan_invoice line on line.organisation_id = $1 and line.invoice_id = claim.invoice_id join plan on plan.organisation_id = $1 and plan.id = line.plan_id
       where plan.declined_on is null and plan.ended_on is null and (line.active or plan.accepted_on is null)
       order by line.invoice_id, plan.accepted_on nulls last, plan.proposed_on desc) planned
     union all
     select invoice_id, null, 'letter', fact from (
       select distinct on (line.invoice_id) line.invoice_id,
         jsonb_build_object('sentOn', letter.sent_on, 'channel', letter.channel, 'deliveredOn', case when letter.presumed then null else letter.delivered_on end,
           'bouncedOn', (message.bounced_at ${AMSTERDAM}) as fact
       from claim join letter_invoice line on line.organisation_id = $1 and line.invoice_id = claim.invoice_id
       join fourteen_day_letter letter on letter.organisation_id = $1 and letter.id = line.letter_id
       join message on message.organisation_id = $1 and message.id = letter.message_id
       order by line.invoice_id, letter.sent_on desc) lettered
     union all
     select line.invoice_id, null, 'checkout', 'true'
     from checkout join checkout_invoice line on line.organisation_id = $1 and line.checkout_id = checkout.id join claim on claim.invoice_id = line.invoice_id
     where checkout.organisation_id = $1 and checkout.state in ('open', 'pending', 'authorized') and checkout.expires_at > $4
     union all
     select claim.invoice_id, null, 'direct-debit', jsonb_build_object('since', max(debit.since), 'bouncedOn', ${lastBounce("claim.invoice_id")})
     from direct_debit debit join claim on claim.debtor_id = debit.debtor_id and (debit.invoice_id is null or debit.invoice_id = claim.invoice_id)
     where debit.organisation_id = $1 and debit.debtor_id = any($2::uuid[]) and debit.ended_at is null and debit.since <= $3
     group by claim.invoice_id`;
