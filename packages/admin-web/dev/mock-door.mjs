// A stand-in for the admin door, to look at pages while the product isn't running: answers from the committed schema with
// made-up values. Development only; nothing of it is built. Start: node dev/mock-door.mjs, then vite with API_URL=http://localhost:4001.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { buildSchema, getNamedType, graphql, isEnumType, isListType, isNonNullType, isObjectType, isScalarType } from "graphql";

const schema = buildSchema(readFileSync(fileURLToPath(new URL("../../api/schema/admin.graphql", import.meta.url)), "utf8"));
const today = "2026-11-24";
const names = ["Kuipers Bouw B.V.", "Mevr. A. Hendriks", "De Wit Metaal V.O.F.", "Apotheek Oosterpark", "Kinderopvang De Vlieger", "Hotel Veerzicht B.V.", "Garage Molenaar", "Schildersbedrijf Van Dalen"];
let count = 0;
const next = (size) => (count += 7919) % size;
const pick = (list) => list[next(list.length)];

/** What codes a field may hold, by "Type.field" or field name. */
const CODES = {
  "WorkItem.kind": ["promiseBroken", "callDue", "planProposed", "disputeLate", "bankLineUnknown", "selfCheckFault", "hardshipReview", "approval", "paidClaim", "reply", "bounce"],
  "TimelineEntry.kind": ["call", "message", "payment", "promiseBroken", "note", "reply", "invoiceSent", "agreementConfirmed"],
  "TimelineEntry.state": ["delivered", "opened", "unread"], "Figure.key": ["outstanding", "overdue", "promisedThisWeek", "receivedThisWeek"],
  "LadderLineStep.state": ["done", "done", "done", "next", "planned"], "AgeingBucket.key": ["notDue", "d1_30", "d31_60", "d61_90", "d90plus"],
  "Instalment.state": ["paid", "due", "coming"], "Hold.kind": ["pause", "brake", "paid-claim"], "Hold.scope": ["debtor"], "SearchHit.kind": ["debtor", "invoice", "case"],
  waitReason: ["promise open", "disputed", "plan running", "step not yet due", "letter term running"], waiting: ["promise open"], reasons: ["amount", "age", "brokenPromise", "goldenDay"],
  "MatchCandidate.reasons": ["amountExact", "ibanKnown", "nameLike"], faults: ["letter missing", "address incomplete"], handOverCheck: ["letter missing"], outside: ["tooManyInstalments"],
  outcome: ["promiseFull", "noAnswer", "voicemail"], channel: ["mail", "letter", "call"], key: ["reminder-1", "call", "reminder-2", "fourteen-day-letter", "hand-over"], step: ["reminder-1", "reminder-2"], furthestStep: ["reminder-2", "call"],
  messageKind: ["reminder-1"], canPay: ["unknown"], trend: ["slower"], reason: ["not-received"], source: ["bank"], part: ["principal"], needs: ["promiseCents"], scopes: ["cases:read"],
};
const OUTCOMES = [["promiseFull", "Toezegging, alles", ["promiseCents", "promiseBy"]], ["promisePart", "Toezegging, deel", ["promiseCents", "promiseBy"]], ["planAgreed", "Termijnen afgesproken", ["instalments"]],
  ["dispute", "Is het er niet mee eens", ["disputeReason"]], ["noAnswer", "Geen gehoor", []], ["callBack", "Vraagt om terugbellen", ["callBackOn"]], ["other", "Iets anders", ["notes"]]];

function day(field) {
  if (/due|oldest|sent|made|issued|booked|received|from|raised|opened|proposed|placed/i.test(field)) return `2026-${pick(["09", "10", "11"])}-${String(1 + next(23)).padStart(2, "0")}`;
  return `2026-12-${String(1 + next(20)).padStart(2, "0")}`;
}

function text(type, field) {
  const codes = CODES[`${type}.${field}`] ?? CODES[field];
  if (codes) return pick(codes);
  if (/debtorName|counterpartyName|^name$|title/i.test(field)) return pick(names);
  if (/staffName|by$|By$|ownerName|claimedBy|who/.test(field)) return pick(["Sanne Visser", "Daan Mulder"]);
  if (/personName|contactPerson|person/.test(field)) return pick(["Marjan Kuipers", "Henk Groenewold"]);
  if (/number|Number/.test(field)) return `2026-0${400 + next(300)}`;
  if (/email|^to$|address/i.test(field)) return "crediteuren@voorbeeld.nl";
  if (/phone/i.test(field)) return "038 421 00 17";
  if (/iban/i.test(field)) return "NL91ABNA0417164300";
  if (/rate|interest|costs|unitPrice|quantity/i.test(field)) return `${next(90000) / 1000}`;
  if (/brandColour/.test(field)) return "#1d4a80";
  if (/url/.test(field)) return "/documents/1";
  if (/html/.test(field)) return "<p>Geachte mevrouw, uw factuur staat nog open.</p>";
  return pick(["Aanleg beregening, fase 1", "Onderhoud oktober", "Spoedbezoek za 17 okt", "Werkbon getekend door P. Kuipers"]);
}

function value(type, parent, field) {
  if (isNonNullType(type)) return value(type.ofType, parent, field);
  if (isListType(type)) return Array.from({ length: { rows: 12, work: 11, invoices: 3, piles: 6, buckets: 5, figures: 4, reasons: 2, steps: 6, timeline: 8, organisations: 1, goldenWindows: 2 }[field] ?? 3 }, () => value(type.ofType, parent, field));
  const named = getNamedType(type);
  if (isEnumType(named)) return pick(named.getValues()).name;
  if (isObjectType(named)) return {};
  if (!isScalarType(named)) return null;
  switch (named.name) {
    case "Cents": return /change/.test(field) ? 412000 - next(800000) : 10000 + next(900000);
    case "Day": return /today|asOf/.test(field) ? today : day(field);
    case "Moment": return `2026-11-${String(1 + next(23)).padStart(2, "0")}T0${next(9)}:${10 + next(49)}:00Z`;
    case "Int": return /Minute/.test(field) ? 570 + next(300) : /total|Count/.test(field) ? 12 + next(200) : 1 + next(40);
    case "Float": return /dso/.test(field) ? 38.6 : (1 + next(9)) / 10;
    case "Boolean": return next(3) > 0;
    case "ID": return `id-${next(10_000)}`;
    default: return text(parent, field);
  }
}

function resolve(source, args, _context, info) {
  const { fieldName, parentType, returnType } = info;
  if (source && fieldName in source) return source[fieldName];
  if (args.id && fieldName !== "import") return { id: args.id };
  if (args.taskId) return { taskId: args.taskId };
  if (fieldName === "viewer" || fieldName === "signIn") {
    return {
      role: process.env.MOCK_ROLE ?? "manager", today, demo: true, now: "2026-11-24T09:12:00Z", goldenWindows: [{ fromMinute: 570, untilMinute: 690 }, { fromMinute: 810, untilMinute: 930 }],
      organisations: [{ id: "o2", name: "Bouwhof Groothandel" }], staff: { id: "s1", name: "Sanne Visser", email: "sanne@voorbeeld.nl", role: "manager", language: "nl" },
    };
  }
  if (fieldName === "outcomes") return OUTCOMES.map(([key, label, needs]) => ({ key, label, needs, reached: key !== "noAnswer" }));
  if (fieldName === "excuses") return ["Al betaald", "Factuur niet ontvangen", "Wacht op eigen klant", "Collega is er niet", "Vaste betaaldag", "Niet tevreden", "Factuur klopt niet", "Later terugbellen", "Betalen lukt niet", "Iets anders"].map((label, index) => ({ key: `e${index}`, label, reply: "Dan stuur ik u de facturen nu, terwijl wij spreken. Naar welk adres mag dat?", followUp: "Stuur de kopie tijdens het gesprek." }));
  if (fieldName === "figures") return CODES["Figure.key"].map((key) => ({ key }));
  if (fieldName === "buckets") return CODES["AgeingBucket.key"].map((key) => ({ key }));
  if (fieldName === "piles") return ["auto", "proposed", "unknown", "byHand", "ignored"].map((state) => ({ state }));
  if (fieldName === "steps") return ["reminder-1", "call", "reminder-2", "reminder-3", "fourteen-day-letter", "hand-over"].map((key, index) => ({ key, state: index < 3 ? "done" : index === 3 ? "next" : "planned", channel: key === "call" ? "call" : "mail" }));
  if (fieldName === "openingLine") return "Goedemorgen mevrouw Kuipers, met Sanne Visser van Brouwer & Vos. Ik bel over drie facturen. Schikt het u even?";
  if (fieldName === "question") return "Wanneer kunnen wij de betaling verwachten?";
  return value(returnType, parentType.name, fieldName);
}

createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  response.setHeader("content-type", "application/json");
  if (!request.url?.startsWith("/admin/graphql")) return response.end(JSON.stringify({ id: "import-1" }));
  const { query, variables } = JSON.parse(body || "{}");
  count = 0;
  response.end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables, fieldResolver: resolve })));
}).listen(4001, () => console.log("The stand-in for the admin door listens on http://localhost:4001"));
