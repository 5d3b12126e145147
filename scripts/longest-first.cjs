/**
 * The order in which jest runs the files of `npm test`: many tests to a file first, since a long file that begins last is waited for
 * with one core idle. Without it jest goes by the size of the files, which says nothing about a suite that requires others.
 */
const ORDER = [/api-\d\.suite\.ts$/, /api\/scenarios\//, /scenarios-\d\.suite\.ts$/, /\/api\/src\//, /unit-\d\.suite\.ts$/];

const placeOf = (path) => {
  const place = ORDER.findIndex((pattern) => pattern.test(path.replaceAll("\\", "/")));
  return place < 0 ? ORDER.length : place;
};

class LongestFirst {
  sort(tests) {
    return [...tests].sort((a, b) => placeOf(a.path) - placeOf(b.path) || (a.path < b.path ? -1 : 1));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

module.exports = LongestFirst;
