/**
 * Writes docs/operations/configuration.md and .env.example from the one list of variables, platform/config.ts:
 *
 *     node -r ./scripts/typescript-hook.cjs packages/api/scripts/write-config-docs.ts
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { configurationDocs } from "../test/guards/configuration-docs";

for (const { file, text } of configurationDocs()) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
