import { selfCheck, type SelfCheckFacts } from "./self-check";
import { isAnswerable, withAnswers } from "./self-check-answer";

const FACTS: SelfCheckFacts = {
  issuedOn: "2026-10-01", dueOn: "2026-10-15", total: 250_000_000, lineCents: null, deliveries: [{ channel: "mail", address: "a@b.example", sentOn: "2026-10-01" }],
  mailTo: "a@b.example", postalAddress: true, openCreditCents: 500, bankCoveredUntil: "2026-10-20",
};
const look = (more: Partial<SelfCheckFacts> = {}) => selfCheck({ ...FACTS, ...more }, "2026-10-21");
const failed = (results: readonly { check: string; ok: boolean }[]): string[] => results.filter(({ ok }) => !ok).map(({ check }) => check);

test("an amount of € 2.500.000 that a person looked at counts as right; the open credit of € 5 does not", () => {
  const seen = look();
  expect(failed(seen)).toEqual(["amount-plausible", "no-open-credits"]);
  const answered = withAnswers(seen, seen.filter((result) => !result.ok));
  expect(failed(answered)).toEqual(["no-open-credits"]);
  expect(answered.find(({ check }) => check === "amount-plausible")?.evidence).toMatchObject({ total: 250_000_000, answered: true });
});

test("an answer about one amount doesn't cover another", () => {
  const answers = look().filter(isAnswerable);
  expect(failed(withAnswers(look({ total: 260_000_000 }), answers))).toEqual(["amount-plausible", "no-open-credits"]);
});
