import { bank } from "../en/bank";
import { bankColumns } from "../en/bank-columns";
import { bulk } from "../en/bulk";
import { figures } from "../en/figures";
import { invoicesIn } from "../en/invoices-in";
import { ladders } from "../en/ladders";
import { people } from "../en/people";
import { post } from "../en/post";
import { room } from "../en/room";
import { settings } from "../en/settings";
import { standing } from "../en/standing";
import { steering } from "../en/steering";
import { templates } from "../en/templates";
import type { SameKeys } from "../same-keys";
import type { nlPages } from "./nl";

export const enPages: SameKeys<typeof nlPages> = { ...bank, ...bankColumns, ...bulk, ...figures, ...invoicesIn, ...ladders, ...people, ...post, ...room, ...settings, ...standing, ...steering, ...templates };
