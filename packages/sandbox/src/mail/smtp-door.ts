import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Outages } from "../outages";
import type { Settings } from "../settings";
import { bounceReport, bounces, isRefused } from "./bounce-report";
import type { Mail, Mailbox } from "./mailbox";
import type { Notices } from "./notices";

const MOST_BYTES = 25 * 1024 * 1024;

interface Behind {
  readonly settings: Settings;
  readonly outages: Outages;
  readonly mailbox: Mailbox;
  readonly notices: Notices;
}

/** The mail server: plain SMTP, with or without a name and password, which it believes. */
export function smtpDoor(behind: Behind): SMTPServer {
  const refuseWhenDown = (): Error | undefined =>
    behind.outages.isDown("smtp")
      ? refusal(421, "The mail server is out of order for a moment, try again later")
      : undefined;
  return new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    banner: "Tegemoet sandbox",
    size: MOST_BYTES,
    closeTimeout: 300,
    logger: false,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? "sandbox" }),
    onConnect: (_session, done) => done(refuseWhenDown()),
    onMailFrom: (_address, _session, done) => done(refuseWhenDown()),
    onRcptTo: (address, _session, done) =>
      done(isRefused(address.address) ? refusal(550, "5.1.1 This mailbox does not exist") : undefined),
    onData: (stream, session, done) => {
      accept(behind, stream, session).then(
        (mail) => done(null, `Kept as ${mail.id}`),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}

async function accept(behind: Behind, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Mail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw refusal(552, "5.3.4 The mail is larger than 25 MB");
  if (behind.outages.isDown("smtp"))
    throw refusal(421, "The mail server is out of order for a moment, try again later");
  const raw = Buffer.concat(chunks);
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
  const recipients = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
  const mail = await behind.mailbox.receive(raw, { from, recipients, bounced: recipients.filter(bounces) });
  await report(behind, mail, raw, from || mail.from.address);
  return mail;
}

/** Has the product told what became of the mail at each of its recipients. */
async function report({ settings, notices }: Behind, mail: Mail, raw: Buffer, sender: string): Promise<void> {
  for (const to of mail.recipients) {
    const back = mail.bounced.includes(to);
    const at = new Date(settings.now().getTime() + (back ? settings.bouncedAfterMs : settings.deliveredAfterMs));
    const common = { messageId: mail.messageId, to, at: at.toISOString() };
    if (back) {
      const dsn = bounceReport({ raw, sender, recipient: to, receivedAt: new Date(mail.receivedAt), at });
      await notices.tell(mail.id, { kind: "bounce", ...common, raw: dsn }, settings.bouncedAfterMs);
    } else if (settings.deliveredAfterMs >= 0) {
      await notices.tell(mail.id, { kind: "delivered", ...common }, settings.deliveredAfterMs);
    }
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
