import { buildASTSchema, lexicographicSortSchema, parse, print, printSchema, visit, type DocumentNode } from "graphql";

/** A schema as sorted text without its descriptions: equal texts mean equal contracts. */
export function contractOf(sdl: string): string {
  const bare: DocumentNode = visit(parse(sdl), { enter: (node) => ("description" in node && node.description ? { ...node, description: undefined } : undefined) });
  return printSchema(lexicographicSortSchema(buildASTSchema(bare)));
}

/** What each type says, field by field, as "Type.field(args): Type" lines. */
function linesOf(sdl: string): Set<string> {
  const lines = new Set<string>();
  for (const definition of parse(contractOf(sdl)).definitions) {
    if (!("name" in definition) || !definition.name) continue;
    const name = definition.name.value;
    lines.add(`${definition.kind.replace("TypeDefinition", "")} ${name}`);
    if ("fields" in definition) for (const field of definition.fields ?? []) lines.add(`${name}.${print(field).replace(/\s+/g, " ")}`);
    if ("values" in definition) for (const value of definition.values ?? []) lines.add(`${name} = ${value.name.value}`);
  }
  return lines;
}

/** What the resolvers give that isn't committed ("+"), and what is committed that no resolver gives ("-"). Empty: they agree. */
export function schemaDifferences(committed: string, emitted: string): string[] {
  const [before, after] = [linesOf(committed), linesOf(emitted)];
  return [
    ...[...before].filter((line) => !after.has(line)).map((line) => `- ${line}`),
    ...[...after].filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ];
}
