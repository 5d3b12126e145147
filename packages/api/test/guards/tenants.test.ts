import { Client } from "pg";
import { makeDataSource } from "../../src/platform/database/data-source";
import { applicationUrl } from "../../src/platform/database/application-role";
import { inTransaction, reading } from "../../src/platform/database/transaction";
import { createOrganisation } from "../../src/features/organisations/create-organisation";
import { upsertDebtor } from "../../src/features/debtors/upsert-debtor";
import { newId } from "../../src/platform/ids";
import { ORGANISATION, startTestProduct, type TestProduct } from "../harness";
import { TEST_ROLE } from "../test-role";
import { fillOrganisation } from "./fill-organisation";

let product: TestProduct;
let owner: Client;
let app: Client;
let tenantTables: string[];

beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  for (const organisationId of [product.organisationId, product.otherOrganisationId]) {
    const [one, two] = [await product.staff("collector", organisationId), await product.staff("manager", organisationId)];
    await product.write((tx) => fillOrganisation(tx, { staffId: one.staffId, otherStaffId: two.staffId, number: 1001 }), { organisationId });
  }
  const url = product.product.config.DATABASE_URL;
  owner = new Client({ connectionString: url });
  app = new Client({ connectionString: applicationUrl(url, TEST_ROLE) });
  await Promise.all([owner.connect(), app.connect()]);
  tenantTables = (await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and a.attnum > 0 and not a.attisdropped)
     order by 1`)).rows.map(({ name }) => name);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await product.stop();
});

/** Rows of a table that a session of the application sees, and of how many organisations, with no WHERE at all. */
async function seen(table: string, organisationId: string | undefined): Promise<{ rows: number; organisations: string[] }> {
  await app.query("begin");
  if (organisationId) await app.query(`set local app.organisation = '${organisationId}'`);
  const { rows } = await app.query<{ organisation: string }>(`select organisation_id as organisation from ${table}`);
  await app.query("rollback");
  return { rows: rows.length, organisations: [...new Set(rows.map(({ organisation }) => organisation))] };
}

describe("row-level security (T-7)", () => {
  test("it is on and forced on every table that has an organisation, and on the organisation itself", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relname = any($1) and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`, [[...tenantTables, "organisation"]]);
    expect(tenantTables.length).toBeGreaterThan(50);
    expect(rows).toEqual([]);
  });

  test("every tenant table has its organisation first in its primary key", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where c.relname = any($1) and a.attname <> 'organisation_id'`, [tenantTables]);
    // A session belongs to a person and is found by its token before any organisation is known.
    expect(rows.map(({ name }) => name)).toEqual(["staff_session"]);
  });

  test("the role of the application owns nothing and can't bypass it", async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned from pg_roles where rolname = $1`, [TEST_ROLE.name]);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 }]);
  });

  test("without an organisation no table shows a row; with one, a bare select shows its rows alone", async () => {
    const wrong: string[] = [];
    let filled = 0;
    for (const table of tenantTables) {
      const [none, mine] = [await seen(table, undefined), await seen(table, product.organisationId)];
      const { rows: all } = await owner.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      if (none.rows > 0) wrong.push(`${table}: ${none.rows} rows without an organisation`);
      if (mine.organisations.some((id) => id !== product.organisationId)) wrong.push(`${table}: rows of another organisation`);
      if (mine.rows > 0) filled += 1;
      if (mine.rows > 0 && mine.rows === all[0]?.count) wrong.push(`${table}: the other organisation has no row, so this proves nothing`);
    }
    expect(wrong).toEqual([]);
    expect(filled).toBeGreaterThan(30);
  });

  test("a row can't be written into another organisation, nor point into one", async () => {
    const foreign = await product.read((reader) => reader.first<{ id: string }>("select id from debtor limit 1"), product.otherOrganisationId);
    const put = (organisationId: string, debtorId: string) => product.write((tx) =>
      tx.query("insert into note (organisation_id, id, debtor_id, body_text, written_at) values ($1, $2, $3, 'x', now())", [organisationId, newId(), debtorId]));
    await expect(put(product.otherOrganisationId, foreign?.id ?? "")).rejects.toThrow(/row-level security/);
    await expect(put(product.organisationId, foreign?.id ?? "")).rejects.toThrow(/foreign key/);
  });

  test("what is append-only can't be changed or emptied by the application, nor changed by its owner", async () => {
    for (const table of ["ledger_entry", "posting", "audit", "call_log"]) {
      await expect(product.write((tx) => tx.query(`delete from ${table}`))).rejects.toThrow(/permission denied/);
      await expect(owner.query(`update ${table} set id = id`)).rejects.toThrow(/append-only/);
    }
  });
});

describe("one pool for all (T-8)", () => {
  test("300 transactions of 5 organisations, some failing half-way, over 4 connections: no row of anybody else", async () => {
    const source = await makeDataSource(applicationUrl(product.product.config.DATABASE_URL, TEST_ROLE), [], 4).initialize();
    try {
      const organisations = Array.from({ length: 5 }, newId);
      for (const organisationId of organisations) {
        await inTransaction(source, { organisationId, actor: { kind: "system" }, now: product.clock.now() }, async (tx) => {
          await createOrganisation(tx, { ...ORGANISATION, name: organisationId });
          await upsertDebtor(tx, { name: `Debiteur van ${organisationId}` });
        });
      }
      const foreign: string[] = [];
      let aborted = 0;
      await Promise.all(Array.from({ length: 300 }, async (_, at) => {
        const organisationId = organisations[at % 5] ?? "";
        const work = async (reader: { query<Row>(sql: string): Promise<Row[]> }): Promise<void> => {
          for (const { organisationId: found } of await reader.query<{ organisationId: string }>(`select organisation_id as "organisationId" from debtor`)) if (found !== organisationId) foreign.push(found);
          if (at % 7 === 0) await reader.query("select 1 / 0");
        };
        const act = { organisationId, actor: { kind: "system" } as const, now: product.clock.now() };
        await (at % 2 ? reading(source, organisationId, work) : inTransaction(source, act, work)).catch(() => { aborted += 1; });
      }));
      expect({ foreign, aborted }).toEqual({ foreign: [], aborted: 43 });
      const { rows } = { rows: await source.query("select organisation_id from debtor") };
      expect(rows).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  test("a transaction without the id of an organisation does not begin", async () => {
    await expect(reading(product.product.source, "", async () => 1)).rejects.toThrow(RangeError);
    await expect(reading(product.product.source, `${newId()}'; drop table debtor; --`, async () => 1)).rejects.toThrow(RangeError);
  });
});
