import { Liquid, type Template } from "liquidjs";
import { oneOrMore } from "./texts/authored-text";

/** The tags a text may use. Everything that reads a file, keeps state or prints unescaped is gone from the engine. */
export const ALLOWED_TAGS = ["if", "unless", "case", "for", "break", "continue", "comment"] as const;

/** The filters a text may use. */
export const ALLOWED_FILTERS = ["default", "size", "join", "first", "last"] as const;

/** Longest source of one part of a text, in characters. */
export const MAX_SOURCE_LENGTH = 20_000;

/** A text that runs longer than this has been written to harm (T-65). */
const RENDER_LIMIT_MS = 100;
const MEMORY_LIMIT = 200_000;

/**
 * The characters that mean something in a message text. In a *value* they are put aside in the private use area while
 * the text is read as blocks, and brought back as plain characters afterwards; so a debtor named "@button" stays a
 * name.
 */
const MARKS = "*#@|:[]";
const ASIDE = new Map([...MARKS].map((mark, index) => [mark, String.fromCharCode(0xe100 + index)]));
const BACK = new Map([...ASIDE].map(([mark, aside]) => [aside, mark]));

/**
 * Controls, line ends, directional overrides and private use: they have no place within a value, and can lie about it.
 */
const UNFIT =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]+/g;

/** A value as one line of plain text: line ends and other unfit characters become one space. */
export function plainValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  return String(value).replace(UNFIT, " ").trim();
}

/** A text names a fact that isn't there, without asking first whether it is: written, it would have a hole. */
export class EmptyVariable extends Error {
  override readonly name = "EmptyVariable";
  constructor(readonly variable: string) {
    super(`empty variable: ${variable}`);
  }
}

const EMPTY = "empty variable";

function setMarksAside(value: unknown): string {
  if (value === null || value === undefined) throw new Error(EMPTY);
  return plainValue(value).replace(/[*#@|:[\]]/g, (mark) => ASIDE.get(mark) ?? mark);
}

/** Brings back the characters of values that were set aside while rendering. */
export function restoreMarks(text: string): string {
  return text.replace(/[\ue100-\ue10f]/g, (aside) => BACK.get(aside) ?? "");
}

function makeEngine(): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    relativeReference: false,
    templates: {},
    parseLimit: MAX_SOURCE_LENGTH,
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: MEMORY_LIMIT,
    outputEscape: setMarksAside,
  });
  keepOnly(engine.tags, ALLOWED_TAGS);
  keepOnly(engine.filters, ALLOWED_FILTERS);
  return engine;
}

function keepOnly(registry: object, allowed: readonly string[]): void {
  for (const name of Object.keys(registry)) if (!allowed.includes(name)) Reflect.deleteProperty(registry, name);
}

/** The one engine. It has no filesystem and knows no template by name. */
export const liquid = makeEngine();

const MAX_PARSED = 1_000;
const parsed = new Map<string, Template[]>();

/** Loops within loops multiply; one within another is all that a letter needs. */
const MAX_LOOP_DEPTH = 2;

/** Whether a text could run away: loops nested deeper than two, or a loop over a range of numbers. */
export function couldRunAway(source: string): boolean {
  let depth = 0;
  for (const [, tag] of source.matchAll(/\{%-?\s*(for|endfor)\b/g)) {
    depth += tag === "for" ? 1 : -1;
    if (depth > MAX_LOOP_DEPTH) return true;
  }
  return /\{%-?\s*for\b[^%]*\.\./.test(source);
}

/** A machine that stalls for 100 ms isn't a text that runs away: only one that does so each time is stopped. */
const TRIES = 3;

/**
 * Renders one part of a text. Values come out with their marks set aside: pass the result through `restoreMarks` when
 * its blocks have been read.
 *
 * @throws EmptyVariable for a fact that isn't there.
 * @throws Error of liquidjs for an unknown variable, tag or filter, or when a limit was reached.
 */
export function renderLiquid(source: string, variables: object): string {
  const template = parse(source);
  for (let tried = 1; ; tried++) {
    try {
      return String(liquid.renderSync(template, variables));
    } catch (error) {
      const variable = emptyVariable(error);
      if (variable) throw new EmptyVariable(variable);
      if (tried === TRIES || !(error instanceof Error && error.message.startsWith("template render limit")))
        throw error;
    }
  }
}

/** The name in "{{ delivery.sent_on }}", when that is what came out empty. */
function emptyVariable(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.message.startsWith(EMPTY)) return undefined;
  const { token } = error as Error & { token?: { getText(): string } };
  return /[\w.[\]]+/.exec(token?.getText() ?? "")?.[0] ?? "?";
}

function parse(source: string): Template[] {
  const known = parsed.get(source);
  if (known) return known;
  if (couldRunAway(source)) throw new Error("template loop limit exceeded");
  const template = liquid.parse(oneOrMore(source));
  if (parsed.size >= MAX_PARSED) parsed.clear();
  parsed.set(source, template);
  return template;
}
