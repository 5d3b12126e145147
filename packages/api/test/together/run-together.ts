import { relative } from "node:path";
import { packagesFolder, testsOf } from "../../../../scripts/tests-together.cjs";

/**
 * Runs every so-many-th test file of a part in one module registry. A file of the API loads the whole product, two thousand modules and
 * three schemas; loaded once for a dozen files that takes seconds instead of minutes. Each file stays in a describe of its own, with its
 * own product and database, and runs by itself as ever: `npx jest packages/api/src/features/NAME`.
 */
export function runTogether(part: "api" | "scenarios" | "unit", group: number, groups: number): void {
  for (const file of testsOf(part).together.filter((_, index) => index % groups === group - 1)) {
    describe(relative(packagesFolder, file), () => {
      require(file);
    });
  }
  // The last one to set it sets it for all of them, so it is the most patient one.
  jest.setTimeout(600_000);
}
