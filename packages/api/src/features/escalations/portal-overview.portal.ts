import { addDays, daysBetween, makePaymentReference, Refusal, type PlainDate } from "@tegemoet/domain";
import { Ctx, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import type { DebtorContext } from "../../platform/graphql/viewer";
import { listPromised } from "../calls/promised.queries";
import { findDebtor, type DebtorRow } from "../debtors/debtor.queries";
import { claimOf } from "../ledger/claim-of";
import { findOrganisation } from "../organisations/organisation.queries";
import { PortalPlan } from "../payment-plans/plan.portal-view";
import { listPlanRows } from "../payment-plans/plan.queries";
import { shownPlanState } from "../payment-plans/plan.view";
import { listAgreements } from "../promises/agreement.queries";
import { PortalAgreement } from "./confirmation.portal-view";
import { PortalOverview, type PortalInvoice, type PortalPausedUntil, type PortalPromise } from "./overview.portal-view";
import { findLinkMessageId, findPause, findPayBy, listHistory, listOverviewInvoices, type OverviewInvoiceRow } from "./overview.queries";
import { PortalClaim } from "./portal-claim.portal-view";
import { historyText } from "./portal-words";

const PAUSED: Readonly<Record<string, string>> = { hardship: "hardship", "paid-claim": "paidClaim", dispute: "dispute" };
const PLANS_SHOWN = new Set(["proposed", "offered", "running", "behind"]);

@Resolver()
export class PortalOverviewResolver {
  @Query(() => PortalOverview)
  overview(@Ctx() context: DebtorContext): Promise<PortalOverview> {
    return context.read((reader) => overviewOf(reader, context));
  }
}

/** What a debtor sees. Before the check that is what the mail itself stated: its invoices without documents, no name and no history (T-23). */
async function overviewOf(reader: Reader, { viewer, today }: DebtorContext): Promise<PortalOverview> {
  const { debtorId, checked, language, linkId } = viewer;
  const debtor = await findDebtor(reader, debtorId, today);
  if (!debtor) throw new Refusal("NOT_FOUND");
  const organisation = await findOrganisation(reader);
  const messageId = checked ? null : await findLinkMessageId(reader, linkId);
  const rows = checked || messageId ? await listOverviewInvoices(reader, { debtorId, messageId, today }) : [];
  const claim = PortalClaim.of(await claimOf(reader, { invoiceIds: rows.map(({ id }) => id), asOf: today, interest: "claimed" }), debtor.kind, language);
  const own = checked ? await ownFacts(reader, { debtorId, language, today }) : { paused: null, plan: null, promise: null, agreements: [], history: [] };
  return Object.assign(new PortalOverview(), {
    debtorName: checked ? debtor.name : null, outstandingCents: claim.outstandingCents, payBy: await findPayBy(reader, { debtorId, messageId, today }),
    invoices: rows.map((row) => invoiceOf(row, checked, today)), claim, ...own, paymentReference: referenceFor(rows, debtor),
    planPolicy: organisation.planPolicy, promiseLatestDay: addDays(today, organisation.promiseMaxDays), helpLinks: organisation.helpLinks,
  });
}

async function ownFacts(reader: Reader, { debtorId, language, today }: { debtorId: string; language: "nl" | "en"; today: PlainDate }) {
  const pause = await findPause(reader, debtorId, today);
  const paused: PortalPausedUntil | null = pause ? { reason: PAUSED[pause.kind] ?? "staff", until: pause.until } : null;
  const plan = (await listPlanRows(reader, { debtorId }, today)).find((row) => PLANS_SHOWN.has(shownPlanState(row)));
  const promised = (await listPromised(reader, [debtorId], today)).find(({ standing }) => standing.state === "open");
  const promise: PortalPromise | null = promised ? { amountCents: promised.amountCents, byDay: promised.byDay, state: promised.standing.state } : null;
  const agreements = (await listAgreements(reader, debtorId)).map((row) => PortalAgreement.of(row));
  const history = (await listHistory(reader, debtorId)).map((row) => ({ on: row.on, kind: row.kind, text: historyText(row, language), cents: row.cents }));
  return { paused, plan: plan ? PortalPlan.of(plan) : null, promise, agreements, history };
}

function invoiceOf(row: OverviewInvoiceRow, checked: boolean, today: PlainDate): PortalInvoice {
  const { id, number, issuedOn, dueOn, totalCents, openCents, disputedCents, inPlan, documentId } = row;
  return {
    id, number, description: checked ? row.description : null, issuedOn, dueOn, totalCents, openCents, disputedCents: checked ? disputedCents : 0,
    daysOverdue: openCents > 0 ? Math.max(0, daysBetween(dueOn, today)) : 0, documentUrl: checked && documentId ? `/documents/${documentId}` : null,
    state: openCents === 0 ? "paid" : !checked ? "open" : disputedCents > 0 ? "disputed" : inPlan ? "inPlan" : "open",
  };
}

/** What to write with a transfer: the reference of the one invoice, else a betalingskenmerk of the debtor that is always the same. */
function referenceFor(rows: readonly OverviewInvoiceRow[], debtor: DebtorRow): string {
  const open = rows.filter(({ openCents }) => openCents > 0);
  if (open.length === 1 && open[0]?.paymentReference) return open[0].paymentReference;
  return debtorReference(debtor);
}

/** A betalingskenmerk by the number of the debtor; where that is no number, by the debtor's own id. */
export function debtorReference({ id, number }: Pick<DebtorRow, "id" | "number">): string {
  if (/^\d{1,15}$/.test(number)) return makePaymentReference(number);
  return makePaymentReference(BigInt(`0x${id.replaceAll("-", "").slice(-14)}`) % 1_000_000_000_000_000n);
}
