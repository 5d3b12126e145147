import { relative } from "node:path";
import { apiTests, packagesFolder } from "../../../../scripts/api-tests.cjs";

/**
 * Runs every so-many-th test file of the API in one module registry. Each file loads the whole product, two thousand modules and three
 * schemas; loaded once for a dozen files that takes seconds instead of minutes. Each file stays in a describe of its own, with its own
 * product and database, and runs by itself as ever: `npx jest packages/api/src/features/NAME`.
 */
export function runTogether(group: number, groups: number): void {
  for (const file of apiTests().together.filter((_, index) => index % groups === group - 1)) {
    describe(relative(packagesFolder, file), () => {
      require(file);
    });
  }
}
