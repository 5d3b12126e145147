import { failedChecks, Refusal, type ClaimFacts, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { lockDebtor } from "../calls/open-invoices.queries";
import { listClaimFacts, type ClaimFactsRow } from "./claim-facts.queries";
import { claimFactsOf } from "./decide-claim";
import { laddersOfClaims } from "./ladder-of-claim";
import { nightRules } from "./night-rules";
import { checkOurselves } from "./self-check.queries";

/** Which steps a person speaks of: those of one invoice, or of all open invoices of a case. */
export interface StepSubject {
  readonly invoiceId?: string;
  readonly caseId?: string;
}

export interface StepClaim {
  readonly row: ClaimFactsRow;
  readonly facts: ClaimFacts;
  readonly ladderVersionId: string;
}

export interface LockedSteps {
  readonly debtorId: string;
  readonly caseId: string | undefined;
  readonly claims: readonly StepClaim[];
}

/**
 * The open invoices that a person speaks of, with the facts that decide their next step, their debtor locked as the night locks it.
 *
 * Refuses with INPUT_INVALID when neither is named, NOT_FOUND, and NOTHING_OPEN.
 */
export async function lockSteps(tx: Tx, { invoiceId, caseId }: StepSubject, today: PlainDate, realNow: Date, checked = false): Promise<LockedSteps> {
  if (!invoiceId && !caseId) throw new Refusal("INPUT_INVALID", { fields: ["invoiceId or caseId"] });
  const found = await tx.first<{ debtorId: string }>(
    `select debtor_id as "debtorId" from ${invoiceId ? "invoice" : "collection_case"} where organisation_id = $1 and id = $2`, [tx.organisationId, invoiceId ?? caseId]);
  if (!found) throw new Refusal("NOT_FOUND");
  await lockDebtor(tx, found.debtorId);
  const rules = await nightRules(tx);
  const rows = (await listClaimFacts(tx, [found.debtorId], today, realNow)).filter((row) => !invoiceId || row.invoiceId === invoiceId);
  if (rows.length === 0) throw new Refusal("NOTHING_OPEN");
  const ladderOf = await laddersOfClaims(tx, rows, rules.ladders, today);
  const checks = checked ? await checkOurselves(tx, rows.map((row) => row.invoiceId), today) : new Map();
  return {
    debtorId: found.debtorId, caseId: rows[0]?.caseId ?? undefined,
    claims: rows.map((row) => {
      const { ladder, versionId } = ladderOf(row);
      return { row, facts: claimFactsOf(row, { ...rules, ladder }, today, failedChecks(checks.get(row.invoiceId) ?? [])), ladderVersionId: versionId };
    }),
  };
}
