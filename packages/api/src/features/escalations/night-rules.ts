import { DEFAULT_CONTACT_RULES, type ContactRules } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";
import { ladderInForce } from "../ladders/create-default-ladder";
import type { LadderInForce } from "../ladders/ladder.queries";
import { findOrganisation } from "../organisations/organisation.queries";
import { laddersToClimb } from "./ladder-of-claim";

/** What holds for the whole organisation on a night. */
export interface NightRules {
  readonly ladders: readonly LadderInForce[];
  readonly contactRules: ContactRules;
  readonly toleranceCents: number;
  readonly minimumCents: number;
  /** So many days before it is due an invoice is looked at first: a ladder may begin with a note. */
  readonly lookAheadDays: number;
}

/** The ladders and the policy that hold tonight; the ready ladder is written down the first time. */
export async function nightRules(tx: Tx): Promise<NightRules> {
  const rules = await rulesToRead(tx);
  if (rules.ladders.some(({ ladderId }) => ladderId !== "")) return rules;
  await ladderInForce(tx);
  return rulesToRead(tx);
}

/** The same for whoever only looks. */
export async function rulesToRead(reader: Reader): Promise<NightRules> {
  const [organisation, ladders] = await Promise.all([findOrganisation(reader), laddersToClimb(reader)]);
  return {
    ladders,
    lookAheadDays: Math.max(0, ...ladders.map(({ firstDay }) => -firstDay)),
    toleranceCents: organisation.toleranceCents,
    minimumCents: organisation.minimumReminderCents,
    contactRules: { ...DEFAULT_CONTACT_RULES, maxPerDay: organisation.contactCapDay, maxPer30Days: organisation.contactCapMonth },
  };
}
