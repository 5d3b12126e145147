import { fontFace, glyphsOf, printable, writeFont, type FontFile } from "./embedded-fonts";
import { ref, type PdfFile } from "./pdf-file";
import type { Run, Word } from "./sheet";
import { TaggedSheet } from "./tagged-sheet";

/** Each weight in Latin letters, and in the rest of Europe's. */
type FontName = "F1" | "F2" | "F3" | "F4";
const FONTS = { regular: { latin: "F1", extended: "F3" }, bold: { latin: "F2", extended: "F4" } } as const;

/** Words recur from letter to letter; what was laid out and measured once, at 1 point, holds for all. */
const MAX_WORDS = 20_000;
const words = new Map<string, Word>();

/** A sheet that carries its own font: for letters, and for names that Windows-1252 can't write. Some 25 kB. */
export class EmbeddedSheet extends TaggedSheet {
  private readonly used = new Set<FontName>();

  protected word(text: string, bold: boolean): Word {
    const key = bold ? `b${text}` : `r${text}`;
    let word = words.get(key);
    if (!word) {
      word = layOut(text, bold);
      if (words.size >= MAX_WORDS) words.clear();
      words.set(key, word);
    }
    return word;
  }

  protected shown(runs: readonly Run[], size: number): string {
    const pieces = runs.map(({ font, text }) => {
      this.used.add(font as FontName);
      // What one word ends and the next begins with is one text.
      return `/${font} ${size} Tf [${text.replaceAll("><", "")}] TJ`;
    });
    const last = runs.at(-1);
    const { glyph } = fontFile("F1").space;
    if (!last?.text.endsWith(`${glyph}>`)) {
      const font = last?.font === "F2" ? "F2" : "F1";
      this.used.add(font);
      pieces.push(`/${font} ${size} Tf <${glyph}> Tj`);
    }
    return pieces.join(" ");
  }

  protected fonts(file: PdfFile): string {
    return [...this.used].sort().map((name) => `/${name} ${ref(writeFont(file, fontFile(name)))}`).join("");
  }
}

function fontFile(name: FontName): FontFile {
  return fontFace(name === "F1" || name === "F3" ? 400 : 700)[name === "F1" || name === "F2" ? "latin" : "extended"];
}

/** A word in the fonts that have its letters. */
function layOut(text: string, bold: boolean): Word {
  const bare = text.replace(/ +$/, "");
  const names = bold ? FONTS.bold : FONTS.regular;
  const latin = fontFile(names.latin);
  const runs: { font: FontName; text: string }[] = [];
  for (const character of printable(bare)) {
    const font = character === "\u00a0" || latin.has(character) ? names.latin : names.extended;
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  let visible = 0;
  const laidOut = runs.map(({ font, text: own }): Run => {
    const glyphs = glyphsOf(fontFile(font), own);
    visible += glyphs.width;
    return { font, text: glyphs.shown };
  });
  if (bare === text) return { runs: laidOut, width: visible, visible };
  const { space } = latin;
  const spaces = text.length - bare.length;
  return { runs: [...laidOut, { font: names.latin, text: `<${space.glyph.repeat(spaces)}>` }], width: visible + spaces * space.width, visible };
}
