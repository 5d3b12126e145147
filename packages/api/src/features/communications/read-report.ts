import type { Attachment, ParsedMail } from "mailparser";
import type { DeliveryReport } from "./incoming-mail";

const FROM_A_SERVER = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/i;
const SAYS_RETURNED = /undeliver|not delivered|returned mail|returning message|delivery (status|failure|has failed)|failure notice|onbestelbaar|niet (afgeleverd|bezorgd)/i;

/**
 * What a mail server says about a mail of ours; null when this is no such report. The form that the standard gives first, else the
 * words of servers that have a form of their own.
 *
 * Source: RFC 3464 (the fields of message/delivery-status), RFC 3463 (what their codes mean).
 */
export function readReport(mail: ParsedMail): DeliveryReport | null {
  const status = mail.attachments.find(({ contentType }) => contentType === "message/delivery-status");
  if (status) return reportOf(status.content.toString("utf8"));
  const sender = mail.from?.value[0]?.address ?? "";
  const words = `${mail.subject ?? ""}\n${mail.text ?? ""}`;
  if (!FROM_A_SERVER.test(sender) || !SAYS_RETURNED.test(words)) return null;
  const detail = /^.*\b[45]\d\d[ -].*$/m.exec(mail.text ?? "")?.[0]?.trim() ?? null;
  const recipient = /<([^\s<>@]+@[^\s<>@]+)>/.exec(mail.text ?? "")?.[1]?.toLowerCase() ?? null;
  return { outcome: outcomeOf("failed", codeIn(detail ?? "")), recipient, detail: short(detail) };
}

/** The mails that a report is about: their Message-IDs as it quotes them, without angle brackets. */
export function reportedMails(attachments: readonly Attachment[], text: string): string[] {
  const quoted = attachments.filter(({ contentType }) => /^(message\/(rfc822|global)|text\/rfc822-headers)/.test(contentType)).map(({ content }) => content.toString("latin1"));
  return [...quoted, text].flatMap((source) => [...source.matchAll(/^[ \t>]*Message-ID:\s*<([^<>\s]+)>/gim)].map((match) => match[1] ?? "")).filter(Boolean);
}

/** Fields of the recipient stand in a group of their own; a report about several is about the first that failed. */
function reportOf(fields: string): DeliveryReport {
  const groups = fields.replaceAll("\r\n", "\n").split(/\n[ \t]*\n/).filter((group) => /^Action:/im.test(group));
  const group = groups.find((one) => fieldIn(one, "Action")?.toLowerCase().startsWith("failed")) ?? groups[0] ?? fields;
  const action = fieldIn(group, "Action")?.toLowerCase() ?? "failed";
  const diagnosis = fieldIn(group, "Diagnostic-Code")?.replace(/^[a-z0-9-]+;\s*/i, "");
  const status = fieldIn(group, "Status");
  return {
    outcome: outcomeOf(action, status ?? codeIn(diagnosis ?? "")),
    recipient: (fieldIn(group, "Original-Recipient") ?? fieldIn(group, "Final-Recipient"))?.replace(/^[a-z0-9-]+;\s*/i, "").replace(/[<>]/g, "").toLowerCase() ?? null,
    detail: short(diagnosis ?? status ?? null),
  };
}

/** A field's value; a line that begins with a space goes on with the one before. */
function fieldIn(group: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*(?:\\n[ \\t]+.*)*)`, "im").exec(group)?.[1]?.replace(/\s+/g, " ").trim() || undefined;
}

function codeIn(text: string): string | undefined {
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? /\b([245])\d\d\b/.exec(text)?.[1];
}

/** 4.x.x passes, and so does a full mailbox whatever number it is given; all else that failed stays so. */
function outcomeOf(action: string, code: string | undefined): DeliveryReport["outcome"] {
  if (action.startsWith("delayed")) return "delayed";
  if (/^(delivered|relayed|expanded)/.test(action)) return "delivered";
  return code?.startsWith("4") || code === "5.2.2" ? "soft" : "hard";
}

function short(text: string | null): string | null {
  return text ? text.slice(0, 300) : null;
}
