import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { LanguageEnum } from "../organisations/organisation.view";
import { refusedText } from "./fault-words";
import { NEEDED_FIELDS, onlyColumnsOf, type ImportField, type ImportMapping } from "./import-fields";
import { findImport, listImportResults, listImports } from "./import.queries";
import { AdminImport, AdminImportPreview, AdminImportResult, DecimalSignEnum, ImportFieldEnum } from "./import.view";
import { previewImport, readImportFile } from "./preview-import";
import { startImport } from "./start-import";

/** What came of more files than this is in the counts; all that was refused can be fetched as a file. */
const MOST_RESULTS = 500;

@InputType("ImportColumnInput")
export class ImportColumnInput {
  @Field(() => ImportFieldEnum) field!: ImportField;
  @Field(() => String) column!: string;
}

@InputType("ImportMappingInput", { description: "Which column is what. decimal: how amounts are written, where the column itself doesn't tell." })
export class ImportMappingInput {
  @Field(() => [ImportColumnInput]) columns!: ImportColumnInput[];
  @Field(() => DecimalSignEnum, { nullable: true }) decimal?: "comma" | "point" | null;
}

function mappingOf(input: ImportMappingInput): ImportMapping {
  return { columns: Object.fromEntries(input.columns.map(({ field, column }) => [field, column])), ...(input.decimal ? { decimal: input.decimal } : {}) };
}

@Resolver(() => AdminImport)
export class ImportAdminResolver {
  @Query(() => [AdminImport])
  async imports(@Ctx() context: StaffContext, @Arg("kind", () => String, { nullable: true }) kind?: string): Promise<AdminImport[]> {
    return (await context.read((reader) => listImports(reader, kind, context.now))).map((row) => AdminImport.of(row));
  }

  @Query(() => AdminImport)
  import(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminImport> {
    return context.read((reader) => importOf(reader, idOf(id), context.now));
  }

  /** What came of each file or row, the refused ones first. */
  @FieldResolver(() => [AdminImportResult])
  results(@Root() root: AdminImport, @Ctx() context: StaffContext, @Arg("first", () => Int, { nullable: true, defaultValue: MOST_RESULTS }) first: number = MOST_RESULTS): Promise<AdminImportResult[]> {
    return context.read((reader) => listImportResults(reader, root.id, Math.min(Math.max(first, 0), MOST_RESULTS))) as Promise<AdminImportResult[]>;
  }

  @Query(() => AdminImportPreview)
  async importPreview(
    @Ctx() context: StaffContext,
    @Arg("id", () => ID) id: string,
    @Arg("language", () => LanguageEnum) language: "nl" | "en",
    @Arg("mapping", () => ImportMappingInput, { nullable: true }) mapping?: ImportMappingInput | null,
  ): Promise<AdminImportPreview> {
    const preview = await previewImport((work) => context.read(work), idOf(id), mapping ? mappingOf(mapping) : undefined);
    return AdminImportPreview.of(preview, NEEDED_FIELDS, language);
  }

  @Mutation(() => AdminImport)
  async startImport(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("mapping", () => ImportMappingInput) mapping: ImportMappingInput): Promise<AdminImport> {
    const table = await readImportFile((work) => context.read(work), idOf(id));
    const chosen = onlyColumnsOf(mappingOf(mapping), table.columns);
    return context.write(async (tx) => {
      await startImport(tx, idOf(id), { table, mapping: chosen, missing: NEEDED_FIELDS.filter((field) => !chosen.columns[field]) });
      return importOf(tx, idOf(id), tx.now);
    });
  }
}

@Resolver(() => AdminImportResult)
export class ImportResultAdminResolver {
  /** Of a refused row: which cell, and what to do. Null where the code says it all. */
  @FieldResolver(() => String, { nullable: true })
  reason(@Root() { code, details }: AdminImportResult, @Arg("language", () => LanguageEnum) language: "nl" | "en"): string | null {
    return code === "ROW_FAULTY" || code === "ROWS_DIFFER" ? refusedText({ code, details }, language) : null;
  }
}

async function importOf(reader: Reader, importId: string, now: Date): Promise<AdminImport> {
  const row = await findImport(reader, importId, now);
  if (!row) throw new Refusal("NOT_FOUND");
  return AdminImport.of(row);
}
