import type { Tone } from "../../../graphql/graphql";
import { voice } from "../../nl/voice";
import { done } from "./done";
import { forms } from "./forms";
import { payments } from "./payments";
import { plans } from "./plans";
import { standing } from "./standing";

/** The Dutch texts of the pages behind the first screen. */
export function pageTexts(tone: Tone) {
  const speak = voice(tone);
  return { payments: payments(speak), plans: plans(speak), forms: forms(speak), done: done(speak), standing: standing(speak) };
}
