import { collectionCosts, type Cents, type CollectionCosts, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { claimOf, type Claim, type InterestMode } from "./claim-of";
import { listBookedCosts, listReductions, type BookedCostsRow, type ReductionRow } from "./explained-claim.queries";

/** The rates of VAT that may stand on costs, none first (Besluit BIK art. 2 lid 3). */
const VAT_RATES = [undefined, 21] as const;

export interface BookedCosts extends BookedCostsRow {
  /** How the scale makes the whole of it; undefined when what was open then can't be told from the books any more. */
  scale: CollectionCosts | undefined;
}

/** A claim on a day with where every cent of it comes from and went. */
export interface ExplainedClaim extends Claim {
  bookedCosts: BookedCosts[];
  reductions: ReductionRow[];
}

/** What is owed on a day and how it came about: interest by period, costs by bracket, and what each payment paid first. */
export async function explainClaim(reader: Reader, asked: { invoiceIds: readonly string[]; asOf: PlainDate; interest?: InterestMode }): Promise<ExplainedClaim> {
  const claim = await claimOf(reader, asked);
  const bookedCosts = (await listBookedCosts(reader, asked.invoiceIds, asked.asOf)).map((row) => ({ ...row, scale: scaleOf(row) }));
  return { ...claim, bookedCosts, reductions: await listReductions(reader, asked.invoiceIds, asked.asOf) };
}

function scaleOf({ baseCents, wholeCents }: { baseCents: Cents; wholeCents: Cents }): CollectionCosts | undefined {
  if (baseCents <= 0) return undefined;
  return VAT_RATES.map((vatRate) => collectionCosts(baseCents, vatRate === undefined ? {} : { vatRate })).find(({ total }) => total === wholeCents);
}
