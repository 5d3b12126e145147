import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { ImportRow } from "./import.queries";
import { IMPORT_FIELDS, type ImportField } from "./import-fields";
import { FIELD_WORDS, faultText, noticeText, refusedText, type WordsLanguage } from "./fault-words";
import { InvoiceKindEnum } from "./invoice.view";
import { PREVIEW_ROWS, type ImportPreview, type PlannedRow } from "./preview-import";

export const ImportStateEnum = { waiting: "waiting", running: "running", done: "done", failed: "failed" } as const;
registerEnumType(ImportStateEnum, { name: "ImportState", description: "waiting: a person chooses first which column is what." });
export const ImportFieldEnum = Object.fromEntries(IMPORT_FIELDS.map((field) => [field, field])) as { readonly [field in ImportField]: field };
registerEnumType(ImportFieldEnum, { name: "ImportField" });
export const DecimalSignEnum = { comma: "comma", point: "point" } as const;
registerEnumType(DecimalSignEnum, { name: "DecimalSign" });

@ObjectType("ImportResult", { description: "outcome: created · changed · unchanged · refused. code is a refusal code with its details as JSON text." })
export class AdminImportResult {
  @Field(() => String) label!: string;
  @Field(() => Int, { nullable: true }) line!: number | null;
  @Field(() => String) outcome!: string;
  @Field(() => String, { nullable: true }) code!: string | null;
  @Field(() => String, { nullable: true }) details!: string | null;
  @Field(() => ID, { nullable: true }) invoiceId!: string | null;
  @Field(() => ID, { nullable: true }) debtorId!: string | null;
  @Field(() => ID, { nullable: true }) statementId!: string | null;
  @Field(() => [String]) warnings!: string[];
}

@ObjectType("Import")
export class AdminImport {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) fileName!: string;
  @Field(() => ImportStateEnum) state!: ImportRow["state"];
  @Field(() => Int) total!: number;
  @Field(() => Int) done!: number;
  @Field(() => Int) created!: number;
  @Field(() => Int) changed!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int) failed!: number;
  @Field(() => MomentScalar) startedAt!: Date;
  @Field(() => MomentScalar, { nullable: true }) finishedAt!: Date | null;
  @Field(() => String, { nullable: true }) by!: string | null;

  static of(row: ImportRow): AdminImport {
    return Object.assign(new AdminImport(), row);
  }
}

@ObjectType("ImportMapping")
export class AdminImportMapping {
  @Field(() => ImportFieldEnum) field!: ImportField;
  @Field(() => String, { description: "What the field is called to people." }) label!: string;
  @Field(() => Boolean) needed!: boolean;
  @Field(() => String, { nullable: true }) column!: string | null;
}

@ObjectType("ImportFault", { description: "text: a sentence in the language that was asked for." })
export class AdminImportFault {
  @Field(() => ImportFieldEnum, { nullable: true }) field!: ImportField | null;
  @Field(() => String, { nullable: true }) column!: string | null;
  @Field(() => String) code!: string;
  @Field(() => String) text!: string;
}

@ObjectType("ImportPreviewRow", { description: "A row of the file as it is understood; what could not be read is null and has a fault." })
export class AdminImportPreviewRow {
  @Field(() => Int) line!: number;
  @Field(() => String) outcome!: string;
  @Field(() => [String]) cells!: readonly string[];
  @Field(() => InvoiceKindEnum, { nullable: true }) kind!: "invoice" | "credit-note" | null;
  @Field(() => String, { nullable: true }) number!: string | null;
  @Field(() => String, { nullable: true }) debtorName!: string | null;
  @Field(() => DayScalar, { nullable: true }) issuedOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) dueOn!: string | null;
  @Field(() => CentsScalar, { nullable: true }) totalCents!: number | null;
  @Field(() => [AdminImportFault]) faults!: AdminImportFault[];
  @Field(() => [String]) notices!: string[];

  static of({ row, outcome, refusal }: PlannedRow, language: WordsLanguage): AdminImportPreviewRow {
    const { invoice, line, cells, faults, notices } = row;
    const own = faults.map((fault) => ({ field: fault.field, column: fault.column, code: fault.code, text: faultText(fault, language) }));
    const wider = refusal && own.length === 0 ? [{ field: null, column: null, code: refusal.code, text: refusedText({ code: refusal.code, details: JSON.stringify(refusal.details) }, language) }] : [];
    return Object.assign(new AdminImportPreviewRow(), {
      line, cells, outcome, kind: invoice?.kind ?? null, number: invoice?.number ?? null, debtorName: invoice?.debtor.name ?? null, issuedOn: invoice?.issuedOn ?? null,
      dueOn: invoice?.dueOn ?? null, totalCents: invoice?.totalCents ?? null, faults: [...own, ...wider], notices: notices.map((notice) => noticeText(notice, language)),
    });
  }
}

@ObjectType("ImportPreview", { description: "The dry run of a spreadsheet: nothing is written. rows: the first 20, and faulty: the first 20 that would be refused." })
export class AdminImportPreview {
  @Field(() => [String]) columns!: readonly string[];
  @Field(() => [AdminImportMapping]) mapping!: AdminImportMapping[];
  @Field(() => DecimalSignEnum, { nullable: true }) decimal!: "comma" | "point" | null;
  @Field(() => Boolean, { description: "The mapping was chosen before for a header like this." }) remembered!: boolean;
  @Field(() => [ImportFieldEnum]) missing!: readonly ImportField[];
  @Field(() => String, { nullable: true }) sheet!: string | null;
  @Field(() => String, { nullable: true }) separator!: string | null;
  @Field(() => String, { nullable: true }) encoding!: string | null;
  @Field(() => Int) headerLine!: number;
  @Field(() => Int) total!: number;
  @Field(() => Int) created!: number;
  @Field(() => Int) changed!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int) refused!: number;
  @Field(() => [AdminImportPreviewRow]) rows!: AdminImportPreviewRow[];
  @Field(() => [AdminImportPreviewRow]) faulty!: AdminImportPreviewRow[];

  static of({ table, mapping, remembered, missing, rows }: ImportPreview, needed: readonly ImportField[], language: WordsLanguage): AdminImportPreview {
    const count = (outcome: PlannedRow["outcome"]): number => rows.filter((row) => row.outcome === outcome).length;
    const view = (some: readonly PlannedRow[]): AdminImportPreviewRow[] => some.slice(0, PREVIEW_ROWS).map((row) => AdminImportPreviewRow.of(row, language));
    return Object.assign(new AdminImportPreview(), {
      columns: table.columns, decimal: mapping.decimal ?? null, remembered, missing, sheet: table.sheet ?? null, separator: table.separator ?? null, encoding: table.encoding ?? null,
      headerLine: table.headerLine, total: table.rows.length, created: count("created"), changed: count("changed"), unchanged: count("unchanged"), refused: count("refused"),
      mapping: IMPORT_FIELDS.map((field) => ({ field, label: FIELD_WORDS[language][field], needed: needed.includes(field), column: mapping.columns[field] ?? null })),
      rows: view(rows), faulty: view(rows.filter(({ outcome }) => outcome === "refused")),
    });
  }
}
