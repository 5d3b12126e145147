import { bankColumns } from "../en/bank-columns";
import { bulk } from "../en/bulk";
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

export const enPages: SameKeys<typeof nlPages> = { ...bankColumns, ...bulk, ...ladders, ...people, ...post, ...room, ...settings, ...standing, ...steering, ...templates };
