import { Refusal } from "@tegemoet/domain";

/** Rows in one page: at most a hundred (T-41). */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 50;
  if (!Number.isInteger(size) || size < 1 || size > 100) throw new Refusal("INPUT_INVALID", { fields: ["first: between 1 and 100"] });
  return size;
}

/** How many rows come before the page that a cursor opens. */
export function offsetOf(after: string | null | undefined): number {
  if (!after) return 0;
  const match = /^o(\d{1,7})$/.exec(after);
  if (!match) throw new Refusal("INPUT_INVALID", { fields: ["after: a cursor that this list gave"] });
  return Number(match[1]);
}

/** The cursor of the next page, null on the last. */
export function cursorOf(offset: number, limit: number, totalCount: number): string | null {
  return offset + limit < totalCount ? `o${offset + limit}` : null;
}
