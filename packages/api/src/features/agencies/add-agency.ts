import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { mailOf } from "../debtors/upsert-debtor";

export interface NewAgency {
  readonly name: string;
  readonly email?: string | null;
  /** Number in the Wki register of collection services; without it natural persons can't be handed over (Bki art. 1.1). */
  readonly wkiNumber?: string | null;
  readonly wkiExpiresOn?: PlainDate | null;
}

/** Writes down an agency that cases may be handed over to. Refuses with INPUT_INVALID naming the field. */
export async function addAgency(tx: Tx, agency: NewAgency): Promise<string> {
  const name = agency.name.replace(/\s+/g, " ").trim();
  if (name === "" || name.length > 200) throw new Refusal("INPUT_INVALID", { fields: ["name: between 1 and 200 characters"] });
  const email = agency.email?.trim() ? mailOf(agency.email) : null;
  if (email === undefined) throw new Refusal("INPUT_INVALID", { fields: ["email: a mail address such as naam@bedrijf.nl"] });
  const wkiNumber = agency.wkiNumber?.trim() || null;
  if (wkiNumber && wkiNumber.length > 40) throw new Refusal("INPUT_INVALID", { fields: ["wkiNumber: at most 40 characters"] });
  const id = newId();
  await tx.query(
    "insert into agency (organisation_id, id, name, email, wki_number, wki_expires_on, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
    [tx.organisationId, id, name, email, wkiNumber, agency.wkiExpiresOn ?? null, tx.now],
  );
  await audit(tx, { action: "add-agency", subject: "agency", subjectId: id, after: { name, email, wkiNumber, wkiExpiresOn: agency.wkiExpiresOn ?? null } });
  return id;
}
