import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { bounceReport, bounces, causeOf, isAway, isRefused } from "./bounce-report";
import type { Mail } from "./mailbox";
import { answerMail } from "./reply";
import type { World } from "../world";

const MOST_BYTES = 25 * 1024 * 1024;

/** The mail server: plain SMTP, with or without a name and password, which it believes. */
export function smtpDoor(behind: World): SMTPServer {
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
        (id) => done(null, `Kept as ${id}`),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}

async function accept(behind: World, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw refusal(552, "5.3.4 The mail is larger than 25 MB");
  if (behind.outages.isDown("smtp"))
    throw refusal(421, "The mail server is out of order for a moment, try again later");
  const raw = Buffer.concat(chunks);
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
  const recipients = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
  if (recipients.length > 0 && recipients.every((address) => behind.mailbox.isOfProduct(address)))
    return handIn(behind, raw, recipients[0] ?? "");
  const mail = await behind.mailbox.receive(raw, { from, recipients, bounced: recipients.filter(bounces) });
  await report(behind, mail, raw, from || mail.from.address);
  return mail.id;
}

/** Mail to the product itself: it gets it as it came, and finds out what it is. */
async function handIn({ notices, settings }: World, raw: Buffer, to: string): Promise<string> {
  const at = settings.now().toISOString();
  const kept = await notices.tell("", { kind: "mail", to, at, rawBase64: raw.toString("base64") }, 0);
  return kept.id;
}

/** Has the product told what became of the mail at each of its recipients. */
async function report(world: World, mail: Mail, raw: Buffer, sender: string): Promise<void> {
  const { settings, notices } = world;
  for (const to of mail.recipients) {
    const back = mail.bounced.includes(to);
    const at = new Date(settings.now().getTime() + (back ? settings.bouncedAfterMs : settings.deliveredAfterMs));
    const common = { messageId: mail.messageId, to, at: at.toISOString() };
    if (back) {
      const dsn = bounceReport({ raw, sender, recipient: to, receivedAt: new Date(mail.receivedAt), at, cause: causeOf(to) });
      await notices.tell(mail.id, { kind: "bounce", ...common, raw: dsn }, settings.bouncedAfterMs);
    } else if (settings.deliveredAfterMs >= 0) {
      await notices.tell(mail.id, { kind: "delivered", ...common }, settings.deliveredAfterMs);
    }
    if (isAway(to)) await answerMail(world, mail, { text: "Ik ben er even niet. Vanaf maandag lees ik mijn mail weer.", from: to, kind: "away" });
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
