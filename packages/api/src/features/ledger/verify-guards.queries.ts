import type { Check } from "./verify.queries";

/** The locks of the database that keep the books right while nobody looks: a trigger or constraint, and the table it stands on. */
const TRIGGERS: readonly (readonly [table: string, trigger: string])[] = [
  ["posting", "entry_balances"], ["posting", "keep_standing"], ["posting", "consumer_costs_after_letter"], ["posting", "credit_within_note"],
  ["posting", "posting_append_only"], ["ledger_entry", "ledger_entry_append_only"], ["audit", "audit_append_only"], ["audit_seal", "audit_seal_append_only"],
];
const CONSTRAINTS: readonly (readonly [table: string, constraint: string])[] = [
  ["ledger_entry", "one_entry_per_fact"], ["ledger_entry", "reversed_once"], ["ledger_entry", "reason_given"], ["invoice_standing", "never_negative"],
  ["payment_standing", "not_allocated_twice"], ["payment", "one_payment_per_checkout"], ["invoice", "invoice_number_once"],
];
const values = (pairs: readonly (readonly [string, string])[]): string => pairs.map(([table, name]) => `('${table}', '${name}')`).join(", ");

export const GUARDS: readonly Check[] = [
  {
    rule: "guard-missing", says: "the database's own locks are there and switched on (I-1 to I-5, I-12, I-37)",
    sql: `select wanted.guarded || '.' || wanted.name as id, coalesce('switched off: ' || trigger.tgenabled::text, 'gone') as found
      from (values ${values(TRIGGERS)}) wanted (guarded, name)
      left join pg_trigger trigger on trigger.tgrelid = to_regclass('public.' || wanted.guarded) and trigger.tgname = wanted.name
      where ($1::uuid is not null) and (trigger.oid is null or trigger.tgenabled not in ('O', 'A'))
      union all
      select wanted.guarded || '.' || wanted.name, case when kept.oid is null then 'gone' else 'not validated' end
      from (values ${values(CONSTRAINTS)}) wanted (guarded, name)
      left join pg_constraint kept on kept.conrelid = to_regclass('public.' || wanted.guarded) and kept.conname = wanted.name
      where kept.oid is null or not kept.convalidated
      union all
      select class.relname || '.own_organisation', 'row-level security is off' from pg_class class
      join pg_attribute tenant on tenant.attrelid = class.oid and tenant.attname = 'organisation_id' and not tenant.attisdropped
      where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and not (class.relrowsecurity and class.relforcerowsecurity)`,
  },
];
