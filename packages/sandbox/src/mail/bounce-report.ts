import { randomUUID } from "node:crypto";
import { headersOf, headerText, mailDate, newMessageId } from "./mime";

/** Why a mail comes back: there is no such mailbox, or there is no room in it. */
export type BounceCause = "gone" | "full";

const DIAGNOSES: Readonly<Record<BounceCause, { readonly status: string; readonly text: string }>> = {
  gone: { status: "5.1.1", text: "550 5.1.1 The mailbox does not exist" },
  full: { status: "4.2.2", text: "452 4.2.2 The mailbox is full" },
};

/** Addresses that are taken at the door and come back later, as those of a server that finds out afterwards. */
export function bounces(address: string): boolean {
  return causeOf(address) !== undefined;
}

/** Why mail to an address comes back; undefined when it stays. */
export function causeOf(address: string): BounceCause | undefined {
  const [local = "", domain = ""] = address.toLowerCase().split("@");
  if (local === "full" || local.startsWith("full-")) return "full";
  if (domain === "bounce.example" || domain.endsWith(".bounce.example") || local.startsWith("bounce")) return "gone";
  return undefined;
}

/** Addresses whose owner is away: a machine answers each mail. */
export function isAway(address: string): boolean {
  return /^away(-|@)/i.test(address);
}

/** Addresses that are refused at the door with 550. */
export function isRefused(address: string): boolean {
  return address.toLowerCase().startsWith("reject@");
}

/**
 * A delivery status notification as mail servers send it to the sender: multipart/report with words for people, the
 * status for machines, and the headers of the mail that came back. Source: RFC 3462 and RFC 3464.
 */
export function bounceReport(mail: {
  raw: Buffer;
  sender: string;
  recipient: string;
  receivedAt: Date;
  at: Date;
  cause?: BounceCause;
}): string {
  const host = "mail.sandbox.example";
  const boundary = `=_${randomUUID()}`;
  const domain = mail.recipient.split("@")[1] ?? "example";
  const { status, text: diagnosis } = DIAGNOSES[mail.cause ?? "gone"];
  return [
    `Return-Path: <>`,
    `Date: ${mailDate(mail.at)}`,
    `From: ${headerText("Mail Delivery System")} <mailer-daemon@${host}>`,
    `To: <${mail.sender}>`,
    `Subject: Undelivered Mail Returned to Sender`,
    `Message-ID: ${newMessageId(host)}`,
    `Auto-Submitted: auto-replied`,
    `MIME-Version: 1.0`,
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    ``,
    `--${boundary}`,
    `Content-Type: text/plain; charset=utf-8`,
    ``,
    `Your message could not be delivered to <${mail.recipient}>.`,
    `The server of ${domain} said: ${diagnosis}`,
    ``,
    `--${boundary}`,
    `Content-Type: message/delivery-status`,
    ``,
    `Reporting-MTA: dns; ${host}`,
    `Arrival-Date: ${mailDate(mail.receivedAt)}`,
    ``,
    `Final-Recipient: rfc822; ${mail.recipient}`,
    `Original-Recipient: rfc822; ${mail.recipient}`,
    `Action: failed`,
    `Status: ${status}`,
    `Remote-MTA: dns; mx.${domain}`,
    `Diagnostic-Code: smtp; ${diagnosis}`,
    ``,
    `--${boundary}`,
    `Content-Type: text/rfc822-headers`,
    ``,
    headersOf(mail.raw),
    ``,
    `--${boundary}--`,
    ``,
  ].join("\r\n");
}
