import { createTransport, type Transporter } from "nodemailer";
import { MailRefused, MessageRefused, type MailTransport, type OutgoingMail } from "../../platform/outside";
import { returnAddress } from "./return-address";
import { writeMail } from "./write-mail";

/** Connections to the mail server that are kept open. */
export const CONNECTIONS = 3;

/** Mail by SMTP, a few connections kept open. */
export class SmtpTransport implements MailTransport {
  private readonly transporter: Transporter;

  constructor(url: string, private readonly envelopeFrom: string, private readonly options: { readonly tagged?: boolean } = {}) {
    const address = new URL(url);
    const secure = address.protocol === "smtps:";
    this.transporter = createTransport({
      pool: true,
      maxConnections: CONNECTIONS,
      maxMessages: Infinity,
      host: address.hostname,
      port: Number(address.port || (secure ? 465 : 587)),
      secure,
      ignoreTLS: address.hostname === "localhost" || address.hostname === "127.0.0.1",
      connectionTimeout: 8_000,
      greetingTimeout: 8_000,
      socketTimeout: 20_000,
      ...(address.username ? { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } } : {}),
    } as never);
  }

  /**
   * @throws MailRefused on a permanent answer (5xx) about this address, MessageRefused on one about this mail; any other error means: try
   * again later.
   */
  async send(mail: OutgoingMail): Promise<void> {
    try {
      await this.transporter.sendMail({
        envelope: { from: this.options.tagged ? returnAddress(this.envelopeFrom, mail.messageId) : this.envelopeFrom, to: mail.to },
        raw: writeMail(mail),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      throw meaningOf(error as SmtpError);
    }
  }

  async close(): Promise<void> {
    this.transporter.close();
  }
}

type SmtpError = Error & { readonly responseCode?: number; readonly code?: string; readonly command?: string };

const NOT_SIGNED_IN = new Set([530, 534, 535, 538]);

/**
 * What a refusal is about: the address, this one mail, or ourselves. A password that ran out and a sender that may not relay are no fault
 * of any debtor's address, so they are tried again.
 *
 * Source of the codes: RFC 5321 §4.2.3, and of the enhanced ones RFC 3463: 5.1.x is about the address, 5.2.1 a mailbox that was closed,
 * 5.2.2 a full one.
 */
export function meaningOf(error: SmtpError): Error {
  const code = error.responseCode ?? 0;
  if (code < 500 || error.code === "EAUTH" || NOT_SIGNED_IN.has(code) || error.command === "MAIL FROM") return error;
  const said = error.message.slice(0, 300);
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(error.message)?.[0];
  if (status === "5.2.2") return error;
  const aboutAddress = status ? /^5\.1\.[0-6]$|^5\.1\.10$|^5\.2\.1$/.test(status) : error.command === "RCPT TO" && [550, 551, 553].includes(code);
  return aboutAddress ? new MailRefused(said) : new MessageRefused(said);
}
