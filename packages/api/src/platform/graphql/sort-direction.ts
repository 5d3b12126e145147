import { registerEnumType } from "type-graphql";

export const SortDirectionEnum = { asc: "asc", desc: "desc" } as const;
registerEnumType(SortDirectionEnum, { name: "SortDirection" });
