import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, validateSchema } from "graphql";
import { schemaOf, sdlOf } from "../../src/app/schemas";
import { contractOf, schemaDifferences } from "./emitted-schema";

const committed = (door: string): string => readFileSync(join(__dirname, "..", "..", "schema", `${door}.graphql`), "utf8");

describe("the emitted schema is the committed one: a new public field shows in the diff", () => {
  test.each(["admin", "portal", "partner"] as const)("%s", (door) => {
    expect(schemaDifferences(committed(door), sdlOf(door))).toEqual([]);
    expect(contractOf(sdlOf(door))).toBe(contractOf(committed(door)));
  });

  test.each(["admin", "portal", "partner"] as const)("the schema of the %s door is one that GraphQL accepts", (door) => {
    expect(validateSchema(schemaOf(door))).toEqual([]);
  });

  test("the control: a schema with an empty type is not accepted", () => {
    expect(validateSchema(buildSchema("type Query { a: Empty } type Empty", { assumeValidSDL: true }))).not.toEqual([]);
  });

  test("one field more, one argument less or another nullability is seen", () => {
    const before = "type Query { a(x: Int): String! b: Int }";
    expect(schemaDifferences(before, "type Query { a(x: Int): String! b: Int c: Int }")).toEqual(["+ Query.c: Int"]);
    expect(schemaDifferences(before, "type Query { a: String! b: Int }")).toEqual(["- Query.a(x: Int): String!", "+ Query.a: String!"]);
    expect(schemaDifferences(before, "type Query { a(x: Int): String b: Int }")).toHaveLength(2);
    expect(schemaDifferences(before, "type Query { \"said\" a(x: Int): String! b: Int }")).toEqual([]);
  });
});
