import { Refusal } from "@tegemoet/domain";
import type { FileImporter } from "./import-routes";

/** One bank file into the books, statement by statement: each all or nothing. */
export const importBankFile: FileImporter = async (_product, _act, file) => {
  throw new Refusal("FILE_UNKNOWN_KIND", { kind: file.name, expected: "camt053" });
};
