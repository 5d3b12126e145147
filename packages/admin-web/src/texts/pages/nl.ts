import { bank } from "../nl/bank";
import { bankColumns } from "../nl/bank-columns";
import { bulk } from "../nl/bulk";
import { figures } from "../nl/figures";
import { invoicesIn } from "../nl/invoices-in";
import { ladders } from "../nl/ladders";
import { people } from "../nl/people";
import { post } from "../nl/post";
import { room } from "../nl/room";
import { settings } from "../nl/settings";
import { standing } from "../nl/standing";
import { steering } from "../nl/steering";
import { templates } from "../nl/templates";

/** The Dutch texts that no first page needs: fetched with the first other page that is opened. */
export const nlPages = { ...bank, ...bankColumns, ...bulk, ...figures, ...invoicesIn, ...ladders, ...people, ...post, ...room, ...settings, ...standing, ...steering, ...templates } as const;
