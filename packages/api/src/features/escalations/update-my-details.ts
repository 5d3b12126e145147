import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { lockDebtor } from "../calls/open-invoices.queries";
import { mailOf, phoneOf } from "../debtors/upsert-debtor";
import { askFromPortal } from "./call-me";

/**
 * A debtor tells another number or better times, which count at once. Another mail address is only noted for staff, who ask back at the
 * old one: whoever holds a link may not turn the mail somewhere else (T-23, tier 2).
 *
 * Refuses with INPUT_INVALID when nothing was given, or an address or number can't be one.
 */
export async function updateMyDetails(tx: Tx, { debtorId, email, phone, preferredTimes }: { debtorId: string; email?: string; phone?: string; preferredTimes?: string }): Promise<{ changeId: string }> {
  const number = phone === undefined ? undefined : phoneOf(phone);
  const address = email === undefined ? undefined : mailOf(email);
  const fields = [
    ...(phone !== undefined && !number ? ["phone: a telephone number such as 06 12345678"] : []),
    ...(email !== undefined && !address ? ["email: a mail address such as naam@bedrijf.nl"] : []),
    ...(email ?? phone ?? preferredTimes ? [] : ["email, phone or preferredTimes: at least one"]),
  ];
  if (fields.length > 0) throw new Refusal("INPUT_INVALID", { fields });
  const before = await lockDebtor(tx, debtorId);
  if (number !== undefined || preferredTimes !== undefined) {
    await tx.query(
      "update debtor set phone = coalesce($3, phone), preferred_times = coalesce($4, preferred_times), version = version + 1 where organisation_id = $1 and id = $2",
      [tx.organisationId, debtorId, number ?? null, preferredTimes ?? null],
    );
    await audit(tx, { action: "update-my-details", subject: "debtor", subjectId: debtorId, before: { phone: before.phone }, after: { phone: number, preferredTimes } });
  }
  if (!address || address === before.email) return { changeId: newId() };
  return { changeId: await askFromPortal(tx, { debtorId, subject: "Ander mailadres", text: `Wil voortaan mail op ${address}. Nu: ${before.email ?? "geen adres"}.` }) };
}
