import { CORPUS_SIZE, corpus, scoreMatching } from "./matching/score-matching";

const LEAST_PRECISION = 0.999;
const LEAST_RECALL = 0.9;

/** How often a payment that is booked by itself is booked rightly, and how many of those that could be are. */
export default function matching({ size = CORPUS_SIZE }: { size?: number }): object[] {
  const { payments, bookable, automatic, right, precision, recall, wrong } = scoreMatching(undefined, corpus(size));
  console.log(`${payments} payments: ${bookable} can be booked from the line alone, ${automatic} were, ${right} of them rightly`);
  for (const line of wrong) console.log(line);
  const percents = (part: number): number => Math.round(part * 10_000) / 100;
  const row = (what: string, part: number, least: number): object => ({
    bench: `matching ${what}`, value: percents(part), unit: "%", limit: percents(least), ratio: null, target: null, pass: part >= least,
  });
  return [row("precision", precision, LEAST_PRECISION), row("recall", recall, LEAST_RECALL)];
}
