import { DEFAULT_SELF_CHECK_POLICY, selfCheck, type PlainDate, type SelfCheckResult } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

interface Row {
  invoiceId: string;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  totalCents: number;
  lineCents: number[] | null;
  deliveries: { channel: "mail" | "letter" | "peppol" | "source"; address: string | null; sentOn: PlainDate; deliveredOn: PlainDate | null; bouncedOn: PlainDate | null }[];
  mailTo: string | null;
  postalAddress: boolean;
  otherAddresses: string[];
  addressBouncedOn: PlainDate | null;
  addressProven: boolean;
  openCreditCents: number;
  unmatchedReceiptCents: number;
  bankCoveredUntil: PlainDate | null;
  bankFreshDays: number;
}

/** Looks at our own work before anybody is reminded: what was sent, where to, what came back, and whether the money is looked at. */
export async function checkOurselves(reader: Reader, invoiceIds: readonly string[], today: PlainDate): Promise<Map<string, SelfCheckResult[]>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await reader.query<Row>(
    `select invoice.id as "invoiceId", invoice.issued_on as "issuedOn", invoice.due_on as "dueOn", invoice.total_cents as "totalCents",
       (select json_agg(amount_cents + round(amount_cents * coalesce(vat_basis_points, 0) / 10000.0)) from invoice_line
        where organisation_id = $1 and invoice_id = invoice.id) as "lineCents",
       coalesce((select json_agg(json_build_object('channel', case channel when 'unknown' then 'source' else channel end, 'address', address,
           'sentOn', (sent_at at time zone 'Europe/Amsterdam')::date, 'deliveredOn', (delivered_at at time zone 'Europe/Amsterdam')::date,
           'bouncedOn', (bounced_at at time zone 'Europe/Amsterdam')::date) order by sent_at)
         from invoice_delivery where organisation_id = $1 and invoice_id = invoice.id and sent_at is not null), '[]') as deliveries,
       debtor.email as "mailTo", (debtor.street is not null and debtor.postal_code is not null and debtor.city is not null) as "postalAddress",
       array(select distinct contact.email from contact where organisation_id = $1 and debtor_id = debtor.id and contact.email is not null) as "otherAddresses",
       (select max((found_at at time zone 'Europe/Amsterdam')::date) from contact_fault fault where fault.organisation_id = $1 and fault.debtor_id = debtor.id
          and fault.resolved_at is null and fault.channel = 'mail' and fault.address = debtor.email) as "addressBouncedOn",
       (exists (select 1 from message where message.organisation_id = $1 and message.debtor_id = debtor.id and message.to_address = debtor.email and message.delivered_at is not null)
         or exists (select 1 from invoice_delivery delivery join invoice other on other.organisation_id = delivery.organisation_id and other.id = delivery.invoice_id
                    where delivery.organisation_id = $1 and other.debtor_id = debtor.id and delivery.address = debtor.email and delivery.delivered_at is not null)) as "addressProven",
       coalesce((select -sum(posting.amount_cents) from posting join invoice note on note.organisation_id = posting.organisation_id and note.id = posting.invoice_id and note.kind = 'credit-note'
          where posting.organisation_id = $1 and posting.debtor_id = debtor.id and posting.account = 'receivable'), 0)::bigint as "openCreditCents",
       (coalesce((select sum(payment_standing.unallocated_cents) from payment join payment_standing on payment_standing.organisation_id = payment.organisation_id and payment_standing.payment_id = payment.id
            where payment.organisation_id = $1 and payment.debtor_id = debtor.id and payment_standing.unallocated_cents > 0), 0)
        + coalesce((select sum(line.amount_cents) from bank_match match join bank_line line on line.organisation_id = match.organisation_id and line.id = match.bank_line_id
            where match.organisation_id = $1 and match.undone_at is null and match.state = 'proposed' and line.amount_cents > 0
              and match.candidates @> jsonb_build_array(jsonb_build_object('debtorId', debtor.id))), 0))::bigint as "unmatchedReceiptCents",
       (select max(until_day) from statement where organisation_id = $1) as "bankCoveredUntil",
       organisation.bank_fresh_days as "bankFreshDays"
     from invoice
     join debtor on debtor.organisation_id = invoice.organisation_id and debtor.id = invoice.debtor_id
     join organisation on organisation.id = invoice.organisation_id
     where invoice.organisation_id = $1 and invoice.id = any($2::uuid[])`,
    [reader.organisationId, invoiceIds],
  );
  return new Map(rows.map((row) => [row.invoiceId, checkRow(row, today)]));
}

function checkRow(row: Row, today: PlainDate): SelfCheckResult[] {
  const lines = row.lineCents?.map(Number) ?? null;
  // VAT is rounded on the invoice and not by line: what a cent or two differs stands apart from the lines.
  const difference = lines === null ? 0 : row.totalCents - lines.reduce((sum, cents) => sum + cents, 0);
  const rounding = lines !== null && Math.abs(difference) <= Math.max(2, lines.length) ? difference : 0;
  return selfCheck(
    { ...row, total: row.totalCents, lineCents: lines, otherCents: rounding },
    today,
    { ...DEFAULT_SELF_CHECK_POLICY, bankMaxAgeDays: row.bankFreshDays },
  );
}
