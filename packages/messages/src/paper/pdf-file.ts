import { deflateSync } from "node:zlib";

/** Packing as hard as it can would make a letter 1 kB smaller, and take as long as drawing it. */
const QUICKLY = { level: 3 } as const;

/** Objects in one stream: its place within the stream is one byte of the table, and who wants one object unpacks them all. */
const PACKED_TOGETHER = 200;

/** The objects of a PDF 1.7: plain ones are packed together in object streams (ISO 32000-1, 7.5.7), streams stand on their own. */
export class PdfFile {
  private readonly plain = new Map<number, string>();
  private readonly streams = new Map<number, { head: string; data: Buffer }>();
  private count = 0;

  reserve(): number {
    return ++this.count;
  }

  set(number: number, body: string): void {
    this.plain.set(number, body);
  }

  add(body: string): number {
    const number = this.reserve();
    this.set(number, body);
    return number;
  }

  addStream(content: Buffer): number {
    return this.addPacked(deflateSync(content, QUICKLY));
  }

  /** A stream that was deflated before: what is the same in every document is packed once. */
  addPacked(data: Buffer, head = ""): number {
    const number = this.reserve();
    this.streams.set(number, { head, data });
    return number;
  }

  /** @returns The bytes of the whole file, in the order in which its objects were given. */
  toPdf(catalog: number, info: number): Buffer {
    const places = new Map<number, { readonly packed: number; readonly at: number }>();
    const order = [...this.plain.keys()];
    for (let from = 0; from < order.length; from += PACKED_TOGETHER) {
      const numbers = order.slice(from, from + PACKED_TOGETHER);
      const packed = this.reserve();
      this.streams.set(packed, this.packedTogether(numbers));
      numbers.forEach((number, at) => places.set(number, { packed, at }));
    }
    return this.withCrossReferences(places, catalog, info);
  }

  private packedTogether(numbers: readonly number[]): { head: string; data: Buffer } {
    const bodies = numbers.map((number) => this.plain.get(number) ?? "");
    let offset = 0;
    const index = numbers
      .map((number, at) => {
        const entry = `${number} ${offset}`;
        offset += (bodies[at] as string).length + 1;
        return entry;
      })
      .join(" ");
    const data = deflateSync(Buffer.from(`${index}\n${bodies.join("\n")}\n`, "latin1"), QUICKLY);
    return { head: `/Type/ObjStm/N ${numbers.length}/First ${index.length + 1}`, data };
  }

  private withCrossReferences(
    places: ReadonlyMap<number, { readonly packed: number; readonly at: number }>,
    catalog: number,
    info: number,
  ): Buffer {
    const table = this.reserve();
    const rows = Buffer.alloc((table + 1) * 6);
    const row = (number: number, type: number, place: number, extra: number): void => {
      rows[number * 6] = type;
      rows.writeUInt32BE(place, number * 6 + 1);
      rows[number * 6 + 5] = extra;
    };
    const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
    let offset = parts[0]?.length ?? 0;
    const write = (number: number, head: string, data: Buffer): void => {
      row(number, 1, offset, 0);
      const start = Buffer.from(
        `${number} 0 obj\n<<${head}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`,
        "latin1",
      );
      const end = Buffer.from("\nendstream\nendobj\n", "latin1");
      parts.push(start, data, end);
      offset += start.length + data.length + end.length;
    };
    for (const [number, { head, data }] of this.streams) write(number, head, data);
    for (const [number, { packed, at }] of places) row(number, 2, packed, at);
    const start = offset;
    row(table, 1, start, 0);
    write(
      table,
      `/Type/XRef/Size ${table + 1}/W [1 4 1]/Root ${ref(catalog)}/Info ${ref(info)}`,
      deflateSync(rows, QUICKLY),
    );
    return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`, "latin1")]);
  }
}

/** How one object names another. */
export function ref(number: number): string {
  return `${number} 0 R`;
}

/** A text of the document's own data, in UTF-16 so that any name can be told. */
export function unicode(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex")}>`;
}
