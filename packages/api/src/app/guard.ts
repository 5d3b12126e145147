import { Refusal } from "@tegemoet/domain";
import { defaultFieldResolver, type GraphQLSchema } from "graphql";
import type { Context } from "../platform/graphql/viewer";
import { ADMIN, PARTNER, PORTAL, type AgencyScope, type DebtorEntry, type StaffEntry } from "./authorisation";

type Check = (context: Context) => void;

function staffCheck(entry: StaffEntry): Check {
  return ({ signedIn, viewer }) => {
    if (entry === "public") return;
    if (!signedIn || viewer.kind !== "staff") throw new Refusal("NOT_SIGNED_IN");
    if (!entry.includes(viewer.role)) throw new Refusal("NOT_ALLOWED", { needs: [...entry], has: viewer.role });
  };
}

function debtorCheck(entry: DebtorEntry): Check {
  return ({ signedIn, viewer }) => {
    if (entry === "public") return;
    if (!signedIn || viewer.kind !== "debtor") throw new Refusal("SESSION_ENDED");
    if (entry === "checked" && !viewer.checked) throw new Refusal("CHECK_NEEDED");
  };
}

function agencyCheck(scope: AgencyScope): Check {
  return ({ signedIn, viewer }) => {
    if (!signedIn || viewer.kind !== "agency") throw new Refusal("NOT_SIGNED_IN");
    if (!viewer.scopes.includes(scope)) throw new Refusal("NOT_ALLOWED", { needs: scope });
  };
}

const DOORS = {
  admin: { matrix: ADMIN, check: staffCheck as (entry: never) => Check },
  portal: { matrix: PORTAL, check: debtorCheck as (entry: never) => Check },
  partner: { matrix: PARTNER, check: agencyCheck as (entry: never) => Check },
} as const;

export type Door = keyof typeof DOORS;

/**
 * Puts the matrix in front of every operation of a schema. Decorators on resolvers can be forgotten, and some settings of the
 * schema library skip them in silence; this can't be: the schema does not build without an entry for each operation.
 *
 * @throws Error naming the operations without an entry.
 */
export function guardSchema(schema: GraphQLSchema, door: Door): GraphQLSchema {
  const { matrix, check } = DOORS[door];
  const missing: string[] = [];
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const name = `${type?.name}.${field.name}`;
      const entry = (matrix as Record<string, never>)[name];
      if (entry === undefined) {
        missing.push(name);
        continue;
      }
      const allowed = check(entry);
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: Context, info) => {
        allowed(context);
        return resolve(source, args, context, info);
      };
    }
  }
  if (missing.length > 0) throw new Error(`no entry in app/authorisation.ts for ${door}: ${missing.join(", ")}`);
  return schema;
}

/** Entries of the matrix that name no operation of the schema: left over from something that was taken away. */
export function staleEntries(schema: GraphQLSchema, door: Door): string[] {
  const operations = new Set(
    [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`)),
  );
  return Object.keys(DOORS[door].matrix).filter((name) => !operations.has(name));
}
