import { Refusal, sum } from "@tegemoet/domain";
import { EmptyVariable } from "./liquid-sandbox";
import type { MessageFacts } from "./message-facts";
import type { MessageKind } from "./message-kinds";

/** A fact that a kind can't do without, named as the screen and the refusal name it. */
export type FactName =
  | "invoices" | "payBy" | "portalUrl" | "portalCode" | "calls" | "agreement" | "plan" | "instalment" | "dispute"
  | "dispute.answerBy" | "dispute.outcome" | "payment" | "pausedUntil" | "costsCents" | "costsVatCents" | "code";

const ASKS: readonly FactName[] = ["invoices", "payBy", "portalUrl"];

/** What each kind needs beside the debtor, the creditor and its account. */
export const REQUIRED_FACTS: Readonly<Record<MessageKind, readonly FactName[]>> = {
  "invoice": ASKS,
  "note-before-due": ASKS,
  "reminder-1": ASKS,
  "reminder-2": ASKS,
  "reminder-3": ASKS,
  "fourteen-day-letter": ["invoices", "costsCents", "portalUrl"],
  "business-notice": ASKS,
  "call-confirmation": ["agreement", "portalUrl"],
  "not-reached": ["invoices", "calls", "portalUrl"],
  "promise-broken": ["invoices", "agreement", "payBy", "portalUrl"],
  "plan-offered": ["plan", "portalUrl"],
  "plan-accepted": ["plan", "portalUrl"],
  "plan-declined": ["plan", "portalUrl"],
  "instalment-coming": ["instalment", "portalUrl"],
  "instalment-missed": ["instalment", "payBy", "portalUrl"],
  "plan-broken": ASKS,
  "plan-finished": ["portalUrl"],
  "dispute-received": ["dispute", "dispute.answerBy", "portalUrl"],
  "dispute-decided": ["dispute", "dispute.outcome", "portalUrl"],
  "hardship": ["pausedUntil", "portalUrl"],
  "thanks": ["payment", "portalUrl"],
  "invoice-copy": ["invoices", "portalUrl"],
  "own-words": ["portalUrl"],
  "portal-code": ["code"],
};

const CREDITOR = ["name", "iban", "email"] as const;

/** The facts that a kind needs and that aren't there, in reading order. Empty when it can be written. */
export function missingFacts(kind: MessageKind, facts: MessageFacts): string[] {
  const missing: string[] = [];
  if (!facts.debtor.name.trim()) missing.push("debtor.name");
  for (const field of CREDITOR) if (!facts.creditor[field]?.trim()) missing.push(`creditor.${field}`);
  for (const name of REQUIRED_FACTS[kind]) if (!isPresent(name, facts)) missing.push(name);
  if (facts.invoices.length > 0 && sum(facts.invoices.map((invoice) => invoice.openCents)) !== facts.totalCents) {
    missing.push("totalCents");
  }
  return missing;
}

/**
 * Writes a text; a variable of a fact that isn't there is refused by its name, since a message with a hole in it never leaves.
 *
 * @throws Refusal LETTER_ELEMENT_MISSING with the variable as `element`.
 */
export function refusingHoles<T>(kind: MessageKind, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof EmptyVariable)) throw error;
    throw new Refusal("LETTER_ELEMENT_MISSING", { kind, element: error.variable, elements: [error.variable] });
  }
}

function isPresent(name: FactName, facts: MessageFacts): boolean {
  switch (name) {
    case "invoices":
      return facts.invoices.length > 0;
    case "calls":
      return facts.calls?.some((call) => !call.reached) ?? false;
    case "plan":
      return (facts.plan?.instalments.length ?? 0) > 0;
    case "dispute.answerBy":
      return Boolean(facts.dispute?.answerBy);
    case "dispute.outcome":
      return Boolean(facts.dispute?.outcome);
    default:
      return facts[name] !== undefined && facts[name] !== null && facts[name] !== "";
  }
}
