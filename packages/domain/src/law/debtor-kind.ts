/**
 * Who owes. `natural-person-in-business` is a sole trader or a partner: a business for costs and interest, yet a
 * natural person whom the Wet kwaliteit incassodienstverlening protects.
 */
export type DebtorKind = "consumer" | "natural-person-in-business" | "legal-person" | "unknown";

export const DEBTOR_KINDS: readonly DebtorKind[] = [
  "consumer",
  "natural-person-in-business",
  "legal-person",
  "unknown",
];

/** What the law says about collecting from one kind of debtor. */
export interface DebtorRegime {
  /** The kind whose rules are followed: consumer when the kind is unknown. */
  treatedAs: Exclude<DebtorKind, "unknown">;
  /** BW 6:119 for consumers, 6:119a for trade contracts. */
  interestKind: "consumer" | "commercial";
  /** Whether the scale binds (BW 6:96 lid 5), or is the default of which parties may agree otherwise. */
  costsRegime: "binding" | "supplementary";
  /** Whether costs are due only after a fourteen-day letter whose term has passed unpaid (BW 6:96 lid 6). */
  letterRequired: boolean;
  /** Whether € 40 is due on the first day of lateness without any reminder (BW 6:96 lid 4). */
  fortyEurosWithoutReminder: boolean;
  /** Whether the quality rules for collectors protect this debtor: every natural person (Wki; Bki art. 1.1). */
  protectedByWki: boolean;
  source: string;
}

const CONSUMER: DebtorRegime = {
  treatedAs: "consumer",
  interestKind: "consumer",
  costsRegime: "binding",
  letterRequired: true,
  fortyEurosWithoutReminder: false,
  protectedByWki: true,
  source: "BW 6:96 lid 5, 6 and 7; BW 6:119; Bki art. 1.1",
};

const IN_BUSINESS: DebtorRegime = {
  treatedAs: "natural-person-in-business",
  interestKind: "commercial",
  costsRegime: "supplementary",
  letterRequired: false,
  fortyEurosWithoutReminder: true,
  protectedByWki: true,
  source: "BW 6:96 lid 4; BW 6:119a; Bki art. 1.1",
};

const LEGAL_PERSON: DebtorRegime = {
  ...IN_BUSINESS,
  treatedAs: "legal-person",
  protectedByWki: false,
  source: "BW 6:96 lid 4; BW 6:119a (public bodies: 6:119b)",
};

/**
 * The rules for a kind of debtor. An unknown debtor is treated as a consumer: asking a business too kindly costs a
 * fortnight, asking a consumer as a business costs the right to any costs.
 */
export function debtorRegime(kind: DebtorKind): DebtorRegime {
  if (kind === "legal-person") return LEGAL_PERSON;
  return kind === "natural-person-in-business" ? IN_BUSINESS : CONSUMER;
}
