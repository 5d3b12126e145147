import type { Cents } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { END_OF_DAYS, listClaimHistories } from "./claim.queries";
import { interestOf } from "./invoice-claim";

const CHUNK = 500;

/**
 * Invoices that were asked for more interest than the law gives up to the day of the claim, by what is known of payments now (I-11).
 * Counted anew in code, invoice by invoice: with the periods of the law it is no work for SQL.
 */
export async function checkInterest(reader: Reader): Promise<{ id: string; found: string }[]> {
  const broken: { id: string; found: string }[] = [];
  for (let after: string | undefined; ;) {
    const ids = await reader.query<{ id: string }>(
      `select distinct invoice_id as id from posting where organisation_id = $1 and account = 'receivable' and part = 'interest' and ($2::uuid is null or invoice_id > $2)
       order by invoice_id limit ${CHUNK}`,
      [reader.organisationId, after ?? null],
    );
    if (ids.length === 0) return broken;
    for (const history of await listClaimHistories(reader, ids.map(({ id }) => id), END_OF_DAYS)) {
      const { interestClaimedOn: until, interestBookedCents: asked } = history;
      const lawful: Cents = until === null ? asked : (interestOf(history, until)?.total ?? 0);
      if (asked > lawful) broken.push({ id: history.invoiceId, found: `${history.number}: asked ${asked} until ${until}, the law gives ${lawful}` });
    }
    after = ids.at(-1)?.id;
  }
}
