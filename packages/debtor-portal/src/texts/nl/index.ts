import type { Tone } from "../../graphql/graphql";
import { done } from "./done";
import { errors } from "./errors";
import { forms } from "./forms";
import { frame } from "./frame";
import { overview } from "./overview";
import { payments } from "./payments";
import { plans } from "./plans";
import { voice } from "./voice";

/** Every Dutch text of the portal, in the voice of the organisation. */
export function texts(tone: Tone) {
  const speak = voice(tone);
  return {
    frame: frame(speak), errors: errors(speak), overview: overview(speak), payments: payments(speak), plans: plans(speak),
    forms: forms(speak), done: done(speak),
  };
}
