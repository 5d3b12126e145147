import { randomUUID } from "node:crypto";
import type { World } from "../world";
import { bounceReport, type BounceCause } from "./bounce-report";
import type { Mail } from "./mailbox";
import { base64Lines, headerText, mailDate, newMessageId } from "./mime";
import type { KeptNotice } from "./notices";

/** How a mail is answered: by a person, by the machine of somebody who is away, or by a server that sends it back. */
export const ANSWERS = ["reply", "away", "gone", "full"] as const;
export type AnswerKind = (typeof ANSWERS)[number];

export interface Answer {
  readonly text: string;
  /** Who writes; the recipient unless told. */
  readonly from?: string;
  readonly kind?: AnswerKind;
  /** A mail of its own instead of an answer: it names no mail of the product's. */
  readonly loose?: boolean;
  readonly file?: { readonly name: string; readonly type: string; readonly content: Buffer };
}

/** A receipt as somebody would send along: one page with a line of text. */
export const RECEIPT = {
  name: "betaalbewijs.pdf",
  type: "application/pdf",
  content: Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font" +
      "/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 52>>stream\n" +
      "BT /F1 14 Tf 20 50 Td (Betaalbewijs, zandbank) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  ),
} as const;

/** Somebody answers a mail, or something does: it goes to the product's inbound hook as a whole mail. */
export async function answerMail(world: World, mail: Mail, answer: Answer): Promise<KeptNotice> {
  const to = answer.from ?? mail.recipients[0] ?? "";
  const at = world.settings.now();
  const { kind = "reply" } = answer;
  if (kind === "gone" || kind === "full") return sendBack(world, mail, { to, at, cause: kind });
  const raw = mailOf(mail, answer, { from: to, at });
  const common = { to, at: at.toISOString(), raw };
  // What a machine says, and what names no mail of ours, the product has to find out by itself.
  if (kind === "away" || answer.loose) return world.notices.tell(mail.id, { kind: "mail", ...common }, 0);
  const { text } = answer;
  const notice = { kind: "reply", messageId: mail.messageId, ...common, from: to, subject: subjectOf(mail, answer), text } as const;
  return world.notices.tell(mail.id, notice, 0);
}

async function sendBack(world: World, mail: Mail, { to, at, cause }: { to: string; at: Date; cause: BounceCause }): Promise<KeptNotice> {
  const source = (await world.mailbox.raw(mail.id)) ?? Buffer.alloc(0);
  const raw = bounceReport({ raw: source, sender: mail.from.address, recipient: to, receivedAt: new Date(mail.receivedAt), at, cause });
  return world.notices.tell(mail.id, { kind: "bounce", messageId: mail.messageId, to, at: at.toISOString(), raw }, 0);
}

function subjectOf(mail: Mail, { kind, loose }: Answer): string {
  if (loose) return mail.subject.replace(/^re:\s*/i, "").slice(0, 40) || "Vraag";
  if (kind === "away") return `Automatisch antwoord: ${mail.subject}`;
  return /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
}

function mailOf(mail: Mail, answer: Answer, { from, at }: { from: string; at: Date }): string {
  const { kind = "reply", loose = false, text, file } = answer;
  const boundary = `=_${randomUUID()}`;
  const body = [`Content-Type: text/plain; charset=utf-8`, `Content-Transfer-Encoding: base64`, ``, base64Lines(text)];
  const parts = file
    ? [
        `Content-Type: multipart/mixed; boundary="${boundary}"`, ``, `--${boundary}`, ...body, `--${boundary}`,
        `Content-Type: ${file.type}; name="${file.name}"`, `Content-Disposition: attachment; filename="${file.name}"`,
        `Content-Transfer-Encoding: base64`, ``, base64Lines(file.content), `--${boundary}--`,
      ]
    : body;
  return [
    `Date: ${mailDate(at)}`,
    `From: <${from}>`,
    `To: <${mail.replyTo}>`,
    `Subject: ${headerText(subjectOf(mail, answer))}`,
    `Message-ID: ${newMessageId("mail.sandbox.example")}`,
    ...(loose ? [] : [`In-Reply-To: ${mail.messageId}`, `References: ${mail.messageId}`]),
    ...(kind === "away" ? [`Auto-Submitted: auto-replied`, `X-Autoreply: yes`, `Precedence: auto_reply`] : []),
    `MIME-Version: 1.0`,
    ...parts,
    ``,
  ].join("\r\n");
}
