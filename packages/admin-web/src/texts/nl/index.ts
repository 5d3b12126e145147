import { bankColumns } from "./bank-columns";
import { frame } from "./frame";
import { invoicesIn } from "./invoices-in";
import { ladders } from "./ladders";
import { lists } from "./lists";
import { money } from "./money";
import { people } from "./people";
import { post } from "./post";
import { refusalDetails, refusals } from "./refusals";
import { room } from "./room";
import { settings } from "./settings";
import { standing } from "./standing";
import { steering } from "./steering";
import { templates } from "./templates";
import { today } from "./today";
import { words } from "./words";

/** All Dutch texts of the admin portal. Formal "u", B1, kind. The English ones have the same keys, or the build fails. */
export const nl = { ...frame, ...lists, ...ladders, ...today, ...money, ...invoicesIn, ...bankColumns, ...people, ...post, ...room, ...settings, ...standing, ...steering, ...templates, refusals, refusalDetails, words } as const;
