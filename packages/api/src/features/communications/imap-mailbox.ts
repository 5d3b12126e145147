import type { ImapFlow } from "imapflow";

/** Mails looked at in one turn; the rest comes in the next. */
const MOST_AT_ONCE = 50;
const MOST_BYTES = 25_000_000;

/** A mailbox that replies and bounces arrive in. */
export class ImapMailbox {
  private readonly options: { host: string; port: number; secure: boolean; user: string; password: string; folder: string };

  /** @param url imaps://user:password@host:993/INBOX */
  constructor(url: string) {
    const address = new URL(url);
    const secure = address.protocol === "imaps:";
    this.options = {
      host: address.hostname, port: Number(address.port || (secure ? 993 : 143)), secure, user: decodeURIComponent(address.username), password: decodeURIComponent(address.password),
      folder: decodeURIComponent(address.pathname.slice(1)) || "INBOX",
    };
  }

  /**
   * Gives what came in since the last turn, the oldest first. A mail that was taken is marked as read; one that is nobody's here, or too
   * large, gets a flag for whoever looks into the mailbox. One that fails stays as it is, and comes again in the next turn: nothing is lost,
   * and a mail that comes twice is one.
   *
   * @param take Tells whether the mail is anybody's here.
   * @returns How many were taken.
   */
  async readNew(take: (raw: Buffer, at: Date) => Promise<boolean>): Promise<number> {
    const { host, port, secure, user, password, folder } = this.options;
    // Loaded when there is a mailbox to read: most houses have none, and every start would pay for it.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const imap = require("imapflow") as typeof import("imapflow");
    const client = new imap.ImapFlow({ host, port, secure, auth: { user, pass: password }, logger: false, disableAutoIdle: true, greetingTimeout: 10_000, socketTimeout: 60_000 });
    // A connection that breaks is told by the call that waits for it.
    client.on("error", () => undefined);
    await client.connect();
    try {
      const lock = await client.getMailboxLock(folder);
      try {
        return await takeAll(client, take);
      } finally {
        lock.release();
      }
    } finally {
      await client.logout().catch(() => client.close());
    }
  }
}

async function takeAll(client: ImapFlow, take: (raw: Buffer, at: Date) => Promise<boolean>): Promise<number> {
  const found = await client.search({ seen: false, flagged: false }, { uid: true });
  let taken = 0;
  const faults: unknown[] = [];
  for (const uid of (found || []).slice(0, MOST_AT_ONCE)) {
    // One mail that fails holds up no other.
    await takeOne(client, uid, take).then((ours) => (taken += ours ? 1 : 0), (fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) throw faults[0];
  return taken;
}

async function takeOne(client: ImapFlow, uid: number, take: (raw: Buffer, at: Date) => Promise<boolean>): Promise<boolean> {
  const size = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true });
  if (!size) return false;
  const mail = (size.size ?? 0) > MOST_BYTES ? undefined : await client.fetchOne(String(uid), { source: true }, { uid: true });
  const ours = mail && mail.source ? await take(mail.source, new Date(size.internalDate ?? 0)) : false;
  await client.messageFlagsAdd(String(uid), [ours ? "\\Seen" : "\\Flagged"], { uid: true });
  return ours;
}
