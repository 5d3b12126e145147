import { BANK_FIELDS, type BankField, type BankMapping } from "@tegemoet/files";
import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { DecimalSignEnum } from "../invoices/import.view";
import type { BankTablePreview } from "./bank-table";

export const BankFieldEnum = Object.fromEntries(BANK_FIELDS.map((field) => [field, field])) as { readonly [field in BankField]: field };
registerEnumType(BankFieldEnum, { name: "BankField" });

@InputType("BankColumnInput")
export class BankColumnInput {
  @Field(() => BankFieldEnum) field!: BankField;
  @Field(() => String) column!: string;
}

@InputType("BankMappingInput", { description: "Which column is what. account: where no column names it. decimal: where the amounts don't tell." })
export class BankMappingInput {
  @Field(() => [BankColumnInput]) columns!: BankColumnInput[];
  @Field(() => String, { nullable: true }) account?: string | null;
  @Field(() => DecimalSignEnum, { nullable: true }) decimal?: "comma" | "point" | null;
}

/** What a person chose. */
export function bankMappingOf({ columns, account, decimal }: BankMappingInput): BankMapping {
  return {
    columns: Object.fromEntries(columns.map(({ field, column }) => [field, column])),
    ...(account?.trim() ? { account: account.trim().slice(0, 40) } : {}), ...(decimal ? { decimal } : {}),
  };
}

@ObjectType("BankColumn")
export class AdminBankColumn {
  @Field(() => BankFieldEnum) field!: BankField;
  @Field(() => String, { nullable: true }) column!: string | null;
}

@ObjectType("BankCsvRow", { description: "A row as it is understood." })
export class AdminBankCsvRow {
  @Field(() => Int) line!: number;
  @Field(() => DayScalar) bookedOn!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String) account!: string;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) iban!: string | null;
  @Field(() => String, { nullable: true }) remittance!: string | null;
}

@ObjectType("BankCsvFault")
export class AdminBankCsvFault {
  @Field(() => Int) line!: number;
  @Field(() => BankFieldEnum) field!: BankField;
  @Field(() => String) column!: string;
  @Field(() => String) value!: string;
  @Field(() => String) code!: string;
}

@ObjectType("BankCsvStatement", { description: "differenceCents: opening with entries against closing; null where no column tells what stood on the account." })
export class AdminBankCsvStatement {
  @Field(() => String) account!: string;
  @Field(() => DayScalar, { nullable: true }) from!: string | null;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => Int) lines!: number;
  @Field(() => CentsScalar, { nullable: true }) openingCents!: number | null;
  @Field(() => CentsScalar, { nullable: true }) closingCents!: number | null;
  @Field(() => CentsScalar, { nullable: true }) differenceCents!: number | null;
}

@ObjectType("BankCsvPreview", { description: "The dry run of a bank's own export: nothing is written. rows and faults: the first 20." })
export class AdminBankCsvPreview {
  @Field(() => [String]) columns!: readonly string[];
  @Field(() => [AdminBankColumn]) mapping!: AdminBankColumn[];
  @Field(() => String, { nullable: true }) account!: string | null;
  @Field(() => DecimalSignEnum, { nullable: true }) decimal!: "comma" | "point" | null;
  @Field(() => Boolean, { description: "The mapping was chosen before for a header like this." }) remembered!: boolean;
  @Field(() => [BankFieldEnum]) missing!: BankField[];
  @Field(() => Int) total!: number;
  @Field(() => [AdminBankCsvRow]) rows!: AdminBankCsvRow[];
  @Field(() => [AdminBankCsvFault]) faults!: AdminBankCsvFault[];
  @Field(() => [AdminBankCsvStatement]) statements!: AdminBankCsvStatement[];

  static of({ table, mapping, remembered, missing, rows, faults, statements }: BankTablePreview): AdminBankCsvPreview {
    return Object.assign(new AdminBankCsvPreview(), {
      columns: table.columns, mapping: BANK_FIELDS.map((field) => ({ field, column: mapping.columns[field] ?? null })), account: mapping.account ?? null,
      decimal: mapping.decimal ?? null, remembered, missing, total: table.rows.length, faults, statements,
      rows: rows.map(({ line, bookedOn, cents, account, text }) =>
        ({ line, bookedOn, cents, account, name: text.name ?? null, iban: text.iban ?? null, remittance: [text.remittance, text.remittance2, text.remittance3].filter(Boolean).join(" ") || null })),
    });
  }
}
