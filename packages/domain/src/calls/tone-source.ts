/**
 * A text that somebody is still writing, as its tone is measured: variables stand as one small word, tags and the marks of blocks are
 * blanked out, of "<factuur|facturen>" the first is read, and every block is a sentence of its own. As long as the source, so that a place in it is the same place there.
 *
 * @param source Liquid in the notation of the mails: "{{ total }}", "{% if call %}", "@button pay Betaal".
 */
export function proseOfSource(source: string): string {
  return source
    .replace(/\{%[\s\S]*?%\}/g, (tag) => tag.replace(/\S/g, " "))
    .replace(/\{\{[\s\S]*?\}\}/g, (variable) => "x".repeat(variable.length))
    .replace(/^(@[a-z]+(?: (?:pay|portal|terms|plan|example|agreement)(?= |$))?|#)/gm, (mark) => `.${" ".repeat(mark.length - 1)}`)
    .replace(/<([^<>|]*)\|([^<>|]*)>/g, (_, one: string, more: string) => ` ${one}${" ".repeat(more.length + 2)}`)
    .replace(/\*\*/g, "  ");
}
