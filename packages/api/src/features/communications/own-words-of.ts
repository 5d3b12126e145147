/** Lines after which a mail program quotes the mail that is answered, in Dutch and English. */
const QUOTE_BEGINS = [
  /^[ \t]*(op|on) .{6,120}(schreef|wrote|geschreven)[^\n]{0,120}:[ \t]*$/im,
  /^[ \t]*-{2,}[ \t]*(oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message)[ \t]*-{2,}[ \t]*$/im,
  /^[ \t]*_{10,}[ \t]*$/m,
  /^[ \t]*(van|from):[ \t].+\n[ \t]*(verzonden|sent|datum|date|aan|to):[ \t]/im,
  /^[ \t]*>.*$/m,
];

/**
 * What somebody wrote, without the mail that they answer below it. All of it when nothing would be left: then the answer stands between
 * the quoted lines.
 */
export function ownWordsOf(text: string): string {
  const cuts = QUOTE_BEGINS.map((begin) => begin.exec(text)?.index).filter((index) => index !== undefined);
  const own = text.slice(0, Math.min(text.length, ...cuts)).trim();
  return own === "" ? text.trim() : own;
}
