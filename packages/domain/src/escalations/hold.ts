import type { PlainDate } from "../plain-date";

/**
 * Why a human stopped the ladder. `reply` is an inbound mail nobody read yet, `paid-claim` "ik heb al betaald", `brake`
 * the emergency brake, `never` an invoice or debtor that is never reminded.
 */
export const HOLD_KINDS = ["pause", "paid-claim", "reply", "hardship", "brake", "never"] as const;

export type HoldKind = (typeof HOLD_KINDS)[number];

/** A hold that concerns this invoice, whatever its scope: invoice, debtor, case, segment or organisation. */
export interface Hold {
  readonly kind: HoldKind;
  readonly from: PlainDate;
  /** Last day on which it holds; null until somebody lifts it. */
  readonly until: PlainDate | null;
  readonly liftedOn?: PlainDate | null;
  /**
   * "reminders" stops what we send to press for payment; "everything" stops calls and letters of the law too. Default
   * everything.
   */
  readonly stops?: "reminders" | "everything";
}

/** Facts about a debtor after which nothing goes out until a human decided (features 13.5). */
export const STOP_CODES = ["deceased", "insolvent", "protective-administration", "debt-help", "moratorium"] as const;

export type StopCode = (typeof STOP_CODES)[number];

/** Whether a hold holds on this day. */
export function holdStands(hold: Hold, today: PlainDate): boolean {
  if (hold.liftedOn && hold.liftedOn <= today) return false;
  return hold.from <= today && (hold.until === null || hold.until >= today);
}

/** The hold that holds longest on this day, the brake and hardship before all others; null when none does. */
export function strongestHold(holds: readonly Hold[], today: PlainDate): Hold | null {
  let best: Hold | null = null;
  for (const hold of holds) {
    if (holdStands(hold, today) && (best === null || weight(hold) > weight(best))) best = hold;
  }
  return best;
}

function weight(hold: Hold): string {
  return `${hold.kind === "brake" ? 3 : hold.kind === "hardship" ? 2 : 1}${hold.until ?? "9999"}`;
}
