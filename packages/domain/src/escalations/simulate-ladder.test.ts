import { isBusinessDay } from "../business-days";
import { addDays, daysBetween } from "../plain-date";
import { DUTCH_LADDER, type Ladder } from "./ladder";
import { simulateLadder, type TrialDebtor, type TrialInvoice } from "./simulate-ladder";

const invoice = (more: Partial<TrialInvoice> = {}): TrialInvoice => ({
  invoiceId: "F1", issuedOn: "2026-09-01", dueOn: "2026-10-01", totalCents: 35_000, openCents: 35_000, ...more,
});
const rules = { from: "2026-09-01", until: "2027-03-31" };
const walk = (debtor: Partial<TrialDebtor> = {}, ladder: Ladder = DUTCH_LADDER, own = rules) => (
  simulateLadder(ladder, { kind: "consumer", invoices: [invoice()], ...debtor }, own)
);
const line = (steps: ReturnType<typeof walk>) => steps.map(({ stepId, on }) => `${on} ${stepId}`);

describe("what would happen to an invoice", () => {
  test("of a consumer, due on Thursday 1 October 2026: a note, 3 reminders with a call between, the letter, a hand-over after its term", () => {
    expect(line(walk())).toEqual([
      "2026-09-28 note-before-due", "2026-10-06 reminder-1", "2026-10-14 call", "2026-10-16 reminder-2",
      "2026-10-29 reminder-3", "2026-11-12 fourteen-day-letter", "2026-12-02 hand-over",
    ]);
  });

  test("of a business: a notice in the place of the letter", () => {
    expect(line(walk({ kind: "legal-person" })).slice(-2)).toEqual(["2026-11-12 business-notice", "2026-12-02 hand-over"]);
  });

  test("below € 50,00 nobody calls, and the reminder after it keeps its own waiting time of 1 day", () => {
    expect(line(walk({ invoices: [invoice({ totalCents: 4_999, openCents: 4_999 })] })).join(" ")).not.toContain("call");
  });

  test("that was paid on 15 October stops that day", () => {
    expect(line(walk({ invoices: [invoice({ paidOn: "2026-10-15" })] })).at(-1)).toBe("2026-10-14 call");
  });

  test("that had its first reminder goes on after it, and doesn't get it again", () => {
    const steps = [{ stepId: "reminder-1", takenOn: "2026-10-06", sentOn: "2026-10-06" }];
    expect(line(walk({ invoices: [invoice({ steps })] }, DUTCH_LADDER, { ...rules, from: "2026-10-07" }))[0]).toBe("2026-10-14 call");
  });

  test("a last step that repeats every 14 days comes back until the last day", () => {
    const steps = [{ id: "reminder", afterDays: 5, channel: "mail" as const, template: "reminder-1", automatic: true, repeatEveryDays: 14 }];
    const taken = walk({}, { steps }, { from: "2026-09-01", until: "2026-11-10" });
    expect(taken.map(({ on, occurrence }) => `${on} ${occurrence}`)).toEqual(["2026-10-06 1", "2026-10-20 2", "2026-11-03 3"]);
  });

  test("two invoices of a debtor share a message where they go together, and 4 contacts in 30 days are the most for a message", () => {
    const taken = walk({ invoices: [invoice(), invoice({ invoiceId: "F2", dueOn: "2026-10-04" }), invoice({ invoiceId: "F3", dueOn: "2026-10-12" })] });
    const contacts = [...new Set(taken.filter(({ stepId, channel }) => channel !== "hand-over" && !stepId.endsWith("letter")).map(({ on }) => on))];
    for (const { on: day, message } of taken) {
      if (message === null) continue;
      expect(contacts.filter((other) => other <= day && daysBetween(other, day) < 30).length).toBeLessThanOrEqual(4);
    }
    expect(taken.every(({ on }) => isBusinessDay(on))).toBe(true);
    const shared = taken.filter(({ message }) => message !== null);
    expect(new Set(shared.map(({ message }) => message)).size).toBeLessThan(shared.length);
  });
});

describe("leaping from day to day", () => {
  test("finds the same steps as asking every single day, over 40 debtors", () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const invoices = Array.from({ length: 1 + (seed % 4) }, (_, index) => invoice({
        invoiceId: `F${index}`, dueOn: addDays("2026-09-03", (seed * 7 + index * 11) % 50), totalCents: 3_000 + seed * 400,
        openCents: 3_000 + seed * 400, paidOn: seed % 3 === 0 ? addDays("2026-10-01", seed) : null,
      }));
      const debtor: TrialDebtor = { kind: seed % 2 ? "consumer" : "legal-person", invoices };
      const leaped = simulateLadder(DUTCH_LADDER, debtor, rules);
      // Every single day: a trial of one day at a time that is given what came before.
      const steps = new Map(invoices.map(({ invoiceId }) => [invoiceId, [] as { stepId: string; takenOn: string; sentOn: string; payBy: string | null }[]]));
      const letters = new Map<string, { sentOn: string; channel: "letter" }>();
      const contacts: string[] = [];
      const gone = new Set<string>();
      const daily: string[] = [];
      for (let day = rules.from; day <= rules.until; day = addDays(day, 1)) {
        const today = simulateLadder(DUTCH_LADDER, {
          kind: debtor.kind, contacts,
          invoices: invoices.filter(({ invoiceId }) => !gone.has(invoiceId)).map((each) => ({ ...each, steps: steps.get(each.invoiceId), letter: letters.get(each.invoiceId) ?? null })),
        }, { from: day, until: day });
        for (const taken of today) {
          daily.push(`${taken.on} ${taken.invoiceId} ${taken.stepId}`);
          steps.get(taken.invoiceId)?.push({ stepId: taken.stepId, takenOn: day, sentOn: day, payBy: taken.payBy });
          if (taken.stepId === "fourteen-day-letter") letters.set(taken.invoiceId, { sentOn: day, channel: "letter" });
          if (taken.channel === "hand-over") gone.add(taken.invoiceId);
        }
        const spoke = new Set(today.filter(({ message }) => message !== null).map(({ message }) => message)).size;
        contacts.push(...Array<string>(spoke + (today.some(({ channel }) => channel === "call") ? 1 : 0)).fill(day));
      }
      expect(leaped.map(({ on, invoiceId, stepId }) => `${on} ${invoiceId} ${stepId}`).sort()).toEqual(daily.sort());
    }
  });
});
