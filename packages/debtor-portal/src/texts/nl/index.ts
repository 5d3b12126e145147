import type { Tone } from "../../graphql/graphql";
import { errors } from "./errors";
import { frame } from "./frame";
import { overview } from "./overview";
import { voice } from "./voice";

/** The Dutch texts of the first screen, in the voice of the organisation. */
export function firstTexts(tone: Tone) {
  const speak = voice(tone);
  return { frame: frame(speak), errors: errors(speak), overview: overview(speak) };
}
