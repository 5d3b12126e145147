import { newId } from "../../platform/ids";
import { ownWordsOf } from "./own-words-of";
import { readMail } from "./read-mail";
import { readReturnAddress, returnAddress } from "./return-address";
import { meaningOf } from "./smtp-transport";
import { MailRefused, MessageRefused } from "../../platform/outside";

const mail = (headers: Record<string, string>, body = "Dag,\r\n\r\nIk betaal vrijdag.\r\n"): Buffer =>
  Buffer.from([...Object.entries({ From: "Piet <Piet@Klant.Example>", To: "administratie@ijsvogel.example", Subject: "Re: factuur", "Message-ID": "<a@klant>", ...headers })
    .map(([name, value]) => `${name}: ${value}`), "", body].join("\r\n"));
const report = (fields: string[], returned = "Message-ID: <m-1@ijsvogel.example>"): Buffer => mail(
  { From: "mailer-daemon@mx.example", Subject: "Undelivered Mail", "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b"', "MIME-Version": "1.0" },
  ["--b", "Content-Type: text/plain", "", "Not delivered.", "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx", "", ...fields, "", "--b", "Content-Type: text/rfc822-headers", "", returned, "", "--b--", ""].join("\r\n"));

describe("whom a mail answers, and what it says", () => {
  test("In-Reply-To comes before References, the newest first; addresses are in lower case, the envelope among them", async () => {
    const read = await readMail(mail({ "In-Reply-To": "<c@x>", References: "<a@x> <b@x> <c@x>", "Delivered-To": "post+tag@ijsvogel.example" }), ["Envelop@ijsvogel.example"]);
    expect(read).toMatchObject({ id: "a@klant", from: { name: "Piet", address: "piet@klant.example" }, references: ["c@x", "b@x", "a@x"], automatic: false, report: null });
    expect(read.to).toEqual(["administratie@ijsvogel.example", "post+tag@ijsvogel.example", "envelop@ijsvogel.example"]);
  });

  test("of a mail with layout alone the words are kept, scripts and pictures are not", async () => {
    const read = await readMail(mail({ "Content-Type": "text/html; charset=utf-8", "MIME-Version": "1.0" }, `<html><script>alert(1)</script><p>Beste &amp; hallo</p><img src="https://x.example/p.gif"><a href="javascript:x">hier</a></html>`));
    expect(read.text).toContain("Beste & hallo");
    expect(read.text).not.toMatch(/<|alert/);
    const within = await readMail(mail({ "Content-Type": 'multipart/mixed; boundary="b"', "MIME-Version": "1.0" }, "--b\r\nContent-Type: text/html\r\n\r\n<p>Beste <b>hallo</b></p>\r\n--b--\r\n"));
    expect(within.text.trim()).toBe("Beste hallo");
  });

  test("without a Message-ID a mail is known by what it says, so told twice it is one", async () => {
    const [one, again, other] = await Promise.all([mail({ "Message-ID": "" }), mail({ "Message-ID": "" }), mail({ "Message-ID": "" }, "iets anders")].map((raw) => readMail(raw)));
    expect(one?.id).toMatch(/^sha256-/);
    expect(again?.id).toBe(one?.id);
    expect(other?.id).not.toBe(one?.id);
  });

  test("PDF and pictures are kept by what they are; a program with a kind name, and the eleventh file, are counted only", async () => {
    const part = (name: string, content: string) => `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content, "latin1").toString("base64")}\r\n`;
    const files = [part("factuur.pdf", "MZ\x90 this is a program"), part("foto.jpg", "\xff\xd8\xff\xe0 a picture"), ...Array.from({ length: 10 }, (_, n) => part(`${n}.pdf`, `%PDF-1.7 ${n}`))];
    const read = await readMail(mail({ "Content-Type": 'multipart/mixed; boundary="b"', "MIME-Version": "1.0" }, `${files.join("")}--b--\r\n`));
    expect(read.attachments.map(({ fileName, mimeType }) => [fileName, mimeType]).slice(0, 2)).toEqual([["foto.jpg", "image/jpeg"], ["0.pdf", "application/pdf"]]);
    expect([read.attachments.length, read.dropped]).toEqual([10, 2]);
  });

  test.each([["", "nothing at all"], ["\u0000\u0001", "bytes of nothing"], ["Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n--x\r\n".repeat(200), "broken parts"]])("%j is read too: %s", async (raw) => {
    expect((await readMail(Buffer.from(raw))).references).toEqual([]);
  });
});

describe("what a machine wrote (RFC 3834)", () => {
  test.each<[Record<string, string>, boolean]>([
    [{ "Auto-Submitted": "auto-replied" }, true], [{ "Auto-Submitted": "no" }, false], [{ "X-Autoreply": "yes" }, true], [{ Precedence: "auto_reply" }, true], [{ Precedence: "list" }, true],
    [{ "List-Id": "<nieuws.example>" }, true], [{ "Return-Path": "<>" }, true], [{ "Return-Path": "<piet@klant.example>" }, false], [{ Subject: "Afwezig tot maandag" }, false], [{ Precedence: "first-class" }, false],
  ])("%j: automatic is %s", async (headers, automatic) => {
    expect((await readMail(mail(headers))).automatic).toBe(automatic);
  });
});

describe("what a mail server reports (RFC 3464)", () => {
  test.each([
    [["Final-Recipient: rfc822; weg@klant.example", "Action: failed", "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 no such", " mailbox"], "hard", "550 5.1.1 no such mailbox"],
    [["Final-Recipient: rfc822; weg@klant.example", "Action: failed", "Status: 4.2.2"], "soft", "4.2.2"],
    [["Final-Recipient: rfc822; weg@klant.example", "Action: failed", "Status: 5.2.2", "Diagnostic-Code: smtp; 552 5.2.2 over quota"], "soft", "552 5.2.2 over quota"],
    [["Final-Recipient: rfc822; weg@klant.example", "Action: failed", "Diagnostic-Code: smtp; 451 greylisted"], "soft", "451 greylisted"],
    [["Final-Recipient: rfc822; weg@klant.example", "Action: delayed", "Status: 4.4.1"], "delayed", "4.4.1"],
    [["Final-Recipient: rfc822; weg@klant.example", "Action: delivered", "Status: 2.0.0"], "delivered", "2.0.0"],
  ])("%j means %s", async (fields, outcome, detail) => {
    const read = await readMail(report(fields));
    expect(read.report).toEqual({ outcome, recipient: "weg@klant.example", detail });
    expect(read.references).toContain("m-1@ijsvogel.example");
    expect(read.attachments).toEqual([]);
  });

  test("a server with a form of its own is understood; the same words from a person are a reply", async () => {
    const words = "Sorry, this message could not be delivered.\r\n<weg@klant.example>:\r\n550 mailbox unavailable\r\n\r\nMessage-ID: <m-2@ijsvogel.example>\r\n";
    const read = await readMail(mail({ From: "MAILER-DAEMON@oud.example", Subject: "failure notice" }, words));
    expect(read).toMatchObject({ report: { outcome: "hard", recipient: "weg@klant.example", detail: "550 mailbox unavailable" }, references: ["m-2@ijsvogel.example"] });
    expect((await readMail(mail({ Subject: "failure notice" }, words))).report).toBeNull();
  });
});

describe("the return address of one mail", () => {
  const messageId = `${newId()}.${newId()}@localhost`;

  test("comes back as the message and organisation it was made of, also in capitals", () => {
    const [message, organisation] = (messageId.split("@")[0] ?? "").split(".");
    const address = returnAddress("debiteuren@ijsvogel.example", messageId);
    expect(address).toMatch(/^debiteuren\+[0-9a-z]{50}@ijsvogel\.example$/);
    expect(readReturnAddress(address.toUpperCase())).toEqual({ messageId: message, organisationId: organisation });
  });

  test("is the plain one when the code makes it longer than 64 letters; somebody else's tag names nothing", () => {
    expect(returnAddress("debiteurenadministratie@ijsvogel.example", messageId)).toBe("debiteurenadministratie@ijsvogel.example");
    expect(returnAddress("a@b.example", "not-ours@b.example")).toBe("a@b.example");
    expect(readReturnAddress("piet+facturen@klant.example")).toBeUndefined();
    expect(readReturnAddress(`piet+${"z".repeat(50)}@klant.example`)).toBeUndefined();
  });
});

describe("what a refusal of the mail server is about", () => {
  const said = (message: string, more: object = {}) => meaningOf(Object.assign(new Error(message), { responseCode: Number(/\d{3}/.exec(message)?.[0]), command: "RCPT TO", ...more }));
  test.each([
    ["550 5.1.1 no such user", {}, MailRefused], ["550 no such user", {}, MailRefused], ["553 5.1.3 bad address", {}, MailRefused], ["550 5.2.1 mailbox closed", {}, MailRefused],
    ["552 5.3.4 too large", { command: "DATA" }, MessageRefused], ["550 5.7.1 relaying denied", {}, MessageRefused], ["554 looks like spam", { command: "DATA" }, MessageRefused],
  ] as const)("%s %j is %p", (message, more, kind) => {
    expect(said(message, more)).toBeInstanceOf(kind);
  });

  test.each([["535 5.7.8 bad password", { code: "EAUTH" }], ["550 sender unknown", { command: "MAIL FROM" }], ["452 4.2.2 full", {}], ["552 5.2.2 over quota", {}]] as const)("%s is no fault of a debtor: it is tried again", (message, more) => {
    expect(said(message, more)).not.toBeInstanceOf(MailRefused);
    expect(said(message, more)).not.toBeInstanceOf(MessageRefused);
  });
});

describe("what somebody wrote, without what they answer", () => {
  test.each([
    ["Ik betaal vrijdag.\n\nOp ma 9 nov 2026 om 10:00 schreef IJsvogel <a@b.nl>:\n> Beste", "Ik betaal vrijdag."],
    ["Ok.\n\nVan: IJsvogel\nVerzonden: maandag\nAan: Piet\n\nBeste", "Ok."],
    ["Thanks\n\nOn Mon, 9 Nov 2026 at 10:00, IJsvogel wrote:\n\nDear", "Thanks"],
    ["> Beste\nTussen de regels.\n> Groet", "> Beste\nTussen de regels.\n> Groet"],
    ["Van: mijn rekening is het afgeschreven.", "Van: mijn rekening is het afgeschreven."],
  ])("%j is %j", (text, own) => {
    expect(ownWordsOf(text)).toBe(own);
  });
});
