import { addDays, planSchedule, sum, type PlainDate } from "@tegemoet/domain";
import { raiseDispute } from "../../features/disputes/raise-dispute";
import { claimPaid } from "../../features/escalations/claim-paid";
import { askHelp } from "../../features/escalations/ask-help";
import { proposePlan } from "../../features/payment-plans/propose-plan";
import { settleCheckout } from "../../features/payments/settle-checkout";
import { startCheckout } from "../../features/payments/start-checkout";
import { acceptPlan } from "../../features/payment-plans/accept-plan";
import { confirmAgreement } from "../../features/promises/confirm-agreement";
import { contradictAgreement } from "../../features/promises/contradict-agreement";
import { momentAt } from "../../platform/clock";
import type { Reader, Tx } from "../../platform/database/transaction";
import { together } from "../../platform/together";
import { Chance } from "./chance";
import type { Transfer } from "./bring-bank-file";
import { KEY_PREFIX, type DemoDebtor } from "./demo-debtors";
import { attempt, onDay, type DemoWorld } from "./demo-world";
import { deedOf, type Deed } from "./habits";
import { listDueTerms, listOpenClaims, type OpenClaim } from "./open-claims.queries";

/** What the debtors of an organisation do on a day: their transfers, and what they do in the portal. */
export interface DeedsOfDay {
  readonly transfers: readonly Transfer[];
  /** What the last statement of the bank closed with. */
  readonly balanceCents: number | null;
  readonly inPortal: readonly { debtor: DemoDebtor; claim: OpenClaim; deed: Deed }[];
}

/** Asks everybody what they do today about what is open. */
export async function deedsOfDay(tx: Reader, world: DemoWorld, day: PlainDate): Promise<DeedsOfDay> {
  const transfers: Transfer[] = [];
  const inPortal: { debtor: DemoDebtor; claim: OpenClaim; deed: Deed }[] = [];
  const told = new Set<string>();
  const [bank, claims, terms] = await together([whatTheBankSays(tx), listOpenClaims(tx), listDueTerms(tx, day)]);
  const transfer = (one: Transfer): void => {
    // Whose money stands unplaced with us doesn't send it once more.
    if (!bank.waiting.has(one.debtor.iban)) transfers.push(one);
  };
  for (const claim of claims) {
    const debtor = world.debtors.get(claim.key);
    const deed = debtor && deedOf(debtor, claim, day, world.span.seed);
    if (!debtor || !deed) continue;
    if (deed.do === "pay" && !deed.online) transfer({ debtor, cents: deed.cents, numbers: [claim.number], reference: claim.paymentReference });
    // Nobody says the same thing about each of their invoices in one morning.
    else if (deed.do === "pay" || deed.do === "dispute" || !told.has(claim.key)) inPortal.push({ debtor, claim, deed });
    if (deed.do !== "pay") told.add(claim.key);
  }
  for (const plan of terms) {
    const debtor = world.debtors.get(plan.key);
    // After the first term it stays quiet.
    if (!debtor || (debtor.habit === "plan-breaker" && plan.dueTerms > 1)) continue;
    const [invoice] = plan.invoices;
    if (invoice) transfer({ debtor, cents: plan.shortCents, numbers: [invoice.number], reference: invoice.reference });
  }
  return { transfers, inPortal, balanceCents: bank.balanceCents };
}

async function whatTheBankSays(tx: Reader): Promise<{ balanceCents: number | null; waiting: ReadonlySet<string> }> {
  const row = await tx.first<{ cents: number | null; ibans: string[] }>(
    `select (select closing_cents from statement where organisation_id = $1 order by until_day desc, imported_at desc limit 1) as cents,
       array(select line.counterparty_iban from bank_match match join bank_line line on line.organisation_id = $1 and line.id = match.bank_line_id
         where match.organisation_id = $1 and match.undone_at is null and match.state in ('proposed', 'unknown') and line.amount_cents > 0 and line.counterparty_iban is not null) as ibans`,
    [tx.organisationId]);
  return { balanceCents: row?.cents ?? null, waiting: new Set(row?.ibans) };
}

/** Pays by iDEAL, proposes terms, disagrees or asks for help, each as the debtor in the portal. */
export async function actInPortal(world: DemoWorld, day: PlainDate, deeds: DeedsOfDay["inPortal"]): Promise<void> {
  for (const { debtor, claim, deed } of deeds) {
    const chance = new Chance(world.span.seed, debtor.key, day);
    await onDay(world, day, 1_100 + chance.between(0, 60), { kind: "debtor", id: claim.debtorId }, (tx) => attempt(tx, () => act(tx, { debtor, claim, deed }, day)));
  }
}

async function act(tx: Tx, { debtor, claim, deed }: DeedsOfDay["inPortal"][number], day: PlainDate): Promise<void> {
  const { debtorId, invoiceId, openCents } = claim;
  if (deed.do === "pay") {
    const { checkoutId, amountCents } = await startCheckout(tx, { debtorId, lines: [{ invoiceId, openCents }], amountCents: deed.cents, reference: claim.number, realNow: tx.now });
    await settleCheckout(tx, checkoutId, {
      providerId: `demo_${checkoutId}`, state: "paid", amountCents, currency: "EUR", reference: checkoutId, paidAt: tx.now, payerName: debtor.details.name, payerIban: debtor.iban,
    });
  } else if (deed.do === "propose-plan") {
    const total = await openOf(tx, debtorId);
    const firstOn = addDays(day, 7);
    await proposePlan(tx, { debtorId, instalments: planSchedule({ total, count: deed.terms, firstOn, every: "month" }), note: deed.terms > 6 ? "Meer kan ik per maand niet missen." : undefined, today: day });
  } else if (deed.do === "dispute") {
    await raiseDispute(tx, { debtorId, invoiceId, reason: deed.reason, text: deed.text, via: "portal", today: day });
  } else if (deed.do === "ask-help") {
    await askHelp(tx, { debtorId, want: new Chance(claim.key).pick(["pause", "plan", "call"]), today: day });
  } else {
    await claimPaid(tx, { debtorId, paidOn: day, amountCents: openCents, reference: claim.number, today: day });
  }
}

async function openOf(tx: Tx, debtorId: string): Promise<number> {
  const rows = await tx.query<{ cents: number }>(
    "select open_cents as cents from invoice_standing where organisation_id = $1 and debtor_id = $2 and open_cents > 0", [tx.organisationId, debtorId]);
  return sum(rows.map(({ cents }) => cents));
}

/** Days in which somebody may still answer what we mailed after a call. */
const ANSWER_DAYS = 6;

interface Unanswered {
  id: string;
  debtorId: string;
  key: string;
  madeOn: PlainDate;
  planId: string | null;
}

/** Reads the mail after a call and presses klopt, sometimes klopt niet, sometimes nothing. */
export async function answerAgreements(world: DemoWorld, day: PlainDate): Promise<void> {
  await onDay(world, day, 1_120, { kind: "system" }, async (tx) => {
    const unanswered = await tx.query<Unanswered>(
      `select agreement.id, agreement.debtor_id as "debtorId", debtor.external_key as key, (agreement.made_at at time zone 'Europe/Amsterdam')::date as "madeOn", agreement.plan_id as "planId"
       from agreement join debtor on debtor.organisation_id = $1 and debtor.id = agreement.debtor_id and debtor.external_key like '${KEY_PREFIX}%'
       where agreement.organisation_id = $1 and agreement.confirmed_at is null and agreement.contradicted_at is null and agreement.made_at >= $2 and agreement.made_at < $3
         and not exists (select 1 from portal_session where organisation_id = $1 and debtor_id = debtor.id)
       order by agreement.made_at, agreement.id`,
      [tx.organisationId, momentAt(addDays(day, -ANSWER_DAYS), 0), momentAt(day, 0)],
    );
    for (const agreement of unanswered) await attempt(tx, () => answer(asDebtor(tx, agreement.debtorId), world, agreement, day));
  });
}

async function answer(tx: Tx, world: DemoWorld, { id, debtorId, key, madeOn, planId }: Unanswered, day: PlainDate): Promise<void> {
  const chance = new Chance(world.span.seed, key, "agreement", madeOn);
  const mind = chance.between(1, 100);
  if (mind > 78 || addDays(madeOn, chance.between(1, 3)) > day) return;
  if (mind > 75) {
    await contradictAgreement(tx, { agreementId: id, debtorId, text: "Het bedrag klopt, maar ik had de 25e gezegd.", today: day });
    return;
  }
  if (planId) await acceptPlan(tx, { planId, debtorId, today: day });
  await confirmAgreement(tx, { agreementId: id, debtorId });
}

/** The same transaction, with somebody else named in the audit trail. */
function asDebtor(tx: Tx, debtorId: string): Tx {
  return Object.assign(Object.create(tx) as Tx, { actor: { kind: "debtor", id: debtorId } });
}
