const NO_CHILDREN: readonly XmlElement[] = [];

/** One element with what stands in it. Names are local: prefixes and namespaces differ per program, the words don't. */
export class XmlElement {
  text = "";
  private own: XmlElement[] | undefined = undefined;

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
    readonly line: number,
  ) {}

  get children(): readonly XmlElement[] {
    return this.own ?? NO_CHILDREN;
  }

  append(child: XmlElement): void {
    // Most elements hold text only; a list for each of them would double what a large file costs.
    if (this.own) this.own.push(child);
    else this.own = [child];
  }

  /** The first element down this path of names. */
  at(...path: readonly string[]): XmlElement | undefined {
    let element: XmlElement | undefined = this;
    for (const name of path) element = element?.first(name);
    return element;
  }

  /** All children of this name. */
  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The text down this path, trimmed; undefined when it isn't there or is blank. */
  value(...path: readonly string[]): string | undefined {
    return this.at(...path)?.text.trim() || undefined;
  }

  private first(name: string): XmlElement | undefined {
    if (this.own) for (const child of this.own) if (child.name === name) return child;
    return undefined;
  }
}
