import { nextBusinessDay } from "../business-days";
import { contactCapFreeOn, type ContactRules } from "../escalations/contact-cap";
import type { PlainDate } from "../plain-date";

/** Why we call when the debtor asked for it: then no contact is one too many. */
export const CALLS_ASKED_FOR = ["call-back", "call-me-back", "contradicted"] as const;

/**
 * The day on which a call may be made that now would pass the cap of contacts; null when it may be made today. Who asked to be called is
 * called, and so is whom a person chose to call and said why.
 *
 * @param contacts Days of earlier contacts with this debtor over all channels, letters of the law included.
 */
export function callWaitsUntil(
  { reason, note }: { readonly reason: string; readonly note?: string | null }, contacts: readonly PlainDate[], today: PlainDate, rules: ContactRules,
): PlainDate | null {
  if ((CALLS_ASKED_FOR as readonly string[]).includes(reason) || (reason === "by-hand" && note)) return null;
  const freeOn = contactCapFreeOn(contacts, today, rules);
  return freeOn > today ? nextBusinessDay(freeOn) : null;
}
