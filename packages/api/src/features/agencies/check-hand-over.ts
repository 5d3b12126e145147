import { handOverFaults, Refusal, type HandOverFault, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { findAgency, type AgencyRow } from "./agency.queries";
import { handOverFactsOf, listHandOverFacts, type HandOverCaseRow } from "./hand-over-facts.queries";

export interface CheckedHandOver {
  readonly row: HandOverCaseRow;
  readonly agency: AgencyRow;
  /** What is missing, each fault once, in the order to mend it. Empty: complete. */
  readonly faults: HandOverFault[];
}

/** What keeps a case from going to an agency today (I-61). Refuses with NOT_FOUND for a case or an agency that isn't ours. */
export async function checkHandOver(
  reader: Reader, { caseId, agencyId, today, ignoreOwn = false }: { caseId: string; agencyId: string; today: PlainDate; ignoreOwn?: boolean },
): Promise<CheckedHandOver> {
  const agency = await findAgency(reader, agencyId);
  const [row] = await listHandOverFacts(reader, [caseId], today);
  if (!agency || !row) throw new Refusal("NOT_FOUND");
  // The proposal that is being approved stands in nobody's way.
  const facts = { ...handOverFactsOf(row, agency, today), ...(ignoreOwn ? { handedOver: false } : {}) };
  return { row, agency, faults: [...new Set(handOverFaults(facts, today).map(({ fault }) => fault))] };
}

/**
 * The same, for who wants to act. Refuses with CASE_CLOSED, HAND_OVER_EXISTS, AGENCY_NOT_REGISTERED (a natural person and an agency
 * without a running registration), HAND_OVER_INCOMPLETE with what is missing.
 */
export async function requireComplete(reader: Reader, check: Parameters<typeof checkHandOver>[1]): Promise<CheckedHandOver> {
  const checked = await checkHandOver(reader, check);
  const { row, faults } = checked;
  if (row.closedOn) throw new Refusal("CASE_CLOSED", { closedOn: row.closedOn });
  if (faults.includes("handed over already")) throw new Refusal("HAND_OVER_EXISTS");
  if (faults.some((fault) => fault === "agency not registered" || fault === "agency registration expired")) {
    throw new Refusal("AGENCY_NOT_REGISTERED", { agency: checked.agency.name, wkiExpiresOn: checked.agency.wkiExpiresOn });
  }
  if (faults.length > 0) throw new Refusal("HAND_OVER_INCOMPLETE", { faults });
  return checked;
}
