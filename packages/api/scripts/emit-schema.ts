/**
 * Writes schema/{admin,portal,partner}.graphql anew from the resolvers, keeping the head of each file:
 *
 *     node -r ./scripts/typescript-hook.cjs packages/api/scripts/emit-schema.ts
 *
 * Read the diff before you commit it: each line is a promise to somebody outside.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sdlOf } from "../src/app/schemas";

for (const door of ["admin", "portal", "partner"] as const) {
  const file = join(__dirname, "..", "schema", `${door}.graphql`);
  const head = /^(?:#.*\n|\n)*/.exec(readFileSync(file, "utf8"))?.[0] ?? "";
  writeFileSync(file, `${head.trimEnd()}\n\n${sdlOf(door)}`);
}
