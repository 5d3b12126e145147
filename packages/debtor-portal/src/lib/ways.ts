/** The ways on, in the one order they always have. */
export const WAYS = ["pay", "terms", "later", "paid", "disagree", "help", "contact"] as const;

export type Way = (typeof WAYS)[number];

/** The address of each way. Mails link to these words, so they never change. */
export const WAY_PATHS: Readonly<Record<Way, string>> = {
  pay: "/betalen", terms: "/termijnen", later: "/later", paid: "/al-betaald", disagree: "/niet-eens", help: "/hulp", contact: "/bel-mij",
};

/** The way that a link asks for, by its destination; paying is what a link asks for when it says nothing else. */
export function wayOf(destination: string): Way {
  return WAYS.find((way) => way === destination) ?? "pay";
}
