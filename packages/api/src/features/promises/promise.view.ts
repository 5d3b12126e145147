import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { listPromised } from "../calls/promised.queries";
import { AdminPromise } from "../calls/promised.view";

export { AdminPromise };

/** What a debtor promised, the newest first, with how each promise stands today. */
export async function listPromises(reader: Reader, debtorId: string, today: PlainDate): Promise<AdminPromise[]> {
  return (await listPromised(reader, [debtorId], today)).map((row) => AdminPromise.of(row));
}
