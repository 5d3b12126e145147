/** Stops the PostgreSQL that jest-postgres-start.mjs started; one of your own goes on running. */
export default async function stopTestPostgres() {
  await globalThis.tegemoetTestPostgres?.stop();
}
