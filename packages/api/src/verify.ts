import "reflect-metadata";
import { entities } from "./app/entities";
import { listTenants } from "./app/night-timetable";
import { rebuildStanding } from "./features/ledger/rebuild-standing";
import { breachSentence, verify } from "./features/ledger/verify";
import { findOrganisation } from "./features/organisations/organisation.queries";
import { systemClock } from "./platform/clock";
import { ConfigError, readConfig } from "./platform/config";
import { makeDataSource } from "./platform/database/data-source";
import { applicationRole, applicationUrl } from "./platform/database/application-role";
import { inTransaction, reading } from "./platform/database/transaction";

/**
 * `verify [--rebuild]`: holds the books of every organisation of this installation against their rules. Exit code 0 when all is right, 1 when a
 * rule is broken (each in a sentence), 2 when it could not look. It works as the application role and changes nothing; with --rebuild what
 * is derived is made anew from the postings first.
 */
async function main(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => word !== "--rebuild");
  if (unknown !== undefined) return fail(`"${unknown}" is no option of verify; there is --rebuild`);
  const config = readConfig(process.env);
  const source = await makeDataSource(applicationUrl(config.DATABASE_URL, applicationRole(config)), entities).initialize();
  try {
    let broken = 0;
    for (const organisationId of await listTenants({ source })) {
      if (words.includes("--rebuild")) await inTransaction(source, { organisationId, actor: { kind: "system" }, now: systemClock.now() }, rebuildStanding);
      const { name } = await reading(source, organisationId, findOrganisation);
      const breaches = await reading(source, organisationId, verify);
      broken += breaches.length;
      process.stdout.write(breaches.length === 0 ? `${name}: the books are right.\n` : breaches.map((breach) => `${name}: ${breachSentence(breach)}\n`).join(""));
    }
    return broken === 0 ? 0 : 1;
  } finally {
    await source.destroy();
  }
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

main(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error: Error & { code?: string }) => {
    const said = error instanceof ConfigError ? `Verify can't start, these variables are not right:\n${error.message}`
      : error.code === "42P01" || error.code === "42703" ? "This database is not of this release yet: start the product once, which brings it up to date."
        : `Verify could not look: ${error.message}`;
    process.exitCode = fail(said);
  },
);
