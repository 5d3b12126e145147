const NO_PROSE =
  /^https:|^[-=]{3,}$|^.{10,}\s{3,}\S|^ {2}|^(?:Bedrag|Rekening|Op naam van|Kenmerk|Amount|Account|Payee|Reference):/;

/**
 * The sentences of a written message, for who measures how it reads: greeting at the end, links, bank details and figures in columns are
 * blanked out. As long as the text, so that a place in it is the same place there.
 */
export function proseOf(text: string): string {
  const end = text.search(/\n(?:Met vriendelijke groet|Kind regards)/);
  return text
    .replace(/https?:\/\/\S+/g, (link) => `https:${" ".repeat(link.length - 6)}`)
    .split("\n")
    .reduce<{ at: number; lines: string[] }>(
      ({ at, lines }, line) => ({
        at: at + line.length + 1,
        lines: [...lines, (end >= 0 && at > end) || NO_PROSE.test(line) ? " ".repeat(line.length) : line],
      }),
      { at: 0, lines: [] },
    )
    .lines.join("\n")
    .replaceAll("https:", "      ");
}
