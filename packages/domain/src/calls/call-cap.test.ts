import { DEFAULT_CONTACT_RULES } from "../escalations/contact-cap";
import { callWaitsUntil } from "./call-cap";

// Friday 20 November 2026.
const TODAY = "2026-11-20";
const FOUR_IN_A_MONTH = ["2026-10-25", "2026-11-02", "2026-11-09", "2026-11-16"];

describe("a call and the cap of one contact a day, four in thirty days", () => {
  test.each([
    { task: { reason: "step" }, contacts: [], until: null, why: "nobody spoke to them" },
    { task: { reason: "step" }, contacts: [TODAY], until: "2026-11-23", why: "a mail went out today, and the next day is a Saturday" },
    { task: { reason: "promise-broken" }, contacts: FOUR_IN_A_MONTH, until: "2026-11-24", why: "four in thirty days, of which the first is thirty days ago on the 24th" },
    { task: { reason: "step" }, contacts: FOUR_IN_A_MONTH.slice(1), until: null, why: "three leave room for one" },
    { task: { reason: "call-me-back" }, contacts: [TODAY, ...FOUR_IN_A_MONTH], until: null, why: "the debtor asked to be called" },
    { task: { reason: "by-hand", note: "belofte om te bellen" }, contacts: [TODAY], until: null, why: "a person chose it and said why" },
    { task: { reason: "by-hand", note: null }, contacts: [TODAY], until: "2026-11-23", why: "a person chose it and didn't say why" },
  ])("$task.reason waits until $until: $why", ({ task, contacts, until }) => {
    expect(callWaitsUntil(task, contacts, TODAY, DEFAULT_CONTACT_RULES)).toBe(until);
  });
});
