import {
  centsFromDecimal,
  centsToDecimal,
  collectionCosts,
  fourteenDayLetter,
  plainDate,
  statutoryInterest,
  type DayCount,
  type InterestKind,
} from "./index";
import { percentText } from "./law/percentage";

/** What the command line answers: text for the two streams and the exit code. Node's part of it stands in bin/. */
export interface Answer {
  output: string;
  error: string;
  exitCode: 0 | 2;
}

const HELP = `tegemoet-law: what Dutch law says about a late payment, to the cent.

  tegemoet-law costs 1234.56 [--vat 21]
  tegemoet-law interest --kind consumer|commercial|contractual --principal 8400 --due 2026-05-30 --until 2026-06-21
                        [--rate 8] [--day-count actual/365|actual/calendar-year]
  tegemoet-law letter 2026-11-20 [--channel letter|mail] [--delivered 2026-11-24]

Amounts are euros with a point, days are written 2026-11-20. With --json the answer is JSON.
`;

/** Input that can't be answered, told in one sentence. */
class BadInput extends Error {}

type Flags = ReadonlyMap<string, string>;

interface Command {
  flags: readonly string[];
  words: readonly string[];
  answer(words: readonly string[], flags: Flags): { json: object; text: string; note?: string };
}

const COMMANDS: Readonly<Record<string, Command>> = {
  costs: { words: ["the principal, such as 1234.56"], flags: ["vat"], answer: costs },
  interest: { words: [], flags: ["kind", "principal", "due", "until", "rate", "day-count"], answer: interest },
  letter: { words: ["the day of posting, such as 2026-11-20"], flags: ["channel", "delivered"], answer: letter },
};

/**
 * Answers one command line. `run(["costs", "1234.56", "--json"])` gives JSON in `output`; bad arguments give one
 * sentence in `error` and exit code 2.
 */
export function run(args: readonly string[]): Answer {
  if (args.length === 0 || args.includes("--help") || args.includes("-h") || args[0] === "help") {
    return { output: HELP, error: "", exitCode: 0 };
  }
  try {
    const [name = "", ...rest] = args;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new BadInput(`there is no command "${name}", only costs, interest and letter`);
    const { words, flags, asJson } = parse(rest, command);
    const { json, text, note } = command.answer(words, flags);
    return { output: `${asJson ? JSON.stringify(json) : text}\n`, error: note ? `${note}\n` : "", exitCode: 0 };
  } catch (error) {
    if (!(error instanceof BadInput) && !(error instanceof RangeError)) throw error;
    return { output: "", error: `tegemoet-law: ${error.message}.\n`, exitCode: 2 };
  }
}

function parse(args: readonly string[], command: Command): { words: string[]; flags: Flags; asJson: boolean } {
  const words: string[] = [];
  const flags = new Map<string, string>();
  let asJson = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    if (arg === "--json") asJson = true;
    else if (!arg.startsWith("--")) words.push(arg);
    else {
      const [flag = "", inline] = arg.slice(2).split("=", 2);
      if (!command.flags.includes(flag)) throw new BadInput(`--${flag} is not known here, only ${known(command)}`);
      if (flags.has(flag)) throw new BadInput(`--${flag} is given twice`);
      const value = inline ?? args[++index];
      if (value === undefined || value.startsWith("--")) throw new BadInput(`--${flag} needs a value`);
      flags.set(flag, value);
    }
  }
  if (words.length < command.words.length) throw new BadInput(`give ${command.words[words.length]}`);
  if (words.length > command.words.length) throw new BadInput(`"${words[command.words.length]}" is one word too many`);
  return { words, flags, asJson };
}

function known(command: Command): string {
  return [...command.flags, "json"].map((flag) => `--${flag}`).join(", ");
}

function needed(flags: Flags, flag: string): string {
  const value = flags.get(flag);
  if (value === undefined) throw new BadInput(`--${flag} is missing`);
  return value;
}

function oneOf<Choice extends string>(value: string, choices: readonly Choice[], flag: string): Choice {
  const choice = choices.find((known) => known === value);
  if (!choice) throw new BadInput(`--${flag} is ${choices.join(" or ")}, not "${value}"`);
  return choice;
}

function percentage(value: string, flag: string): number {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(value)) throw new BadInput(`--${flag} is a percentage such as 21, not "${value}"`);
  return Number(value);
}

function costs([principal = ""]: readonly string[], flags: Flags): { json: object; text: string } {
  const vat = flags.get("vat");
  const result = collectionCosts(
    centsFromDecimal(principal),
    vat === undefined ? {} : { vatRate: percentage(vat, "vat") },
  );
  const brackets = result.brackets.map((bracket) => ({
    from: centsToDecimal(bracket.from),
    upTo: bracket.upTo === null ? null : centsToDecimal(bracket.upTo),
    part: centsToDecimal(bracket.part),
    rate: percentText(bracket.rateBasisPoints),
    exact: bracket.exact,
  }));
  const lines = brackets.map(({ part, rate, exact }) => `${rate}% over ${part} = ${exact}`);
  if (result.minimumApplied) lines.push("raised to the minimum");
  if (result.maximumApplied) lines.push("lowered to the maximum");
  lines.push(
    `costs ${centsToDecimal(result.costs)}, VAT ${centsToDecimal(result.vat)}, total ${centsToDecimal(result.total)}`,
  );
  lines.push(result.source);
  return {
    json: {
      costs: centsToDecimal(result.costs),
      vat: centsToDecimal(result.vat),
      total: centsToDecimal(result.total),
      brackets,
    },
    text: lines.join("\n"),
  };
}

const KINDS: readonly InterestKind[] = ["consumer", "commercial", "contractual"];
const DAY_COUNTS: readonly DayCount[] = ["actual/365", "actual/calendar-year"];

function interest(_: readonly string[], flags: Flags): { json: object; text: string; note?: string } {
  const kind = oneOf(needed(flags, "kind"), KINDS, "kind");
  const rate = flags.get("rate");
  if (rate !== undefined && kind !== "contractual") throw new BadInput("--rate goes with --kind contractual only");
  if (rate === undefined && kind === "contractual")
    throw new BadInput("--kind contractual needs --rate, 8 for 8% a year");
  const result = statutoryInterest({
    kind,
    principal: centsFromDecimal(needed(flags, "principal")),
    dueOn: plainDate(needed(flags, "due")),
    until: plainDate(needed(flags, "until")),
    dayCount: oneOf(flags.get("day-count") ?? "actual/365", DAY_COUNTS, "day-count"),
    ...(rate === undefined ? {} : { contractualRate: percentage(rate, "rate") }),
  });
  const periods = result.periods.map((period) => ({
    from: period.from,
    until: period.until,
    days: period.days,
    rate: percentText(period.rateBasisPoints),
    base: centsToDecimal(period.base),
    interest: centsToDecimal(period.interest),
    exact: period.exact,
    source: period.source,
  }));
  const lines = periods.map(
    (p) => `${p.from} to ${p.until}: ${p.days} days × ${p.rate}% over ${p.base} = ${p.interest}  (${p.source})`,
  );
  lines.push(`interest ${centsToDecimal(result.total)} over ${result.days} days`);
  const note =
    result.rateAssumedFrom &&
    `The rate from ${result.rateAssumedFrom} on was not looked up yet; the last known one is used`;
  return {
    json: { total: centsToDecimal(result.total), days: result.days, periods },
    text: lines.join("\n"),
    ...(note ? { note: `tegemoet-law: ${note}.` } : {}),
  };
}

function letter([sentOn = ""]: readonly string[], flags: Flags): { json: object; text: string } {
  const channel = oneOf(flags.get("channel") ?? "letter", ["letter", "mail"] as const, "channel");
  const deliveredOn = flags.get("delivered");
  const term = fourteenDayLetter({
    sentOn: plainDate(sentOn),
    channel,
    ...(deliveredOn === undefined ? {} : { deliveredOn: plainDate(deliveredOn) }),
  });
  const { delivered, lastDay, costsFrom } = term;
  const text =
    delivered === null
      ? "A mail without proof of delivery starts no term; give --delivered when there is proof"
      : `delivered ${delivered}${term.presumed ? " (presumed)" : ""}, ` +
        `last day to pay without costs ${lastDay}, costs from ${costsFrom}`;
  return { json: { delivered, lastDay, costsFrom }, text };
}
