import type { SignedIn } from "../../lib/viewer";

type CountKey = keyof Omit<SignedIn["counts"], "__typename">;

/** The pages of the portal, in the groups of the sidebar. `key` names the text; `letter` comes after "g". */
export const PAGES = [
  [{ key: "today", to: "/", count: "today", letter: "v" }, { key: "calls", to: "/calls", count: "calls", letter: "b" }, { key: "tasks", to: "/tasks", count: null, letter: "a" }, { key: "post", to: "/post", count: "post", letter: "p" }],
  [
    { key: "cases", to: "/cases", count: "cases", letter: "d" }, { key: "debtors", to: "/debtors", count: null, letter: "e" },
    { key: "invoices", to: "/invoices", count: null, letter: "f" },
  ],
  [
    { key: "bank", to: "/bank", count: "bank", letter: "k" }, { key: "plans", to: "/plans", count: "plans", letter: "r" },
    { key: "disputes", to: "/disputes", count: "disputes", letter: "t" }, { key: "handOvers", to: "/hand-overs", count: "handOvers", letter: "o" },
    { key: "resting", to: "/resting", count: null, letter: "w" },
  ],
  [{ key: "insights", to: "/insights", count: null, letter: "z" }, { key: "settings", to: "/settings", count: null, letter: "i" }],
] as const satisfies readonly (readonly { key: string; to: string; count: CountKey | null; letter: string }[])[];

export const ALL_PAGES = PAGES.flat();
