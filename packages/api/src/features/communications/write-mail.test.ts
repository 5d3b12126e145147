import fc from "fast-check";
import { simpleParser } from "mailparser";
import type { OutgoingMail } from "../../platform/outside";
import { quotedPrintable, writeMail } from "./write-mail";

const PDF = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7) % 256));
const MAIL: OutgoingMail = {
  from: { name: "Kievit, “Installatie” & Zn. ✓", address: "administratie@kievit.example" }, replyTo: "administratie@kievit.example", to: "klant@klant.example",
  subject: "Nog open: € 296,50 voor een reparatie die al een hele tijd geleden is gedaan, en waarvan wij nog niets hoorden",
  html: '<p>Beste mevrouw Çelik,</p>\n<p>.een punt vooraan</p>\n<img src="cid:qr@tegemoet">\n', text: "Beste mevrouw Çelik,\n\n.een punt vooraan\nFrom hier = daar \nlaatste\u00a0regel 😀",
  messageId: "0190-a.b@tegemoet.example", references: ["0190-x.b@tegemoet.example", "0190-y.b@tegemoet.example"],
  attachments: [
    { fileName: "factuur-één; van “twee”.pdf", mimeType: "application/pdf", bytes: PDF },
    { fileName: "qr.png", mimeType: "image/png", bytes: Buffer.from("picture"), cid: "qr@tegemoet" },
  ],
};

describe("a mail as it goes over the wire", () => {
  test("is read back as it was written: names, subject, both bodies, the picture beside the layout, the file", async () => {
    const read = await simpleParser(writeMail(MAIL), { skipImageLinks: true });
    expect(read.from?.value).toEqual([MAIL.from]);
    expect([read.subject, read.messageId, read.inReplyTo]).toEqual([MAIL.subject, `<${MAIL.messageId}>`, "<0190-y.b@tegemoet.example>"]);
    expect(read.references).toEqual(["<0190-x.b@tegemoet.example>", "<0190-y.b@tegemoet.example>"]);
    expect([read.text?.trim(), String(read.html).trim()]).toEqual([MAIL.text, MAIL.html.trim()]);
    expect(read.headers.get("auto-submitted")).toBe("auto-generated");
    expect(read.attachments.map(({ filename, contentType, contentDisposition, related, cid, content }) => ({ filename, contentType, contentDisposition, related, cid, content }))).toEqual([
      { filename: "qr.png", contentType: "image/png", contentDisposition: "inline", related: true, cid: "qr@tegemoet", content: Buffer.from("picture") },
      { filename: "factuur-één; van “twee”.pdf", contentType: "application/pdf", contentDisposition: "attachment", related: undefined, cid: undefined, content: PDF },
    ]);
  });

  test("is ASCII in lines of at most 76 characters that end in CRLF, whatever it says", () => {
    const lines = writeMail(MAIL).toString("latin1").split("\r\n");
    expect(lines.filter((line) => line.length > 76 || /[^\t\x20-\x7e]/.test(line))).toEqual([]);
  });

  test("names no earlier mail when there is none, and no name, file or subject starts a header of its own", async () => {
    const evil = "a\r\nBcc: x@y.example";
    const read = await simpleParser(writeMail({ ...MAIL, from: { ...MAIL.from, name: evil }, subject: evil, references: [], attachments: [{ ...(MAIL.attachments[0] as OutgoingMail["attachments"][number]), fileName: evil }] }));
    expect(read.headers.has("bcc")).toBe(false);
    expect(read.attachments).toHaveLength(1);
    expect(read.text?.trim()).toBe(MAIL.text);
  });

  test("300 texts of any letters, spaces and line ends come back from quoted-printable as they were", () => {
    const letter = fc.oneof(fc.constantFrom(" ", "\t", "\n", "\r\n", "=", ".", "é", "€", "😀", "a", "\r"), fc.string({ unit: "grapheme", maxLength: 40 }));
    fc.assert(fc.property(fc.array(letter, { maxLength: 120 }).map((letters) => letters.join("")), (words) => {
      const encoded = quotedPrintable(words);
      const lines = encoded.split("\r\n");
      const bytes = encoded.replaceAll("=\r\n", "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      expect(Buffer.from(bytes, "latin1").toString("utf8")).toBe(Buffer.from(words.replace(/\r?\n/g, "\r\n"), "utf8").toString("utf8"));
      expect(lines.filter((line) => line.length > 76 || /[ \t]$/.test(line) || /[^\t\x20-\x7e]/.test(line))).toEqual([]);
    }), { numRuns: 300 });
  });
});
