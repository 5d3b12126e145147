import { createTransport, type Transporter } from "nodemailer";
import { MailRefused, type MailTransport, type OutgoingMail } from "../../platform/outside";

/** Mail by SMTP, a few connections kept open. */
export class SmtpTransport implements MailTransport {
  private readonly transporter: Transporter;

  constructor(url: string, private readonly envelopeFrom: string) {
    const address = new URL(url);
    const secure = address.protocol === "smtps:";
    this.transporter = createTransport({
      pool: true,
      maxConnections: 3,
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

  /** @throws MailRefused on a permanent answer (5xx) about this address; any other error means: try again later. */
  async send(mail: OutgoingMail): Promise<void> {
    try {
      await this.transporter.sendMail({
        from: { name: mail.from.name, address: mail.from.address },
        replyTo: mail.replyTo,
        to: mail.to,
        envelope: { from: this.envelopeFrom, to: mail.to },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: `<${mail.messageId}>`,
        references: mail.references?.map((id) => `<${id}>`),
        headers: { "Auto-Submitted": "auto-generated" },
        attachments: mail.attachments.map(({ fileName, mimeType, bytes, cid }) => ({
          filename: fileName, contentType: mimeType, content: Buffer.from(bytes), ...(cid ? { cid, contentDisposition: "inline" as const } : {}),
        })),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode ?? 0;
      if (code >= 500) throw new MailRefused(String((error as Error).message).slice(0, 300));
      throw error;
    }
  }

  async close(): Promise<void> {
    this.transporter.close();
  }
}
