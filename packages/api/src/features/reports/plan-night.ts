import { addDays, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { listDebtorsToLookAt } from "../escalations/claim-facts.queries";
import { decideChunk, type NightDecisions, type PlannedMessage } from "../escalations/decide-chunk";
import { rulesToRead } from "../escalations/night-rules";
import type { AdminNightItem, AdminNightPlan, AdminNightWait } from "./night-plan.view";

/** A coming night by the night's own code, without its writes: what would go, and for each invoice that waits, why. */
export async function planNight(reader: Reader, day: PlainDate, realNow: Date): Promise<AdminNightPlan> {
  const rules = await rulesToRead(reader);
  const items: AdminNightItem[] = [];
  const waiting: AdminNightWait[] = [];
  let after: string | undefined;
  for (;;) {
    const debtorIds = await listDebtorsToLookAt(reader, addDays(day, rules.lookAheadDays), after, 500);
    if (debtorIds.length === 0) break;
    const night = await decideChunk(reader, debtorIds, day, rules, realNow);
    items.push(...itemsOf(night));
    waiting.push(...waitsOf(night));
    after = debtorIds.at(-1);
  }
  return { day, items, waiting };
}

function itemsOf({ messages, tasks, calls, handOvers }: NightDecisions): AdminNightItem[] {
  const going: readonly Pick<PlannedMessage, "debtorId" | "step" | "claims">[] = messages;
  const byHand: readonly Pick<PlannedMessage, "debtorId" | "step" | "claims">[] = [
    ...tasks, ...[...calls, ...handOvers].map((claim) => ({ debtorId: claim.row.debtorId, step: claim.decision.take, claims: [claim] })),
  ];
  return [...going.map((item) => ({ item, byHand: false })), ...byHand.map((item) => ({ item, byHand: true }))].map(({ item: { debtorId, step, claims }, byHand: hand }) => ({
    debtorId, debtorName: claims[0]?.row.debtorName ?? "", step: step.id, channel: step.channel, messageKind: step.template ?? null, byHand: hand,
    invoices: claims.map(({ row }) => row.invoiceNumber), cents: claims.reduce((sum, { row }) => sum + row.openCents, 0),
  }));
}

function waitsOf(night: NightDecisions): AdminNightWait[] {
  const waits = night.decided.flatMap(({ row, decision }) => ("wait" in decision ? [{ row, reason: decision.wait as string, until: decision.until ?? null, detail: decision.detail ?? null }] : []));
  const held = night.held.map(({ row }) => ({ row, reason: "contact cap", until: null, detail: null }));
  return [...waits, ...held].map(({ row, ...wait }) => ({
    debtorId: row.debtorId, debtorName: row.debtorName, invoiceId: row.invoiceId, invoiceNumber: row.invoiceNumber, cents: row.openCents, ...wait,
  }));
}
