import type { Language } from "@tegemoet/domain";
import { renderLiquid, restoreMarks } from "./liquid-sandbox";
import type { MessageFacts } from "./message-facts";
import type { MessageKind, MessageTone } from "./message-kinds";
import { textVariables } from "./text-variables";

/** What may be another before a message leaves: a part payment comes in, an invoice drops out, the day to pay by moves along. */
const LIVE = ["total", "open_amount", "pay_amount", "pay_by", "pay_by_short", "invoice_phrase", "costs", "costs_vat", "total_with_costs", "interest"] as const;

/**
 * A text as a person edits it for one message: names, choices and one or more invoices are written out, and what may still change stands
 * as its variable, so that a message never names an old amount (I-34).
 *
 * @param live What stays a variable. Default: all that may be another before the message leaves.
 * @param source Subject and body, in Liquid and the notation of `message-blocks.ts`.
 * @throws Error of the engine for a source that wasn't checked.
 */
export function wordsToEdit(
  { kind, language, tone, facts }: { kind: MessageKind; language: Language; tone: MessageTone; facts: MessageFacts }, source: { readonly subject: string; readonly body: string }, live: readonly string[] = LIVE,
): { subject: string; body: string } {
  const variables: Record<string, unknown> = { ...textVariables(kind, language, tone, facts) };
  for (const name of live) if (typeof variables[name] === "string") variables[name] = `{{ ${name} }}`;
  const write = (text: string): string => restoreMarks(renderLiquid(text, variables)).replace(/\n{3,}/g, "\n\n").trim();
  return { subject: write(source.subject), body: write(source.body) };
}
