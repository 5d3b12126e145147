import { startPostgres } from "./postgres.mjs";

/** Starts the PostgreSQL of a jest run, unless TEST_DATABASE_URL already names one. Workers inherit the variable. */
export default async function startTestPostgres() {
  if (process.env.TEST_DATABASE_URL) return;
  const server = await startPostgres({ test: true });
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.tegemoetTestPostgres = server;
}
