import { Refusal, type DebtorKind, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { idOf } from "../../platform/ids";
import { listDebtors } from "../debtors/debtor.queries";
import { listCases } from "../escalations/case.queries";
import { showCases } from "../escalations/show-cases";
import { listInvoices } from "../invoices/invoice.queries";
import type { BulkList } from "./bulk-order";
import { listSubjects, type BulkSubject } from "./bulk-subjects.queries";

/** Rows of one bulk action. A larger filter is done in parts. */
export const MOST_ROWS = 5_000;

/** Either rows by name, or everything that the filter of the list shows. */
export interface Choice {
  readonly ids?: readonly string[];
  readonly cases?: { readonly search?: string; readonly minCents?: number; readonly minDaysOverdue?: number; readonly waitReason?: string; readonly owner?: string; readonly state?: string };
  readonly invoices?: { readonly search?: string; readonly state?: string; readonly debtorId?: string };
  readonly debtors?: { readonly search?: string; readonly kind?: DebtorKind; readonly overdueOnly?: boolean };
}

/**
 * The rows that somebody chose, with what is open of each, as they are at this moment. The largest come first in a filter.
 *
 * Refuses with NOT_FOUND when one of the ids isn't there, NOTHING_OPEN when the filter shows nothing, INPUT_INVALID for more than 5,000 rows.
 */
export async function chooseSubjects(reader: Reader, list: BulkList, choice: Choice, today: PlainDate, realNow: Date): Promise<BulkSubject[]> {
  const ids = [...new Set((choice.ids ?? (await idsOfFilter(reader, list, choice, today, realNow))).map(idOf))];
  if (ids.length === 0) throw new Refusal("NOTHING_OPEN");
  if (ids.length > MOST_ROWS) throw new Refusal("INPUT_INVALID", { fields: [`at most ${MOST_ROWS} rows at once`], limit: String(MOST_ROWS) });
  const subjects = await listSubjects(reader, list, ids);
  if (subjects.length < ids.length) throw new Refusal("NOT_FOUND");
  return subjects;
}

async function idsOfFilter(reader: Reader, list: BulkList, choice: Choice, today: PlainDate, realNow: Date): Promise<string[]> {
  const page = { sort: "openCents", direction: "desc", limit: MOST_ROWS + 1, offset: 0, today } as const;
  const { rows } = await (() => {
    if (list === "invoices") return listInvoices(reader, { ...choice.invoices, debtorId: choice.invoices?.debtorId && idOf(choice.invoices.debtorId), ...page });
    if (list === "debtors") return listDebtors(reader, { ...choice.debtors, ...page });
    if (choice.cases?.waitReason) return showCases(reader, { ...choice.cases, ...page }, realNow);
    return listCases(reader, { ...choice.cases, owner: choice.cases?.owner && idOf(choice.cases.owner), ...page });
  })();
  return (rows as readonly { readonly id: string }[]).map(({ id }) => id);
}
