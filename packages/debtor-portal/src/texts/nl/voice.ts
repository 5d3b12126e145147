import type { Tone } from "../../graphql/graphql";

/** How we address somebody in Dutch: "u" or "je", never mixed. One sentence serves both. */
export interface Voice {
  readonly u: string;
  readonly U: string;
  readonly uw: string;
  readonly Uw: string;
  /** With stress, after a preposition: "bij u", "bij jou". */
  readonly jou: string;
  readonly uHeeft: string;
  readonly UHeeft: string;
  /** The question form of a verb, from its stem: `vraag("betaal")` is "betaalt u" or "betaal je". */
  readonly vraag: (stem: string) => string;
  readonly Vraag: (stem: string) => string;
}

/** Verbs whose "u" form isn't stem and t. */
const FORMAL: Readonly<Record<string, string>> = { kun: "kunt", wil: "wilt", ga: "gaat", weet: "weet", heb: "heeft", ben: "bent" };

export function voice(tone: Tone): Voice {
  const formal = tone === "u";
  const vraag = (stem: string) => (formal ? `${FORMAL[stem] ?? `${stem}t`} u` : `${stem} je`);
  return {
    u: formal ? "u" : "je",
    U: formal ? "U" : "Je",
    uw: formal ? "uw" : "je",
    Uw: formal ? "Uw" : "Je",
    jou: formal ? "u" : "jou",
    uHeeft: formal ? "u heeft" : "je hebt",
    UHeeft: formal ? "U heeft" : "Je hebt",
    vraag,
    Vraag: (stem) => {
      const text = vraag(stem);
      return text.charAt(0).toUpperCase() + text.slice(1);
    },
  };
}
