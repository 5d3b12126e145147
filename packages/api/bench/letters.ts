import { renderLetter, SAMPLE_BRAND, sampleFacts, type LetterOrder } from "@tegemoet/messages";

const MOST_MS_EACH = 15;
const WARM_UP = 20;

/** Letters with a code for the debtor's own page and one for the bank app, as many different ones as there are. */
export default async function letters({ size = 1_000 }: { size?: number }): Promise<object> {
  for (let n = 0; n < WARM_UP; n += 1) renderLetter(orderOf(n));
  const start = performance.now();
  let bytes = 0;
  for (let n = 0; n < size; n += 1) bytes += renderLetter(orderOf(WARM_UP + n)).length;
  const each = (performance.now() - start) / size;
  console.log(`${size} letters: ${each.toFixed(2)} ms and ${Math.round(bytes / size / 1000)} kB each`);
  return { bench: "letters", value: Math.round(each * 100) / 100, unit: "ms", limit: MOST_MS_EACH, ratio: null, target: null, pass: each <= MOST_MS_EACH };
}

/** Each to somebody else, about another amount, with a link of its own. */
function orderOf(n: number): LetterOrder {
  const facts = sampleFacts("fourteen-day-letter");
  const [invoice] = facts.invoices;
  if (!invoice) throw new Error("the sample has no invoice");
  const openCents = 10_000 + ((n * 7_919) % 90_000);
  return {
    kind: "reminder-2", language: n % 10 === 0 ? "en" : "nl", tone: "u", brand: SAMPLE_BRAND,
    facts: {
      ...sampleFacts("reminder-2"), debtor: { ...facts.debtor, name: `Mevrouw Klant ${n}`, address: `Dorpsstraat ${n}` },
      invoices: [{ ...invoice, number: `F2026-${String(n).padStart(7, "0")}`, openCents, totalCents: openCents }], totalCents: openCents,
      portalUrl: `https://betalen.example/portal/l/${String(n).padStart(64, "A")}`,
    },
  };
}
