import { Refusal } from "@tegemoet/domain";
import { renderMail } from "./render-mail";
import type { MessageFacts } from "../message-facts";
import { SAMPLE_BRAND, sampleFacts } from "../sample-facts";
import { TEMPLATES } from "../templates";

function write(change: (facts: MessageFacts) => MessageFacts): ReturnType<typeof renderMail> {
  return renderMail({
    kind: "reminder-1",
    language: "nl",
    tone: "u",
    brand: SAMPLE_BRAND,
    facts: change(sampleFacts("reminder-1")),
  });
}

describe("what goes in a mail's headers", () => {
  test.each([
    [
      "creditor.name",
      (facts: MessageFacts, evil: string) => ({ ...facts, creditor: { ...facts.creditor, name: evil } }),
    ],
    [
      "creditor.email",
      (facts: MessageFacts, evil: string) => ({ ...facts, creditor: { ...facts.creditor, email: evil } }),
    ],
    ["debtor.name", (facts: MessageFacts, evil: string) => ({ ...facts, debtor: { ...facts.debtor, name: evil } })],
    [
      "invoice.number",
      (facts: MessageFacts, evil: string) => ({
        ...facts,
        invoices: facts.invoices.map((invoice, index) => (index === 0 ? { ...invoice, number: evil } : invoice)),
      }),
    ],
  ])("a line end in %s is refused: it could start a Bcc of its own", (field, put) => {
    for (const evil of [
      "a@b.nl\r\nBcc: x@y.nl",
      "a@b.nl\nBcc: x@y.nl",
      "a@b.nl\rBcc: x",
      "a@b.nl\u0000",
      "a@b.nl\u2028x",
    ]) {
      const refused = (): unknown => write((facts) => put(facts, evil));
      expect(refused).toThrow(Refusal);
      expect(refused).toThrow(
        expect.objectContaining({ code: "INPUT_INVALID", details: expect.objectContaining({ field }) }),
      );
    }
  });

  test.each(["a@b.nl, x@y.nl", "Naam <a@b.nl>", "a b@c.nl", "geen-adres", "a@localhost"])(
    "%s is not one address and is refused",
    (email) => {
      expect(() => write((facts) => ({ ...facts, creditor: { ...facts.creditor, email } }))).toThrow(Refusal);
    },
  );

  test.each(["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "betalen.example"])(
    "%s is no link that a mail may carry",
    (url) => {
      expect(() => write((facts) => ({ ...facts, portalUrl: url }))).toThrow(Refusal);
      expect(() => write((facts) => ({ ...facts, links: { pay: url } }))).toThrow(Refusal);
    },
  );

  test("a display name that plays another's is shown as plain text: the address stays the creditor's", () => {
    const { from, html } = write((facts) => ({
      ...facts,
      creditor: { ...facts.creditor, name: '"bank.nl" <help@bank.nl>' },
    }));
    expect(from).toEqual({ name: '"bank.nl" <help@bank.nl>', address: "administratie@deochtend.example" });
    expect(html).not.toContain("<help@bank.nl>");
  });

  test("a subject of several lines in an organisation's text becomes one line", () => {
    const { body, preheader } = TEMPLATES["reminder-1"].nl.u;
    const { subject } = renderMail({
      kind: "reminder-1",
      language: "nl",
      tone: "u",
      brand: SAMPLE_BRAND,
      facts: sampleFacts("reminder-1"),
      template: { subject: "Een\r\nBcc: x@y.nl {{ total }}", preheader, body },
    });
    expect(subject).toBe("Een Bcc: x@y.nl € 296,50");
  });

  test("it says that a machine sent it, and asks no list to be left (RFC 3834)", () => {
    const { headers } = write((facts) => facts);
    expect(headers).toEqual({ "Auto-Submitted": "auto-generated", "Content-Language": "nl" });
  });
});
