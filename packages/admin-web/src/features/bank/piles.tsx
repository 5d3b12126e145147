import { useTranslation } from "react-i18next";
import type { BankQuery, MatchState } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import type { ShapeName } from "../../ui/shape";
import { Status } from "../../ui/status";

type Pile = BankQuery["bank"]["piles"][number];

/** The four piles; what was matched by itself and by hand lies on one, and what was taken back waits with the unknown. */
export const PILES = [
  { key: "matched", shape: "done", states: ["auto", "byHand"] }, { key: "proposed", shape: "half", states: ["proposed"] },
  { key: "unknown", shape: "caution", states: ["unknown", "undone"] }, { key: "ignored", shape: "ring", states: ["ignored"] },
] as const satisfies readonly { key: string; shape: ShapeName; states: readonly MatchState[] }[];

export type PileKey = (typeof PILES)[number]["key"];

/** The pile on which lines of a state lie. */
export function pileOf(state: string): (typeof PILES)[number] {
  return PILES.find(({ states }) => (states as readonly string[]).includes(state)) ?? PILES[1];
}

/** How many lines have one of these states, and what they amount to. */
export function sumOf(piles: readonly Pile[], states: readonly string[]): { count: number; cents: number } {
  const of = piles.filter((pile) => states.includes(pile.state));
  return { count: of.reduce((sum, { count }) => sum + count, 0), cents: of.reduce((sum, { cents }) => sum + cents, 0) };
}

/** The piles with what lies on each, and how much of all has found its place. */
export function Piles({ piles, state, choose }: { piles: readonly Pile[]; state: string; choose: (state: MatchState) => void }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const total = sumOf(piles, piles.map((pile) => pile.state)).count;
  const done = sumOf(piles, [...PILES[0].states, ...PILES[3].states]).count;
  return (
    <div className="pile-bar">
      <div className="piles" role="group" aria-label={t("bank.piles")}>
        {PILES.map(({ key, shape, states }) => {
          const { count, cents } = sumOf(piles, states);
          // The first of its states that holds something: a pile of undone lines alone would open empty.
          const first = states.find((one) => sumOf(piles, [one]).count > 0) ?? states[0];
          return (
            <button key={key} type="button" className="pile" aria-pressed={(states as readonly string[]).includes(state)} onClick={() => choose(first)}>
              <Status shape={shape} mood={key === "matched" ? "running" : "plain"}>{t(`bank.pile.${key}`)}</Status><b>{number(count)}</b><small>{money(cents)}</small>
            </button>
          );
        })}
      </div>
      {total > 0 && (
        <p className="pile-done">
          <span className="pile-track" aria-hidden="true"><i style={{ width: `${(done / total) * 100}%` }} /></span>
          {t("bank.doneOf", { done: number(done), total: number(total) })}
        </p>
      )}
    </div>
  );
}
