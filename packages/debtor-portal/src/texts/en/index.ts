import type { Tone } from "../../graphql/graphql";
import type { Texts } from "../texts";
import { done } from "./done";
import { errors } from "./errors";
import { forms } from "./forms";
import { frame } from "./frame";
import { overview } from "./overview";
import { payments } from "./payments";
import { plans } from "./plans";

/** Every English text of the portal. English has one "you", so the tone changes nothing. */
export const texts = (_tone: Tone): Texts => ({ frame, errors, overview, payments, plans, forms, done });
