/**
 * `= any` of a long list of keys, whose elements the planner doesn't look into: it holds each of them against the commonest values of the
 * column before it plans, which takes several times as long as to find the rows, and then walks along the index all the same. For a
 * question to one table by an index of its keys; in a join the planner should know how many there are.
 *
 * @param list The parameter: "$2".
 */
export function anyOf(list: string): string {
  return `any((select ${list}::uuid[])::uuid[])`;
}
