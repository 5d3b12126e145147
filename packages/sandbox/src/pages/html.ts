/** Text that is HTML already and goes onto the page as it is. Everything else is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** A page or a part of it: `html\`<b>${name}</b>\`` escapes the name; lists are joined, nothing stands for nothing. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(parts.map((part, index) => (index === 0 ? part : render(pieces[index - 1]) + part)).join(""));
}

function render(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(render).join("");
  return escapeHtml(String(piece));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Plain text with its web addresses as links, everything else escaped. Trailing punctuation stays outside the link. */
export function withLinks(text: string): Html {
  const pieces = text.split(/(https?:\/\/[^\s<>"']+)/);
  return new Html(
    pieces
      .map((piece, index) => {
        if (index % 2 === 0) return escapeHtml(piece);
        const [, address = piece, rest = ""] = /^(.*?)([).,;:!?\]]*)$/.exec(piece) ?? [];
        const safe = escapeHtml(address);
        return `<a href="${safe}" target="_blank" rel="noopener">${safe}</a>${escapeHtml(rest)}`;
      })
      .join(""),
  );
}
