import { DUTCH_LADDER } from "./ladder";
import { bundleMessages, type InvoiceDue } from "./message-bundle";

function due(invoiceId: string, stepId: string, more: Partial<InvoiceDue> = {}): InvoiceDue {
  const stepIndex = DUTCH_LADDER.steps.findIndex(({ id }) => id === stepId);
  return {
    invoiceId, debtorId: "hendriks", dueOn: "2026-10-05", outstanding: 10_000, step: DUTCH_LADDER.steps[stepIndex]!,
    stepIndex, messageNumber: stepIndex, ...more,
  };
}

describe("one message for a debtor", () => {
  test("three due invoices make one mail of € 350,00 with the number of the furthest, the oldest first", () => {
    const { messages, held } = bundleMessages([
      due("b", "reminder-1", { outstanding: 16_400, dueOn: "2026-10-15" }), due(
        "a", "reminder-2", { outstanding: 13_600 },
      ),
      due("c", "reminder-1", { outstanding: 5_000, dueOn: "2026-10-16" }),
    ]);
    expect(held).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject(
      { debtorId: "hendriks", step: { id: "reminder-2" }, messageNumber: 3, totalCents: 35_000 },
    );
    expect(messages[0]?.invoices.map(({ invoiceId, step }) => `${invoiceId} ${step.id}`)).toEqual(
      ["a reminder-2", "b reminder-1", "c reminder-1"],
    );
  });

  test("two debtors get a message each", () => {
    expect(
      bundleMessages([due("a", "reminder-1"), due("b", "reminder-1", { debtorId: "kuipers" })]).messages,
    ).toHaveLength(2);
  });

  test("a fourteen-day letter names only the claims whose term it starts; the lighter one waits", () => {
    const { messages, held } = bundleMessages(
      [due("a", "fourteen-day-letter"), due("b", "reminder-1"), due("c", "fourteen-day-letter")],
    );
    expect(messages[0]?.invoices.map(({ invoiceId }) => invoiceId)).toEqual(["a", "c"]);
    expect(held.map(({ invoiceId }) => invoiceId)).toEqual(["b"]);
  });

  test("a note before due doesn't go in one mail with what is late", () => {
    const { messages, held } = bundleMessages(
      [due("a", "note-before-due", { dueOn: "2026-11-12" }), due("b", "reminder-1")],
    );
    expect(messages[0]?.step.id).toBe("reminder-1");
    expect(held.map(({ invoiceId }) => invoiceId)).toEqual(["a"]);
  });

  test("calls aren't messages", () => {
    expect(bundleMessages([due("a", "call")])).toEqual({ messages: [], held: [] });
  });
});
