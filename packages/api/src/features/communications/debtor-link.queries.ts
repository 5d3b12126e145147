import type { Reader } from "../../platform/database/transaction";
import type { LinkDestination } from "./create-link";

export interface LinkRow {
  id: string;
  debtorId: string;
  messageId: string | null;
  agreementId: string | null;
  destination: LinkDestination;
  language: "nl" | "en";
}

/** The link behind the HMAC of a token, while it works: neither revoked nor past its day. */
export function findLink(reader: Reader, tokenHmac: Buffer, now: Date): Promise<LinkRow | undefined> {
  return reader.first<LinkRow>(
    `select link.id, link.debtor_id as "debtorId", link.message_id as "messageId", link.agreement_id as "agreementId", link.destination, debtor.language
     from debtor_link link join debtor on debtor.organisation_id = link.organisation_id and debtor.id = link.debtor_id
     where link.organisation_id = $1 and link.token_hmac = $2 and link.revoked_at is null and link.expires_at > $3`,
    [reader.organisationId, tokenHmac, now],
  );
}

export interface StatedInvoice {
  number: string;
  cents: number;
}

export interface StatedMessage {
  kind: string;
  sentOn: string | null;
  payBy: string | null;
  invoices: StatedInvoice[];
}

/** What a message itself stated: invoice numbers, with the amounts of now where they became less. */
export async function findStated(reader: Reader, messageId: string): Promise<StatedMessage | undefined> {
  return reader.first<StatedMessage>(
    `select message.kind, (message.handed_over_at at time zone 'Europe/Amsterdam')::date as "sentOn", message.pay_by as "payBy",
       coalesce((select json_agg(json_build_object('number', invoice.number, 'cents', least(line.open_cents, coalesce(standing.open_cents, 0))) order by invoice.due_on, invoice.number)
         from message_invoice line
         join invoice on invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id
         left join invoice_standing standing on standing.organisation_id = line.organisation_id and standing.invoice_id = line.invoice_id
         where line.organisation_id = message.organisation_id and line.message_id = message.id and coalesce(standing.open_cents, 0) > 0), '[]') as invoices
     from message where message.organisation_id = $1 and message.id = $2`,
    [reader.organisationId, messageId],
  );
}
