// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text as it may stand in XML, in an element or an attribute. Characters that XML can't hold are left out. */
export function escaped(text: string): string {
  return text.replace(NOT_XML, "").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** An element with text; nothing when there is no text, so that optional elements write themselves. */
export function textElement(name: string, text: string | undefined, attributes = ""): string {
  return text === undefined || text === "" ? "" : `<${name}${attributes}>${escaped(text)}</${name}>`;
}

/** An element with elements in it; nothing when there are none. */
export function element(name: string, ...children: readonly string[]): string {
  const content = children.join("");
  return content === "" ? "" : `<${name}>${content}</${name}>`;
}
