import { GraphQLScalarType, lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../platform/graphql/scalars";
import { guardSchema, type Door } from "./guard";
import { adminResolvers, partnerResolvers, portalResolvers } from "./resolvers";

export { CentsScalar, DayScalar, MomentScalar };

const RESOLVERS: Record<Door, readonly Function[]> = { admin: adminResolvers, portal: portalResolvers, partner: partnerResolvers };

const built = new Map<Door, GraphQLSchema>();

/** The executable schema of a door, with the authorisation matrix in front of every operation. Built once a process. */
export function schemaOf(door: Door): GraphQLSchema {
  const known = built.get(door);
  if (known) return known;
  const schema = guardSchema(
    buildSchemaSync({
      resolvers: RESOLVERS[door] as NonEmptyArray<Function>,
      orphanedTypes: [],
      // GraphQL itself refuses keys that an input doesn't name; class-validator adds the shapes that types can't say.
      validate: { forbidUnknownValues: false },
      // A test asks GraphQL itself whether each schema is valid; asking at every start costs a tenth of it.
      skipCheck: true,
      scalarsMap: [{ type: Date as unknown as new () => object, scalar: MomentScalar as GraphQLScalarType }],
    }),
    door,
  );
  built.set(door, schema);
  return schema;
}

/** The schema as text, the way it is committed in `schema/`. */
export function sdlOf(door: Door): string {
  return `${printSchema(lexicographicSortSchema(schemaOf(door)))}\n`;
}
