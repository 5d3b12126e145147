import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser, type AddressObject, type Attachment, type ParsedMail } from "mailparser";
import type { Journal } from "../journal";

export interface Address {
  readonly name: string;
  readonly address: string;
}

export interface AttachmentMeta {
  /** Its place in the mail, from 0. */
  readonly n: number;
  readonly filename: string;
  readonly contentType: string;
  readonly size: number;
  /** A picture that the HTML shows, no file for the reader. */
  readonly inline: boolean;
}

/** What is known of a mail without opening it. Moments are ISO strings. */
export interface Mail {
  readonly id: string;
  readonly receivedAt: string;
  /** The Date header: the product's own day, which in a demo runs ahead of ours. */
  readonly date: string | null;
  readonly messageId: string;
  readonly from: Address;
  readonly replyTo: string;
  readonly to: readonly Address[];
  /** The addresses of the envelope: who really gets it. */
  readonly recipients: readonly string[];
  /** The recipients whose server sent it back. */
  readonly bounced: readonly string[];
  readonly subject: string;
  readonly size: number;
  readonly attachments: readonly AttachmentMeta[];
}

export interface MailQuery {
  /** An address, or a part of one. */
  readonly to?: string;
  /** Words in subject, sender or recipient. */
  readonly q?: string;
  /** An ISO moment or the id of a mail; only later ones are listed. */
  readonly since?: string;
  readonly limit?: number;
  readonly offset?: number;
}

// The list needs figures and names only; what it costs to make HTML of text is left for who opens the mail.
const LIGHT = { skipHtmlToText: true, skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true } as const;

/** The mails that arrived: an index in a journal, each mail as it came in its own file. */
export class Mailbox {
  #last = "";
  /** Where the product reads its mail: what its mails name as sender and for answers. */
  readonly #productAddresses = new Set<string>();

  private constructor(
    private readonly folder: string,
    private readonly index: Journal<Mail>,
    private readonly keep: number,
    private readonly now: () => Date,
  ) {
    for (const mail of index.all()) this.#remember(mail);
  }

  /** Opens the mailbox, and throws away files that a killed process left without a line in the index. */
  static async open(folder: string, index: Journal<Mail>, keep: number, now: () => Date): Promise<Mailbox> {
    await mkdir(folder, { recursive: true });
    const orphans = (await readdir(folder)).filter((name) => name.endsWith(".eml") && !index.get(name.slice(0, -4)));
    await Promise.all(orphans.map((name) => rm(join(folder, name), { force: true })));
    return new Mailbox(folder, index, keep, now);
  }

  /** Keeps a mail as it came in. */
  async receive(
    raw: Buffer,
    envelope: { from: string; recipients: readonly string[]; bounced: readonly string[] },
  ): Promise<Mail> {
    const parsed = await simpleParser(raw, LIGHT);
    const from = addresses(parsed.from)[0] ?? { name: "", address: envelope.from };
    const mail: Mail = {
      id: this.#newId(),
      receivedAt: this.now().toISOString(),
      date: parsed.date && !Number.isNaN(parsed.date.getTime()) ? parsed.date.toISOString() : null,
      messageId: parsed.messageId ?? "",
      from,
      replyTo: addresses(parsed.replyTo)[0]?.address ?? from.address,
      to: addresses(parsed.to),
      recipients: envelope.recipients,
      bounced: envelope.bounced,
      subject: parsed.subject ?? "",
      size: raw.length,
      attachments: parsed.attachments.map(attachmentMeta),
    };
    await writeFile(this.#file(mail.id), raw);
    this.#remember(mail);
    await this.index.put(mail);
    await this.#dropOldest();
    return mail;
  }

  /** Whether mail to this address is mail to the product: somebody answers it from a program of their own. */
  isOfProduct(address: string): boolean {
    const [local = "", domain = ""] = address.toLowerCase().split("@");
    return this.#productAddresses.has(`${local.split("+")[0]}@${domain}`);
  }

  #remember({ from, replyTo }: Mail): void {
    for (const address of [from.address, replyTo]) if (address) this.#productAddresses.add(address.toLowerCase());
  }

  get(id: string): Mail | undefined {
    return this.index.get(id);
  }

  get size(): number {
    return this.index.size;
  }

  /** The newest first, with the count of all that fit. */
  list(query: MailQuery = {}): { total: number; mails: Mail[] } {
    const fits = matcher(query);
    const found = this.index.all().filter(fits).reverse();
    const offset = query.offset ?? 0;
    return { total: found.length, mails: found.slice(offset, offset + (query.limit ?? 50)) };
  }

  /** The mail as it came in; undefined when it isn't there. */
  async raw(id: string): Promise<Buffer | undefined> {
    return this.index.get(id) ? readFile(this.#file(id)) : undefined;
  }

  /** The mail opened: headers, both bodies, attachments. Pictures inside the HTML are put in as data. */
  async open(id: string): Promise<ParsedMail | undefined> {
    const raw = await this.raw(id);
    return raw && simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true });
  }

  async attachment(id: string, n: number): Promise<Attachment | undefined> {
    return (await this.open(id))?.attachments[n];
  }

  async clear(): Promise<void> {
    await this.#drop(this.index.all());
  }

  /** Room is made in one go for a tenth more than we keep, so that not every mail pays for it. */
  async #dropOldest(): Promise<void> {
    if (this.index.size <= this.keep * 1.1) return;
    await this.#drop(this.index.all().slice(0, this.index.size - this.keep));
  }

  async #drop(mails: readonly Mail[]): Promise<void> {
    await this.index.remove(mails.map((mail) => mail.id));
    await Promise.all(mails.map((mail) => rm(this.#file(mail.id), { force: true })));
  }

  #file(id: string): string {
    return join(this.folder, `${id}.eml`);
  }

  /** Ids sort by time; two in one millisecond differ by a count. */
  #newId(): string {
    const stamp = `m_${this.now().getTime().toString(36).padStart(9, "0")}`;
    const count = this.#last.startsWith(stamp) ? parseInt(this.#last.slice(stamp.length), 36) + 1 : 0;
    this.#last = `${stamp}${count.toString(36).padStart(3, "0")}`;
    while (this.index.get(this.#last)) this.#last = `${stamp}${Math.random().toString(36).slice(2, 5)}`;
    return this.#last;
  }
}

function matcher({ to, q, since }: MailQuery): (mail: Mail) => boolean {
  const recipient = to?.trim().toLowerCase();
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return (mail) => {
    if (
      recipient &&
      !mail.recipients.some((one) => (recipient.includes("@") ? one === recipient : one.includes(recipient)))
    )
      return false;
    if (since && !(since.startsWith("m_") ? mail.id > since : mail.receivedAt > since)) return false;
    const text = `${mail.subject} ${mail.from.name} ${mail.from.address} ${mail.recipients.join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function addresses(value: AddressObject | AddressObject[] | undefined): Address[] {
  const objects = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return objects.flatMap((one) => one.value).map(({ name, address }) => ({ name, address: address ?? "" }));
}

function attachmentMeta(attachment: Attachment, n: number): AttachmentMeta {
  return {
    n,
    filename: attachment.filename ?? `bijlage-${n + 1}`,
    contentType: attachment.contentType,
    size: attachment.size,
    inline: attachment.related === true,
  };
}
