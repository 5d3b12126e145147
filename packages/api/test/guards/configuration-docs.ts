import { join } from "node:path";
import type { z } from "zod";
import { CONFIG } from "../../src/platform/config";

const root = join(__dirname, "..", "..", "..", "..");

interface Variable {
  readonly name: string;
  readonly needed: boolean;
  readonly fallback: string | undefined;
  readonly description: string;
}

function variables(): Variable[] {
  return (Object.entries(CONFIG) as [string, z.ZodType][]).map(([name, schema]) => {
    const empty = schema.safeParse(undefined);
    if (!schema.description) throw new Error(`${name} has no description in platform/config.ts`);
    return {
      name,
      needed: !empty.success,
      fallback: empty.success && empty.data !== undefined ? String(empty.data) : undefined,
      description: schema.description,
    };
  });
}

const MADE = "made from packages/api/src/platform/config.ts by packages/api/scripts/write-config-docs.ts";

function reference(): string {
  const rows = variables().map(({ name, needed, fallback, description }) =>
    `| \`${name}\` | ${needed ? "needed" : fallback === undefined ? "not set" : `\`${fallback}\``} | ${description.replaceAll("|", "\\|")} |`);
  return [
    `<!-- ${MADE}: change it there. -->`,
    "# Configuration",
    "",
    "Tegemoet is configured by environment variables alone. They are read once, when a process starts; one that is missing or wrong is named in a",
    "clear sentence and the process does not start. `npm start` fills in what it can by itself, so that a first look needs none of them.",
    "",
    "| Variable | Default | What it does |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function example(): string {
  const blocks = variables().map(({ name, needed, fallback, description }) => `# ${description}\n${needed ? "" : "# "}${name}=${fallback ?? ""}\n`);
  return [`# ${MADE}: change it there.`, "# What stands behind a # has the default it shows; without a # it is needed.", "", ...blocks].join("\n");
}

/** The two texts that are made of the list of variables, and where they stand. */
export function configurationDocs(): { file: string; text: string }[] {
  return [
    { file: join(root, "docs", "operations", "configuration.md"), text: reference() },
    { file: join(root, ".env.example"), text: example() },
  ];
}
