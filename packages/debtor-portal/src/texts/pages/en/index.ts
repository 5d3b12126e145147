import type { Tone } from "../../../graphql/graphql";
import type { PageTexts } from "../../texts";
import { done } from "./done";
import { forms } from "./forms";
import { payments } from "./payments";
import { plans } from "./plans";
import { standing } from "./standing";

/** The English texts of the pages behind the first screen. */
export const pageTexts = (_tone: Tone): PageTexts => ({ payments, plans, forms, done, standing });
