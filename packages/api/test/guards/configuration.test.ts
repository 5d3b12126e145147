import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { configurationDocs } from "./configuration-docs";

describe("the reference of the configuration", () => {
  test.each(configurationDocs().map(({ file, text }) => ({ name: basename(file), file, text })))("$name is what platform/config.ts makes of it", ({ file, text }) => {
    // Out of date? node -r ./scripts/typescript-hook.cjs packages/api/scripts/write-config-docs.ts
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});
