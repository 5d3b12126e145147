import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AGEING_BUCKETS, CALL_OUTCOMES, CALL_REASONS, CHANNELS, HAND_OVER_FAULTS, HOLD_KINDS, MATCH_REASONS, PLAN_POLICY_RULES, PLAN_SCHEDULE_RULES, REFUSAL_CODES, SELF_CHECKS, STOP_CODES, WAIT_REASONS } from "@tegemoet/domain";
import type { NoticeCode, UblWarningCode } from "@tegemoet/files";
import { MESSAGE_KINDS } from "@tegemoet/messages";
import { buildSchema, isEnumType, type GraphQLSchema } from "graphql";
import { EXCLUSION_KINDS } from "../../src/features/escalations/exclusions.queries";
import { messageTitle } from "../../src/features/reports/timeline-words";

type Words = Readonly<Record<string, unknown>>;
type Texts = Readonly<Record<"refusals" | "delivery" | "work", Words>> & { readonly words: Readonly<Record<string, Words>>; readonly bank: { readonly states: Words } };

// The texts of the admin portal are plain objects; they are taken as such, since the two packages are compiled in different ways.
const nl = textsOf("nl");
const en = textsOf("en");

/** The texts of the first pages and of the others. */
function textsOf(locale: "nl" | "en"): Texts {
  return { ...jest.requireActual<Record<string, Texts>>(`../../../admin-web/src/texts/${locale}`)[locale], ...jest.requireActual<Record<string, Texts>>(`../../../admin-web/src/texts/pages/${locale}`)[`${locale}Pages`] } as Texts;
}

const schema: GraphQLSchema = buildSchema(readFileSync(join(__dirname, "..", "..", "schema", "admin.graphql"), "utf8"));

function valuesOf(enumName: string): string[] {
  const type = schema.getType(enumName);
  if (!isEnumType(type)) throw new Error(`${enumName} is no enum`);
  return type.getValues().map(({ name }) => name);
}

/** The codes that the description of a type lists: "kind: promiseBroken · planBroken". */
function describedIn(typeName: string): string[] {
  const said = /^\w+: (.+)$/s.exec(schema.getType(typeName)?.description ?? "")?.[1] ?? "";
  return said.split(/\.\s/)[0]?.split("·").map((code) => code.trim()) ?? [];
}

/** What a folder's own code writes after a word, such as `reason: "…"`. */
function writtenIn(folder: string, pattern: RegExp): string[] {
  const directory = join(__dirname, "..", "..", "src", folder);
  const files = readdirSync(directory).filter((name) => name.endsWith(".ts") && !name.includes(".test."));
  return [...new Set(files.flatMap((name) => [...readFileSync(join(directory, name), "utf8").matchAll(pattern)].map((match) => match[1] ?? "")))];
}

// Where the reader of files has only types, the compiler holds these lists complete.
const UBL_WARNINGS = {
  NOT_NLCIUS: 1, ENCODING_GUESSED: 1, TYPE_CODE_UNKNOWN: 1, ISSUE_DATE_MISSING: 1, DUE_DATE_MISSING: 1, REFERENCE_MISSING: 1, SUPPLIER_ID_MISSING: 1, BUYER_ID_MISSING: 1, ADDRESS_INCOMPLETE: 1,
  CREDITED_INVOICE_MISSING: 1, PAYMENT_MEANS_MISSING: 1, PAYMENT_CODE_UNUSUAL: 1, MANDATE_MISSING: 1, IBAN_INVALID: 1, AMOUNT_UNREADABLE: 1, AMOUNT_ROUNDED: 1, TOTALS_DIFFER: 1, LINES_MISSING: 1,
  LINES_DIFFER: 1, DOCUMENT_UNREADABLE: 1,
} satisfies Record<UblWarningCode, 1>;
const STATEMENT_NOTICES = { ENTRY_NOT_BOOKED: 1, BATCH_NOT_SPLIT: 1, ENCODING_GUESSED: 1, BALANCE_MISSING: 1 } satisfies Record<NoticeCode, 1>;
const MATCH_DOUBTS = ["outgoing", "zero", "own-account", "provider-payout", "no-candidate", "not-sure", "two-alike", "too-much"];

const inBank = writtenIn("features/bank", /reason: "([a-z-]+)"/g);
const warnedInBank = writtenIn("features/bank", /warnings\.push\("([A-Z_]+)"/g);

const LISTS: Readonly<Record<string, { of: (texts: Texts) => Words | undefined; codes: readonly string[] }>> = {
  refusals: { of: ({ refusals }) => refusals, codes: REFUSAL_CODES },
  waits: { of: ({ words }) => words["waits"], codes: WAIT_REASONS },
  "details of waits": { of: ({ words }) => words["waitDetails"], codes: [...STOP_CODES, ...SELF_CHECKS] },
  "kinds of messages": { of: ({ words }) => words["steps"], codes: MESSAGE_KINDS },
  channels: { of: ({ words }) => words["channels"], codes: CHANNELS },
  holds: { of: ({ words }) => words["holdKinds"], codes: HOLD_KINDS },
  "kinds of rest": { of: ({ words }) => words["exclusions"], codes: EXCLUSION_KINDS },
  "faults of a hand-over": { of: ({ words }) => words["handOverFaults"], codes: HAND_OVER_FAULTS },
  "states of a hand-over": { of: ({ words }) => words["handOverStates"], codes: valuesOf("HandOverState") },
  "reasons to call": { of: ({ words }) => words["callReasons"], codes: CALL_REASONS },
  "outcomes of a call": { of: ({ words }) => words["outcomes"], codes: CALL_OUTCOMES.map(({ key }) => key) },
  "rules of a plan": { of: ({ words }) => words["planRules"], codes: [...PLAN_POLICY_RULES, ...PLAN_SCHEDULE_RULES] },
  "states of a plan": { of: ({ words }) => words["planStates"], codes: valuesOf("PlanState") },
  "states of an instalment": { of: ({ words }) => words["instalmentStates"], codes: describedIn("Instalment") },
  "states of a promise": { of: ({ words }) => words["promiseStates"], codes: valuesOf("PromiseState") },
  "kinds of debtors": { of: ({ words }) => words["debtorKinds"], codes: valuesOf("DebtorKind") },
  ages: { of: ({ words }) => words["ages"], codes: AGEING_BUCKETS },
  hits: { of: ({ words }) => words["hits"], codes: describedIn("SearchHit") },
  "outcomes of an import": { of: ({ words }) => words["importOutcomes"], codes: describedIn("ImportResult") },
  "warnings of an import": { of: ({ words }) => words["importWarnings"], codes: [...Object.keys(UBL_WARNINGS), ...Object.keys(STATEMENT_NOTICES), ...warnedInBank] },
  "reasons of a match": { of: ({ words }) => words["matchReasons"], codes: [...MATCH_REASONS, ...MATCH_DOUBTS, ...inBank] },
  "states of a match": { of: ({ bank }) => bank.states, codes: valuesOf("MatchState") },
  "states of a delivery": { of: ({ delivery }) => delivery, codes: valuesOf("DeliveryState") },
  "kinds of work": { of: ({ work }) => work, codes: describedIn("WorkItem") },
};

describe("every code that the API can say has words in both languages", () => {
  test("the codes that stand in the bank's own code are found: by hand, returned, undone; three warnings", () => {
    expect(inBank).toEqual(expect.arrayContaining(["by-hand", "returned", "undone", "not-matched"]));
    expect(warnedInBank).toEqual(expect.arrayContaining(["ACCOUNT_NOT_OURS", "LINES_KNOWN", "FUTURE_DATE"]));
  });

  test.each(Object.entries(LISTS))("%s", (_, { of, codes }) => {
    expect(codes.length).toBeGreaterThan(2);
    for (const texts of [nl, en]) expect(codes.filter((code) => !of(texts)?.[code])).toEqual([]);
  });

  test("a message has one name on the ladder and on the timeline", () => {
    for (const kind of MESSAGE_KINDS) {
      expect([messageTitle(kind, "nl"), messageTitle(kind, "en")]).toEqual([nl.words["steps"]?.[kind], en.words["steps"]?.[kind]]);
    }
  });
});
