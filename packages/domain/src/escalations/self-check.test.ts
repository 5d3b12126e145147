import { mailDomain, probablyMeantDomain } from "./mail-domain";
import { failedChecks, selfCheck, SELF_CHECKS, type SelfCheckFacts } from "./self-check";

const clean = (more: Partial<SelfCheckFacts> = {}): SelfCheckFacts => ({
  issuedOn: "2026-10-05", dueOn: "2026-11-04", total: 18_600, lineCents: [12_000, 3_372], otherCents: 3_228,
  agreedTermDays: 30,
  performedOn: "2026-09-30", mailTo: "a.hendriks@gmail.com", postalAddress: true, bankCoveredUntil: "2026-11-09",
  deliveries: [
    { channel: "mail", address: "a.hendriks@gmail.com", sentOn: "2026-10-05", deliveredOn: "2026-10-05" },
  ], ...more,
});
const failed = (more: Partial<SelfCheckFacts>) => failedChecks(selfCheck(clean(more), "2026-11-10"));
const delivery = { channel: "mail" as const, address: "x@example.nl", sentOn: "2026-10-05" };

describe("looking at ourselves first", () => {
  test("a clean invoice passes all 12 checks, each with its evidence", () => {
    const results = selfCheck(clean(), "2026-11-10");
    expect(results.map(({ check }) => check).sort()).toEqual([...SELF_CHECKS].sort());
    expect(failedChecks(results)).toEqual([]);
    expect(results.find(({ check }) => check === "term-plausible")?.evidence).toMatchObject({ termDays: 30, agreedTermDays: 30 });
  });

  test.each<{ fault: string; more: Partial<SelfCheckFacts>; check: string }>([
    { fault: "never sent", more: { deliveries: [] }, check: "invoice-sent" },
    { fault: "no address at all", more: { mailTo: null, postalAddress: false }, check: "address-known" },
    { fault: "a letter of the law without a postal address", more: { postalAddress: false, byPost: true }, check: "address-known" },
    { fault: "post that came back", more: { mailTo: null, postReturnedOn: "2026-11-02" }, check: "invoice-delivered" },
    { fault: "84 times the largest invoice they ever had", more: { total: 1_512_000, lineCents: null, largestOtherCents: 18_000 }, check: "amount-plausible" },
    { fault: "an address without a domain", more: { mailTo: "hendriks" }, check: "address-known" },
    {
      fault: "the invoice bounced", more: { deliveries: [{ ...delivery, bouncedOn: "2026-10-05" }] },
      check: "invoice-delivered",
    },
    { fault: "the address bounced since", more: { addressBouncedOn: "2026-11-01" }, check: "invoice-delivered" },
    { fault: "gmial.com", more: { mailTo: "a.hendriks@gmial.com", addressProven: true }, check: "domain-plausible" },
    {
      fault: "jansne-bouw.nl beside jansen-bouw.nl",
      more: { mailTo: "factuur@jansne-bouw.nl", otherAddresses: ["p@jansen-bouw.nl"] }, check: "domain-plausible",
    },
    { fault: "due before it was issued", more: { dueOn: "2026-10-01" }, check: "term-plausible" },
    { fault: "14 days where 30 were agreed", more: { dueOn: "2026-10-19" }, check: "term-plausible" },
    {
      fault: "first sent 5 days after its own due day", more: { deliveries: [{ ...delivery, sentOn: "2026-11-09" }] },
      check: "due-day-plausible",
    },
    { fault: "dated in the future", more: { issuedOn: "2026-12-05", dueOn: "2027-01-04" }, check: "due-day-plausible" },
    { fault: "work of 13 months before", more: { performedOn: "2025-09-01" }, check: "month-plausible" },
    {
      fault: "dated a year before it was sent",
      more: { issuedOn: "2025-10-05", dueOn: "2025-11-04", performedOn: null }, check: "month-plausible",
    },
    { fault: "€ 0,00", more: { total: 0, lineCents: null }, check: "amount-plausible" },
    { fault: "lines that sum to a cent less", more: { total: 18_601 }, check: "amount-is-sum-of-lines" },
    { fault: "an open credit note", more: { openCreditCents: 500 }, check: "no-open-credits" },
    { fault: "a receipt without a place", more: { unmatchedReceiptCents: 18_600 }, check: "no-unmatched-receipts" },
    { fault: "bank data of 5 business days ago", more: { bankCoveredUntil: "2026-11-03" }, check: "bank-data-fresh" },
    { fault: "no bank data ever", more: { bankCoveredUntil: null }, check: "bank-data-fresh" },
  ])("$fault is blocked by $check", ({ more, check }) => {
    expect(failed(more)).toContain(check);
  });

  test.each<{ why: string; more: Partial<SelfCheckFacts> }>([
    { why: "imported without lines", more: { lineCents: null } },
    {
      why: "sent by the package it came from",
      more: { deliveries: [{ channel: "source", address: null, sentOn: "2026-10-05" }] },
    },
    {
      why: "bounced once, then delivered to a better address",
      more: { deliveries: [{ ...delivery, bouncedOn: "2026-10-05" }, { ...delivery, sentOn: "2026-10-06" }] },
    },
    { why: "a longer term than agreed", more: { dueOn: "2026-11-30" } },
    { why: "by post only", more: { mailTo: null } },
    { why: "bank data of Friday on a Tuesday", more: { bankCoveredUntil: "2026-11-06" } },
    { why: "no agreed term", more: { agreedTermDays: null } },
    { why: "by post, while an old mail address bounced", more: { mailTo: null, addressBouncedOn: "2026-10-20" } },
    { why: "twelve times the largest invoice they ever had", more: { total: 216_000, lineCents: null, largestOtherCents: 18_000 } },
  ])("$why passes", ({ more }) => {
    expect(failed(more)).toEqual([]);
  });
});

describe("the domain of a mail address", () => {
  test.each([
    ["gmial.com", "gmail.com"], ["gamil.com", "gmail.com"], ["gmail.con", "gmail.com"], ["hotmial.nl", "hotmail.nl"],
    ["hotmail.co", "hotmail.com"],
    ["outlok.com", "outlook.com"], ["ziggo.n", "ziggo.nl"], ["kpnmial.nl", "kpnmail.nl"], ["iclould.com", "icloud.com"],
    ["bakker.con", "bakker.com"],
  ])("%s was probably meant as %s", (typed, meant) => {
    expect(probablyMeantDomain(typed)).toBe(meant);
  });

  test.each([
    "gmail.com", "hotmail.nl", "live.nl", "mail.com", "kpn.nl", "kpn.com", "me.com", "ing.nl", "zorg.nl", "homes.nl",
    "planten.nl", "online.com",
    "jansen-bouw.nl", "example.org", "gemeente-zwolle.nl", "vanderbergadvies.nl", "hoofdmail.nl", "olive.nl",
    "hotmail.be", "hotmail.co.uk", "outlook.de", "yahoo.fr", "live.be", "gmx.at", "online.de", "protonmail.ch", "email.com", "t-online.de", "orange.fr", "libero.it", "seznam.cz",
    "bluewin.ch", "web.de", "laposte.net", "wanadoo.fr", "telenet.be", "yahoo.com.au",
  ])("%s is left alone", (domain) => {
    expect(probablyMeantDomain(domain)).toBeNull();
  });

  test("a neighbour of a colleague's domain is left alone when mail did arrive there", () => {
    expect(probablyMeantDomain("jansenbouw.nl", ["jansen-bouw.nl"])).toBe("jansen-bouw.nl");
    expect(probablyMeantDomain("jansenbouw.nl", ["jansen-bouw.nl"], true)).toBeNull();
  });

  test("one firm in two countries is no slip, an end that doesn't exist is", () => {
    expect(probablyMeantDomain("vandenberg-transport.be", ["vandenberg-transport.nl"])).toBeNull();
    expect(probablyMeantDomain("vandenberg-transport.nll", ["vandenberg-transport.nl"])).toBe("vandenberg-transport.nl");
  });

  test("what is no address has no domain", () => {
    expect(mailDomain("a@b")).toBeNull();
    expect(mailDomain("a b@example.nl")).toBeNull();
    expect(mailDomain(" A@Example.NL ")).toBe("example.nl");
  });
});
