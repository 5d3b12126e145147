import { ref, type PdfFile } from "./pdf-file";
import type { Run, Word } from "./sheet";
import { standardWidth, toWindows1252 } from "./standard-fonts";
import { TaggedSheet } from "./tagged-sheet";

const FONTS = { F1: "Helvetica", F2: "Helvetica-Bold" } as const;

/** A sheet in Helvetica, which every reader of PDF has: some 3 kB, for documents such as invoices. */
export class StandardSheet extends TaggedSheet {
  protected word(text: string, bold: boolean): Word {
    const font = bold ? "F2" : "F1";
    const encoded = toWindows1252(text);
    const width = standardWidth(encoded, FONTS[font]);
    const bare = encoded.trimEnd();
    return { runs: [{ font, text: encoded }], width, visible: bare === encoded ? width : standardWidth(bare, FONTS[font]) };
  }

  protected shown(runs: readonly Run[], size: number): string {
    const last = runs.length - 1;
    return runs
      .map(({ font, text }, nth) => {
        const ended = nth === last && !text.endsWith(" ") ? `${text} ` : text;
        return `/${font} ${size} Tf (${ended.replace(/[\\()]/g, "\\$&")}) Tj`;
      })
      .join(" ");
  }

  protected fonts(file: PdfFile): string {
    return Object.entries(FONTS)
      .map(([name, base]) => `/${name} ${ref(file.add(`<</Type/Font/Subtype/Type1/BaseFont/${base}/Encoding/WinAnsiEncoding>>`))}`)
      .join("");
  }
}
