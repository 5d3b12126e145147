import { isIban } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { phoneOf } from "../debtors/upsert-debtor";

export interface SearchRow {
  kind: "debtor" | "invoice" | "case";
  id: string;
  title: string;
  subtitle: string | null;
  cents: number | null;
}

/** Hits in one answer. */
const MOST = 20;

/** "412,50", "€ 1.234,56" or "412.50" in cents; a whole number counts as euros. Undefined when it is no amount. */
export function amountIn(text: string): number | undefined {
  const match = /^€?\s*(\d{1,3}(?:\.\d{3})+|\d{1,8})(?:[.,](\d{2}))?$/.exec(text.trim());
  return match?.[1] ? Number(match[1].replaceAll(".", "")) * 100 + Number(match[2] ?? 0) : undefined;
}

/**
 * Finds what somebody on the phone or in a mail names: a debtor by name, number, mail address, phone number, KvK number or account, an
 * invoice by number, reference or amount, a case by number. Whole and leading matches come first.
 */
export async function searchAll(reader: Reader, text: string): Promise<SearchRow[]> {
  const wanted = text.replace(/\s+/g, " ").trim().slice(0, 100);
  if (wanted.length < 2) return [];
  const escaped = wanted.replace(/[%_\\]/g, "\\$&");
  const compact = wanted.replace(/[\s.-]/g, "").toUpperCase();
  const values = [
    reader.organisationId, wanted, `%${escaped}%`, `${escaped}%`, phoneOf(wanted) ?? null, isIban(compact) ? compact : null,
    amountIn(wanted) ?? null, /^\D{0,3}(\d{1,9})$/.exec(compact)?.[1] ?? null, MOST,
  ];
  return reader.query<SearchRow>(
    `select kind, id, title, subtitle, cents from (
       (select 'debtor' as kind, debtor.id, debtor.name as title, debtor.number || coalesce(' · ' || debtor.city, '') as subtitle, standing.open as cents,
          case when debtor.number = $2 or lower(debtor.name) = lower($2) then 0 when debtor.name ilike $4 then 1 else 2 end as rank, debtor.name as sorted
        from debtor cross join lateral (select coalesce(sum(open_cents), 0)::bigint as open from invoice_standing where organisation_id = $1 and debtor_id = debtor.id and open_cents <> 0) standing
        where debtor.organisation_id = $1 and (debtor.name ilike $3 or debtor.number ilike $4 or debtor.email ilike $3 or debtor.kvk = $2 or ($5::text is not null and debtor.phone = $5)
          or ($6::text is not null and exists (select 1 from debtor_iban where organisation_id = $1 and debtor_id = debtor.id and iban = $6))
          or exists (select 1 from contact where organisation_id = $1 and debtor_id = debtor.id and (contact.name ilike $3 or contact.email ilike $4 or contact.phone = $5)))
        order by rank, debtor.name, debtor.id limit $9)
       union all
       (select 'invoice', invoice.id, invoice.number, debtor.name, coalesce(standing.open_cents, 0),
          case when lower(invoice.number) = lower($2) then 0 when invoice.number ilike $4 then 1 else 2 end, invoice.number
        from invoice join debtor on debtor.organisation_id = invoice.organisation_id and debtor.id = invoice.debtor_id
        left join invoice_standing standing on standing.organisation_id = invoice.organisation_id and standing.invoice_id = invoice.id
        where invoice.organisation_id = $1 and (invoice.number ilike $3 or invoice.payment_reference = $2
          or ($7::bigint is not null and (invoice.total_cents = $7 or standing.open_cents = $7)))
        order by 6, invoice.issued_on desc, invoice.id limit $9)
       union all
       (select 'case', found.id, found.number::text, debtor.name, standing.open, 0, found.number::text
        from collection_case found join debtor on debtor.organisation_id = found.organisation_id and debtor.id = found.debtor_id
        cross join lateral (select coalesce(sum(open_cents), 0)::bigint as open from invoice_standing where organisation_id = $1 and debtor_id = debtor.id and open_cents <> 0) standing
        where found.organisation_id = $1 and $8::int is not null and found.number = $8::int)
     ) hit order by rank, case kind when 'debtor' then 0 when 'case' then 1 else 2 end, sorted, id limit $9`,
    values,
  );
}
