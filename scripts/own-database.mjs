import { PlainFailure } from "./plain-failure.mjs";
import { withClient } from "./postgres.mjs";

/**
 * Looks whether the PostgreSQL that DATABASE_URL names can be used: it answers, lets us in and is 15 or newer.
 * Throws a plain failure otherwise, which never repeats the password.
 */
export async function checkOwnDatabase(url) {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new PlainFailure("DATABASE_URL must be an address such as postgres://user:password@host:5432/database.");
  }
  const { host, pathname } = new URL(url);
  let version;
  try {
    version = await withClient(url, async (client) => (await client.query("show server_version_num")).rows[0].server_version_num);
  } catch (error) {
    const reason = error.errors?.[0]?.message ?? error.message;
    throw new PlainFailure(`The PostgreSQL of DATABASE_URL (${host}${pathname}) can't be used: ${reason}.`);
  }
  if (Number(version) < 150_000) {
    throw new PlainFailure(`The PostgreSQL of DATABASE_URL (${host}${pathname}) is version ${Math.floor(version / 10_000)}; Tegemoet needs 15 or newer.`);
  }
}
