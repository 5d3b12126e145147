export { MAX_BANK_FILE_BYTES, readCamt053 } from "./camt053/read-camt053";
export * from "./camt053/write-camt053";
export * from "./sniff-file";
export type { Source } from "./source";
export type * from "./statements/statement-events";
export {
  MAX_DELIMITED_BYTES,
  readDelimited,
  type DelimitedOptions,
  type DelimitedRow,
} from "./delimited/read-delimited";
export { readMt940 } from "./mt940/read-mt940";
export { MAX_UBL_BYTES, readUbl } from "./ubl/read-ubl";
export { MAX_DOCUMENT_BYTES } from "./ubl/ubl-documents";
export type * from "./ubl/ubl-invoice";
export * from "./ubl/write-ubl";
export { readAmount, decimalSignOf, type AmountFault, type AmountReading, type DecimalSign } from "./table/cell-amount";
export { readDay, type DayReading } from "./table/cell-day";
export { readTable } from "./table/read-table";
export type { Table, TableCell, TableRow } from "./table/table";
export { writeDelimited } from "./table/write-delimited";
export { MAX_XLSX_BYTES, MAX_TABLE_ROWS } from "./xlsx/read-xlsx";
export { ZipReader, ZIP_LIMITS, type ZipLimits } from "./zip/read-zip";
export { BANK_FIELDS, bareName, missingBankFields, suggestBankMapping, type BankField, type BankMapping } from "./bank-table/bank-mapping";
export { BankRowReader, type BankRow, type BankRowFault } from "./bank-table/bank-row";
export { readBankTable } from "./bank-table/read-bank-table";
