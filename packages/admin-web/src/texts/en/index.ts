import { frame } from "./frame";
import { holding } from "./holding";
import { lists } from "./lists";
import { money } from "./money";
import { refusalDetails, refusals } from "./refusals";
import { sending } from "./sending";
import { today } from "./today";
import { words } from "./words";
import type { nl } from "../nl";
import type { SameKeys } from "../same-keys";

/** All English texts of the admin portal: the same keys as the Dutch, or this does not compile. */
export const en = { ...frame, ...lists, ...today, ...money, ...holding, ...sending, refusals, refusalDetails, words } satisfies SameKeys<typeof nl>;
