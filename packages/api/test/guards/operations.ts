import {
  getNamedType, getNullableType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isScalarType,
  type GraphQLArgument, type GraphQLInputType, type GraphQLOutputType, type GraphQLSchema,
} from "graphql";

/** One operation of a door, ready to be called. */
export interface Operation {
  /** "Mutation.acceptPlan", as the matrix names it. */
  readonly name: string;
  readonly field: string;
  readonly args: readonly GraphQLArgument[];
  readonly document: string;
}

/** Every operation that a schema has, each with a document that asks for all scalars two levels deep. */
export function operationsOf(schema: GraphQLSchema): Operation[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => {
      const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
      const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
      const head = `${type?.name.toLowerCase()}${declared && `(${declared})`}`;
      return { name: `${type?.name}.${field.name}`, field: field.name, args: field.args, document: `${head} { ${field.name}${passed && `(${passed})`}${selectionOf(field.type, 2)} }` };
    }));
}

function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named) || !isObjectType(named)) return "";
  const fields = Object.values(named.getFields()).filter((field) => field.args.length === 0).flatMap((field) => {
    const own = getNamedType(field.type);
    if (isScalarType(own) || isEnumType(own)) return [field.name];
    return depth > 1 ? [`${field.name}${selectionOf(field.type, depth - 1)}`] : [];
  });
  return ` { ${["__typename", ...fields].join(" ")} }`;
}

/** What stands in for an argument: `ids` gives the value of an ID by its path, such as "input.invoiceIds". */
export function argumentsOf(operation: Operation, ids: (path: string) => string): Record<string, unknown> {
  return Object.fromEntries(operation.args.map((arg) => [arg.name, valueOf(arg.type, arg.name, ids)]));
}

function valueOf(type: GraphQLInputType, path: string, ids: (path: string) => string): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOf(bare.ofType as GraphQLInputType, path, ids)];
  if (isInputObjectType(bare)) {
    return Object.fromEntries(Object.values(bare.getFields()).map((field) => [field.name, valueOf(field.type, `${path}.${field.name}`, ids)]));
  }
  if (isEnumType(bare)) return bare.getValues().at(-1)?.name;
  switch (getNamedType(bare).name) {
    case "ID": return ids(path);
    case "Boolean": return true;
    case "Int": return path === "first" ? 10 : 1;
    case "Float": return 1;
    case "Cents": return 2_500;
    case "Day": return "2026-12-01";
    case "Moment": return "2026-11-20T09:00:00Z";
    default: return textOf(path, isNonNullType(type));
  }
}

let counter = 0;

/** Texts that have a shape; an optional one that only narrows a list is left out. */
function textOf(path: string, needed: boolean): string | null {
  counter += 1;
  if (/email|^to$/i.test(path)) return `guard${counter}@tegemoet.example`;
  if (/password/.test(path)) return "een lang wachtwoord";
  if (/phone|number$/.test(path)) return "0612345678";
  if (/colour/i.test(path)) return "#123456";
  if (/after|search|sort|state/.test(path)) return needed ? "a" : null;
  return "tekst";
}

/** The paths of all IDs in an operation's arguments, input objects included. */
export function idPathsOf(operation: Operation): string[] {
  const paths: string[] = [];
  argumentsOf(operation, (path) => {
    paths.push(path);
    return "";
  });
  return [...new Set(paths)];
}
