import type { Tone } from "../../graphql/graphql";
import type { FirstTexts } from "../texts";
import { errors } from "./errors";
import { frame } from "./frame";
import { overview } from "./overview";

/** The English texts of the first screen. English has one "you", so the tone changes nothing. */
export const firstTexts = (_tone: Tone): FirstTexts => ({ frame, errors, overview });
