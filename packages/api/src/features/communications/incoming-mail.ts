/** A mail that came in, as far as we look at it: words, whom it answers, and what a machine says in it. */
export interface IncomingMail {
  /** Its own Message-ID without angle brackets, else a hash of the mail: told twice it is one mail. */
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Whom it was sent to: To, Cc and the envelope, in lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  /** Plain text; of a mail with HTML alone, its words. */
  readonly text: string;
  /** When it was written, if it says so. */
  readonly writtenAt: Date | null;
  /** The mails that it answers, the nearest first, without angle brackets. */
  readonly references: readonly string[];
  /** A machine sent it: an out-of-office, a list, a robot (RFC 3834). */
  readonly automatic: boolean;
  readonly report: DeliveryReport | null;
  readonly attachments: readonly IncomingFile[];
  /** Files that we didn't keep: too many, too large, or of a kind that nobody can look at safely. */
  readonly dropped: number;
}

export interface IncomingFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

/** What a mail server says about a mail of ours (RFC 3464). */
export interface DeliveryReport {
  /** hard: that mailbox will never take it. soft: not now, or full; it didn't arrive. delayed: they keep trying. delivered: it is there. */
  readonly outcome: "hard" | "soft" | "delayed" | "delivered";
  readonly recipient: string | null;
  /** In the words of the other side: "550 5.1.1 The mailbox does not exist". */
  readonly detail: string | null;
}
