import { bankColumns } from "./bank-columns";
import type { nl } from "../nl";
import type { SameKeys } from "../same-keys";
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

/** All English texts of the admin portal: the same keys as the Dutch, or this does not compile. */
export const en = { ...frame, ...lists, ...ladders, ...today, ...money, ...invoicesIn, ...bankColumns, ...people, ...post, ...room, ...settings, ...standing, ...steering, ...templates, refusals, refusalDetails, words } satisfies SameKeys<typeof nl>;
