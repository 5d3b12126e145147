import { Refusal } from "@tegemoet/domain";
import type { Table } from "@tegemoet/files";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findImportFile } from "../invoices/import-mapping.queries";
import { findImport } from "../invoices/import.queries";
import { AdminImport } from "../invoices/import.view";
import { findBankMapping } from "./bank-mapping.queries";
import { bankTableOf, onlyColumnsOf, previewBankTable } from "./bank-table";
import { AdminBankCsvPreview, BankMappingInput, bankMappingOf } from "./bank-table.view";
import { startBankImport } from "./start-bank-import";

/** A bank's own export is uploaded as any bank file; when its columns aren't known it waits, and these two name them. */
@Resolver()
export class BankTableAdminResolver {
  @Query(() => AdminBankCsvPreview)
  async previewBankCsv(@Ctx() context: StaffContext, @Arg("importId", () => ID) importId: string, @Arg("mapping", () => BankMappingInput, { nullable: true }) mapping?: BankMappingInput | null): Promise<AdminBankCsvPreview> {
    const table = await tableOf(context, idOf(importId));
    const known = await context.read((reader) => findBankMapping(reader, table.columns));
    return AdminBankCsvPreview.of(await previewBankTable(table, { chosen: mapping ? bankMappingOf(mapping) : undefined, known }));
  }

  @Mutation(() => AdminImport)
  async importBankCsv(
    @Ctx() context: StaffContext,
    @Arg("importId", () => ID) importId: string,
    @Arg("mapping", () => BankMappingInput) mapping: BankMappingInput,
    @Arg("remember", () => Boolean, { nullable: true, defaultValue: true }) remember = true,
  ): Promise<AdminImport> {
    const id = idOf(importId);
    const table = await tableOf(context, id);
    const chosen = onlyColumnsOf(bankMappingOf(mapping), table.columns);
    return context.write(async (tx) => {
      await startBankImport(tx, id, { table, mapping: chosen, remember });
      const row = await findImport(tx, id, tx.now);
      if (!row) throw new Refusal("NOT_FOUND");
      return AdminImport.of(row);
    });
  }
}

async function tableOf(context: StaffContext, importId: string): Promise<Table> {
  const file = await context.read((reader) => findImportFile(reader, importId));
  if (!file) throw new Refusal("NOT_FOUND");
  return bankTableOf(file.bytes, file.fileName);
}
