import { planStanding, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { listRunningPlans } from "./running-plans.queries";

export interface InstalmentDue {
  planId: string;
  number: number;
  /** What is open of it today. */
  cents: number;
  invoiceIds: string[];
}

/** The instalment that a debtor pays next, undefined without a running plan. */
export async function findInstalmentDue(tx: Tx, debtorId: string, today: PlainDate): Promise<InstalmentDue | undefined> {
  for (const plan of await listRunningPlans(tx)) {
    if (plan.debtorId !== debtorId) continue;
    const { next } = planStanding(plan, plan.payments, today);
    if (next) return { planId: plan.id, number: next.number, cents: next.openCents, invoiceIds: plan.invoices.filter(({ openCents }) => openCents > 0).map(({ invoiceId }) => invoiceId) };
  }
  return undefined;
}
