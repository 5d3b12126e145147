import type { XmlElement } from "../xml/xml-element";

/** Number formats that every program knows as days (ECMA-376 §18.8.30). */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** The cell styles, by their index, that show a number as a day. */
export function dateStylesOf(styles: XmlElement | undefined): ReadonlySet<number> {
  const own = new Map((styles?.at("numFmts")?.all("numFmt") ?? []).map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? ""]));
  const dates = new Set<number>();
  for (const [index, { attributes }] of (styles?.at("cellXfs")?.all("xf") ?? []).entries()) {
    const format = Number(attributes.numFmtId ?? 0);
    const code = own.get(format);
    if (code === undefined ? BUILT_IN.has(format) : showsDay(code)) dates.add(index);
  }
  return dates;
}

/** Whether a format such as "dd-mm-yyyy" or "[$-413]d mmmm jjjj" shows a day; "#.##0,00" and "uu:mm" don't. */
function showsDay(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  return /[yj]/i.test(bare) || /d.*m|m.*d/i.test(bare);
}
