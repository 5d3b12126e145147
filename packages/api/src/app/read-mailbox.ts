import { ImapMailbox } from "../features/communications/imap-mailbox";
import { readMail } from "../features/communications/read-mail";
import type { Product } from "./product";
import { takeIncoming } from "./take-incoming";
import { takeTurns } from "./take-turns";

const EVERY_MS = 30_000;

/** Takes in what arrived in the mailbox since the last turn. @returns How many mails were somebody's here. */
export function readMailbox(product: Pick<Product, "source" | "clock" | "config">, mailbox: ImapMailbox): Promise<number> {
  return mailbox.readNew(async (raw, at) => {
    const now = product.clock.now();
    return (await takeIncoming(product, await readMail(raw), at < now ? at : now)) !== undefined;
  });
}

/** Looks into the mailbox every half minute, when there is one. A mailbox that doesn't answer is tried again, and its fault is told once. */
export function startMailbox(product: Product): { stop(): Promise<void> } {
  const { IMAP_URL } = product.config;
  if (!IMAP_URL) return { stop: async () => undefined };
  const mailbox = new ImapMailbox(IMAP_URL);
  let silent = false;
  return takeTurns(EVERY_MS, async () => {
    try {
      await readMailbox(product, mailbox);
      silent = false;
    } catch (error) {
      if (!silent) product.logger.error({ err: error }, "the mailbox can't be read; it is tried again every half minute");
      silent = true;
    }
  });
}
