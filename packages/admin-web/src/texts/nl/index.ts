import { frame } from "./frame";
import { holding } from "./holding";
import { lists } from "./lists";
import { money } from "./money";
import { refusalDetails, refusals } from "./refusals";
import { sending } from "./sending";
import { today } from "./today";
import { words } from "./words";

/** The Dutch texts of the admin portal that its first pages need; those of the others come with them. Formal "u", B1, kind. The English ones have the same keys, or the build fails. */
export const nl = { ...frame, ...lists, ...today, ...money, ...holding, ...sending, refusals, refusalDetails, words } as const;
