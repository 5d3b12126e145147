import type { TodayQuery } from "../../graphql/graphql";
import type { Mood } from "../../ui/status";
import type { ShapeName } from "../../ui/shape";

export type WorkItem = TodayQuery["today"]["work"][number];

/** The groups by which the work list is filtered. */
export const WORK_GROUPS = ["call", "decide", "mend", "bank"] as const;

export type WorkGroup = (typeof WORK_GROUPS)[number];

export interface WorkKind {
  shape: ShapeName;
  mood: Mood;
  group: WorkGroup;
  to: (item: WorkItem) => string;
}

const toCase = (item: WorkItem) => (item.caseId ? `/cases/${item.caseId}` : item.debtorId ? `/debtors/${item.debtorId}` : "/cases");
const toCall = (item: WorkItem) => (item.subjectId ? `/calls/${item.subjectId}` : "/calls");
/** To the pile that the line lies on, or the line wouldn't be there. */
const toBankLine = (item: WorkItem) => `/bank?state=${item.facts.find(({ name }) => name === "pile")?.text ?? "unknown"}${item.subjectId ? `&line=${item.subjectId}` : ""}`;
/** The subject of a self-check is its invoice. */
const toInvoice = (item: WorkItem) => (item.subjectId ? `/invoices/${item.subjectId}` : "/invoices");
const toDebtor = (item: WorkItem) => (item.debtorId ? `/debtors/${item.debtorId}` : "/debtors");

/** For each kind of work its shape, its group and where its one button leads. The words are in texts. */
export const WORK_KINDS = {
  promiseBroken: { shape: "broken", mood: "serious", group: "call", to: toCall },
  planBroken: { shape: "broken", mood: "serious", group: "call", to: toCase },
  planProposed: { shape: "steps", mood: "plain", group: "decide", to: (item) => `/plans?state=proposed${item.subjectId ? `&plan=${item.subjectId}` : ""}` },
  agreementContradicted: { shape: "caution", mood: "plain", group: "mend", to: toCase },
  agreementUnconfirmed: { shape: "ring", mood: "plain", group: "call", to: toCase },
  callDue: { shape: "phone", mood: "plain", group: "call", to: toCall },
  callMeBack: { shape: "phone", mood: "plain", group: "call", to: toCall },
  selfCheckFault: { shape: "stop", mood: "serious", group: "mend", to: toInvoice },
  bounce: { shape: "caution", mood: "plain", group: "mend", to: toDebtor },
  bankLineUnknown: { shape: "bank", mood: "plain", group: "bank", to: toBankLine },
  disputeOpen: { shape: "disputed", mood: "plain", group: "decide", to: (item) => `/disputes${item.subjectId ? `?dispute=${item.subjectId}` : ""}` },
  disputeLate: { shape: "disputed", mood: "plain", group: "decide", to: (item) => `/disputes${item.subjectId ? `?dispute=${item.subjectId}` : ""}` },
  hardshipReview: { shape: "pause", mood: "plain", group: "decide", to: toCase },
  holdReview: { shape: "pause", mood: "plain", group: "decide", to: toCase },
  task: { shape: "note", mood: "plain", group: "decide", to: () => "/tasks" },
  autopilotTasks: { shape: "pause", mood: "plain", group: "decide", to: () => "/tasks" },
  approval: { shape: "two", mood: "plain", group: "decide", to: () => "/hand-overs" },
  reply: { shape: "mail", mood: "plain", group: "mend", to: toCase },
  parkedMessage: { shape: "pause", mood: "plain", group: "mend", to: (item) => (item.subjectId ? `/messages/${item.subjectId}` : toCase(item)) },
  booksBroken: { shape: "stop", mood: "serious", group: "mend", to: () => "/books" },
  paidClaim: { shape: "bank", mood: "plain", group: "bank", to: toCase },
} as const satisfies Record<string, WorkKind>;

export type WorkKindName = keyof typeof WORK_KINDS;

/** How to show a kind; one that this version doesn't know leads to its case. */
export function workKind(kind: string): WorkKind {
  return (WORK_KINDS as Record<string, WorkKind>)[kind] ?? { shape: "ring", mood: "plain", group: "decide", to: toCase };
}

export function isWorkKind(kind: string): kind is WorkKindName {
  return kind in WORK_KINDS;
}
