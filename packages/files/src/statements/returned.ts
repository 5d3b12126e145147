import type { Cents } from "@tegemoet/domain";
import type { EntryEvent } from "./statement-events";

/** What tells that money of ours came back. */
export interface ReturnSigns {
  readonly amount: Cents;
  readonly reversal: boolean;
  readonly returnReason: EntryEvent["returnReason"];
  readonly mandateId: string | undefined;
  /** ISO 20022 as "PMNT/IDDT/UPDD". */
  readonly transactionCode?: string | undefined;
  /** The bank's own: "N245", "NRTI". */
  readonly proprietaryCode?: string | undefined;
  /** The bank's own words. */
  readonly description?: string | undefined;
}

/**
 * Whether an entry is a collection of ours that bounced (money leaves), or a transfer of ours that came back.
 *
 * Source: law.md §8.1: UPDD, PRDD and RRTN of ISO 20022; N245 and N246 at ABN AMRO; NRTI at ING.
 */
export function returnedOf(signs: ReturnSigns): EntryEvent["returned"] {
  const {
    amount,
    reversal,
    returnReason,
    mandateId,
    transactionCode = "",
    proprietaryCode = "",
    description = "",
  } = signs;
  const [, family, subFamily = ""] = transactionCode.split("/");
  const coded =
    /^(UPDD|PRDD|RRTN|ARET)$/.test(subFamily) ||
    /^(N?24[56]|NRTI)$/.test(proprietaryCode) ||
    /\b(STORNO|RETOUR|TERUGBOEKING)\b/i.test(description);
  if (!reversal && !returnReason && !coded) return undefined;
  if (amount >= 0) return "transfer";
  return coded || returnReason || mandateId !== undefined || family === "IDDT" ? "direct-debit" : undefined;
}
