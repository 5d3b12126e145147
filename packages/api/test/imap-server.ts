import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

interface Kept {
  readonly uid: number;
  readonly raw: Buffer;
  readonly flags: Set<string>;
}

/** A mailbox that speaks as much IMAP4rev1 (RFC 3501) as a reader of mails needs: sign in, select, search, fetch, flags. */
export class ImapServer {
  readonly mails: Kept[] = [];
  password = "geheim";
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  async start(): Promise<string> {
    this.server = createServer((socket) => this.talk(socket));
    await new Promise<void>((resolve) => this.server?.listen(0, "127.0.0.1", resolve));
    return `imap://post:${this.password}@127.0.0.1:${(this.server.address() as AddressInfo).port}/INBOX`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server?.close(() => resolve()));
  }

  put(raw: string): Kept {
    const mail = { uid: this.mails.length + 1, raw: Buffer.from(raw.replace(/\r?\n/g, "\r\n")), flags: new Set<string>() };
    this.mails.push(mail);
    return mail;
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on("error", () => undefined);
    socket.write("* OK [CAPABILITY IMAP4rev1] ready\r\n");
    let rest = "";
    socket.on("data", (chunk) => {
      rest += chunk.toString("latin1");
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const [tag = "", ...words] = line.split(" ");
        for (const part of this.answer(tag, words.join(" "))) socket.write(part);
        if (/^logout/i.test(words.join(" "))) socket.end();
      }
    });
  }

  private answer(tag: string, command: string): (string | Buffer)[] {
    const ok = `${tag} OK done\r\n`;
    if (/^capability/i.test(command)) return ["* CAPABILITY IMAP4rev1\r\n", ok];
    if (/^login/i.test(command)) return command.includes(this.password) ? [ok] : [`${tag} NO [AUTHENTICATIONFAILED] wrong\r\n`];
    if (/^(list|lsub)/i.test(command)) return [`* LIST (\\HasNoChildren) "/" "INBOX"\r\n`, ok];
    if (/^select/i.test(command)) return [`* ${this.mails.length} EXISTS\r\n* FLAGS (\\Seen \\Flagged)\r\n* OK [PERMANENTFLAGS (\\Seen \\Flagged)] ok\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT ${this.mails.length + 1}] ok\r\n`, `${tag} OK [READ-WRITE] done\r\n`];
    if (/^uid search/i.test(command)) return [`* SEARCH ${this.mails.filter(({ flags }) => flags.size === 0).map(({ uid }) => uid).join(" ")}\r\n`, ok];
    const [, uid = "0"] = /^uid (?:fetch|store) (\d+)/i.exec(command) ?? [];
    const mail = this.mails.find((one) => one.uid === Number(uid));
    if (/^uid fetch/i.test(command) && mail) return [...this.fetched(mail, /body/i.test(command)), ok];
    if (/^uid store/i.test(command) && mail) {
      for (const [flag] of command.matchAll(/\\\w+/g)) mail.flags.add(flag);
      return [`* ${mail.uid} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(" ")}))\r\n`, ok];
    }
    if (/^logout/i.test(command)) return ["* BYE\r\n", ok];
    return /^(noop|close|unselect|id|namespace)/i.test(command) ? [ok] : [`${tag} BAD unknown\r\n`];
  }

  private fetched({ uid, raw }: Kept, body: boolean): (string | Buffer)[] {
    const facts = `UID ${uid} RFC822.SIZE ${raw.length} INTERNALDATE "09-Nov-2026 10:00:00 +0100"`;
    return body ? [`* ${uid} FETCH (${facts} BODY[] {${raw.length}}\r\n`, raw, ")\r\n"] : [`* ${uid} FETCH (${facts})\r\n`];
  }
}
