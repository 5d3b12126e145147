import { ALLOWED_FILTERS, ALLOWED_TAGS, couldRunAway, EmptyVariable, liquid, MAX_SOURCE_LENGTH, renderLiquid } from "./liquid-sandbox";
import { readBlocks } from "./message-blocks";
import { MESSAGE_KINDS, type MessageKind } from "./message-kinds";
import { sampleFacts } from "./sample-facts";
import type { LetterSource } from "./texts/letter-texts";
import { oneOrMore, type TemplateSource } from "./texts/authored-text";
import { textVariables } from "./text-variables";

/** Why a text can't be activated. `part` is the field of the editor it stands in. */
export interface TemplateFault {
  readonly part: string;
  readonly code:
    | "TOO_LONG"
    | "EMPTY"
    | "SYNTAX"
    | "UNKNOWN_TAG"
    | "UNKNOWN_FILTER"
    | "UNKNOWN_VARIABLE"
    | "TOO_HEAVY"
    | "UNKNOWN_BLOCK"
    | "EMPTY_VARIABLE";
  /** What it is about: the name of the variable or tag, or the message of the parser. */
  readonly detail: string;
  readonly line: number | null;
}

/** What a text is written on: a letter has no buttons and links, a text message is one line that may name the link itself. */
export type TextMedium = "mail" | "letter" | "sms";

/**
 * Every fault in a text of an organisation, so that a text with one can't be activated: a tag, filter or variable that
 * isn't allowed, a loop that could run away, a block that a message doesn't have. Empty when it can be used.
 *
 * @param source One Liquid source, or the parts of a mail or letter text.
 */
export function templateFaults(
  source: string | Partial<TemplateSource & LetterSource>,
  medium: TextMedium = "mail",
): TemplateFault[] {
  const parts = typeof source === "string" ? { body: source } : source;
  return Object.entries(parts).flatMap(([part, text]) => partFaults(part, text, medium));
}

function partFaults(part: string, source: string, medium: TextMedium): TemplateFault[] {
  const fault = (code: TemplateFault["code"], detail: string, line: number | null = null): TemplateFault => ({
    part,
    code,
    detail,
    line,
  });
  if (!source.trim()) return [fault("EMPTY", part)];
  if (source.length > MAX_SOURCE_LENGTH) return [fault("TOO_LONG", String(source.length))];
  const faults = [
    ...unknownTags(source).map(({ name, line }) => fault("UNKNOWN_TAG", name, line)),
    ...(couldRunAway(source) ? [fault("TOO_HEAVY", "for")] : []),
  ];
  if (faults.length > 0) return faults;
  try {
    const unknown = liquid
      .globalFullVariablesSync(oneOrMore(source))
      .filter((path) => !(medium === "sms" && path === "link"))
      .filter((path) => !VARIABLES.has(path) && !VARIABLES.has(path.replace(/\[\d+\]|\.size$/g, "")));
    faults.push(...unknown.map((path) => fault("UNKNOWN_VARIABLE", path, lineOf(source, path))));
  } catch (error) {
    return [parserFault(part, error)];
  }
  return faults.length > 0 ? faults : trialFaults(part, source, medium);
}

/**
 * Writes the text with made-up facts of several kinds: what only shows when a loop runs or a branch is taken, shows
 * here.
 */
function trialFaults(part: string, source: string, medium: TextMedium): TemplateFault[] {
  for (const variables of TRIALS) {
    try {
      const text = renderLiquid(source, medium === "sms" ? { ...variables, link: "https://example.org/" } : variables);
      if (part === "body") refuseStrangeBlocks(text, medium);
    } catch (error) {
      // One kind's facts have it, another's don't: whether it is there is known when a message is written.
      if (error instanceof EmptyVariable) continue;
      if (error instanceof RangeError) return [{ part, code: "UNKNOWN_BLOCK", detail: error.message, line: null }];
      return [parserFault(part, error)];
    }
  }
  return [];
}

/** The blocks that paper can't have: what is pressed, and what is typed on a screen. */
const ON_SCREEN = new Set(["button", "choice", "code"]);

function refuseStrangeBlocks(text: string, medium: TextMedium): void {
  const strange = medium === "sms" ? text.split("\n").find((line) => /^\s*[@#]/.test(line))?.trim() : undefined;
  if (strange) throw new RangeError(strange);
  for (const block of readBlocks(text)) {
    if (medium !== "letter") continue;
    if (ON_SCREEN.has(block.kind)) throw new RangeError(`@${block.kind}`);
    if (block.kind === "paragraph" && block.lines.some((line) => "link" in line)) throw new RangeError("@link");
  }
}

function parserFault(part: string, error: unknown): TemplateFault {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/, line:(\d+)/.exec(message)?.[1]) || null;
  const detail = message.replace(/, (file|line|col):.*$/s, "");
  const undefinedName = /undefined variable: (.+)/.exec(detail)?.[1];
  if (undefinedName) return { part, code: "UNKNOWN_VARIABLE", detail: undefinedName, line };
  const filter = /undefined filter: (.+)/.exec(detail)?.[1];
  if (filter)
    return { part, code: "UNKNOWN_FILTER", detail: `${filter} (allowed: ${ALLOWED_FILTERS.join(", ")})`, line };
  return { part, code: /limit exceeded/.test(detail) ? "TOO_HEAVY" : "SYNTAX", detail, line };
}

const CLOSERS = new Set(["else", "elsif", "when", ...ALLOWED_TAGS.map((tag) => `end${tag}`)]);

function unknownTags(source: string): { name: string; line: number }[] {
  return [...source.matchAll(/\{%-?\s*([^\s%-]*)/g)]
    .filter(([, name = ""]) => !(ALLOWED_TAGS as readonly string[]).includes(name) && !CLOSERS.has(name))
    .map((match) => ({ name: match[1] ?? "", line: source.slice(0, match.index).split("\n").length }));
}

function lineOf(source: string, path: string): number | null {
  const at = source.indexOf(path.split(/[.[]/)[0] ?? path);
  return at < 0 ? null : source.slice(0, at).split("\n").length;
}

const TRIALS = MESSAGE_KINDS.map((kind: MessageKind) => textVariables(kind, "nl", "u", sampleFacts(kind)));

/** Every name that a text may use, as a dotted path: the variables of the sample facts, which lack none. */
export const VARIABLES: ReadonlySet<string> = new Set(TRIALS.flatMap((variables) => pathsOf(variables)));

function pathsOf(value: unknown, path = ""): string[] {
  const here = path ? [path] : [];
  if (Array.isArray(value)) return here;
  if (value === null || typeof value !== "object") return here;
  return [
    ...here,
    ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path ? `${path}.${name}` : name)),
  ];
}
