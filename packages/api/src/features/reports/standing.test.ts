import { callDoor, startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { openedBy } from "../../../test/guards/callers";
import { TEST_SECRET } from "../../../test/test-role";
import { createLink } from "../communications/create-link";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { bookCosts } from "../ledger/book-costs";
import { bookInterest } from "../ledger/book-interest";
import { receivePayment } from "../payments/receive-payment";

const TODAY = "2026-11-20";
let product: TestProduct;
let staff: StaffCaller;
let cookie: string;
let debtorId: string;
let invoiceId: string;
beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  staff = await product.staff("manager");
  const token = await product.write(async (tx) => {
    ({ debtorId } = await upsertDebtor(tx, { name: "Kuipers Bouw B.V.", kind: "legal-person" }));
    ({ invoiceId } = await issueInvoice(tx, { debtorId, number: "2026-0601", issuedOn: "2026-05-16", dueOn: "2026-06-15", totalCents: 100_000, source: "test", lines: [] }));
    await bookCosts(tx, { invoiceIds: [invoiceId], bookedOn: "2026-07-10", reference: "notice:1" });
    await bookInterest(tx, { invoiceIds: [invoiceId], until: "2026-07-10", bookedOn: "2026-07-10" });
    await receivePayment(tx, { source: "bank", debtorId, amountCents: 41_000, receivedOn: "2026-07-15", reference: "2026-0601", allocations: [{ invoiceId, cents: 40_000 }] });
    return createLink(tx, TEST_SECRET, { debtorId });
  });
  cookie = await openedBy(product, token);
});
afterAll(() => product.stop());

const FIELDS = `asOf principalCents interestCents costsCents paidCents outstandingCents interestArticle letter { lastDay }
  interest { from until days rateBasisPoints baseCents cents } costs { baseCents cents vatCents lines { partCents rateBasisPoints costs } } paid { on kind cents parts { part cents } }`;
const standing = async (payOn?: string) => {
  const { data, code } = await callDoor(product.app, "portal", { cookie }, `query($payOn: Day) { standing(payOn: $payOn) { ${FIELDS} } overview { outstandingCents } }`, { payOn });
  return { code, standing: data?.standing, overview: data?.overview };
};
const sum = (rows: { cents: number }[]): number => rows.reduce((total, { cents }) => total + cents, 0);

describe("the standing explained to a debtor", () => {
  test("€ 400 paid on 15 July went to € 150 costs, € 8,45 interest and € 241,55 principal; the page is the overview to the cent", async () => {
    const { standing: now, overview } = await standing();
    expect(now).toMatchObject({ asOf: TODAY, principalCents: 100_000, costsCents: 15_000, interestCents: 845, paidCents: 40_000, outstandingCents: 75_845, interestArticle: "BW 6:119a", letter: null });
    expect(now.outstandingCents).toBe(overview.outstandingCents);
    expect(now.paid).toEqual([{ on: "2026-07-15", kind: "payment", cents: 40_000, parts: [{ part: "costs", cents: 15_000 }, { part: "interest", cents: 845 }, { part: "principal", cents: 24_155 }] }]);
    expect(now.costs).toEqual([{ baseCents: 100_000, cents: 15_000, vatCents: 0, lines: [{ partCents: 100_000, rateBasisPoints: 1_500, costs: "150" }] }]);
    expect([sum(now.interest), sum(now.paid), sum(now.costs)]).toEqual([now.interestCents, now.paidCents, now.costsCents]);
  });

  test("on 22 November it is € 786,54: 130 days at 10,40% over € 758,45 have come on top; each later day is more, never less", async () => {
    const { standing: later } = await standing("2026-11-22");
    expect(later).toMatchObject({ outstandingCents: 78_654, interestCents: 3_654 });
    expect(later.interest.at(-1)).toEqual({ from: "2026-07-16", until: "2026-11-22", days: 130, rateBasisPoints: 1_040, baseCents: 75_845, cents: 2_809 });
    expect(sum(later.interest)).toBe(3_654);
    const { standing: december } = await standing("2026-12-22");
    expect(december.outstandingCents).toBeGreaterThan(later.outstandingCents);
  });

  test.each(["2026-11-19", "2027-11-22"])("%s is no day to ask about", async (payOn) => expect((await standing(payOn)).code).toBe("INPUT_INVALID"));
});

describe("the same for staff", () => {
  test("the account of the debtor: € 410 came, € 400 was allocated, € 10 is left and given to the invoice; then a euro is waived and taken back", async () => {
    const account = async () => (await staff.graphql(`query($id: ID!) { account(debtorId: $id) { debtor { unallocatedCents }
      payments { id cents unallocatedCents parts { entryId part cents article } } corrections { entryId kind cents reason by reversedOn } openInvoices { openPrincipalCents openInterestCents interestClaimed } } }`, { id: debtorId })).data["account"];
    const before = await account();
    expect(before.payments[0]).toMatchObject({ cents: 41_000, unallocatedCents: 1_000, parts: [{ part: "costs" }, { part: "interest" }, { part: "principal", article: "BW 6:43 lid 1; BW 6:44 lid 1" }] });
    const paymentId = before.payments[0].id;
    const given = await staff.graphql("mutation($p: ID!, $a: [MatchInput!]!) { allocateUnallocated(paymentId: $p, allocations: $a) }", { p: paymentId, a: [{ invoiceId, cents: 1_000 }] });
    expect(given.data).toEqual({ allocateUnallocated: true });
    const off = await staff.graphql<{ writeOff: string }>("mutation($i: ID!) { writeOff(invoiceId: $i, parts: { principal: 100 }, reason: \"afronding\") }", { i: invoiceId });
    await staff.graphql("mutation($e: ID!) { reverseEntry(entryId: $e, reason: \"toch niet\") }", { e: off.data.writeOff });
    const after = await account();
    expect(after.debtor.unallocatedCents).toBe(0);
    expect(after.openInvoices).toMatchObject([{ openPrincipalCents: 74_845, interestClaimed: true }]);
    expect(after.corrections).toMatchObject([{ kind: "write-off", cents: 100, reason: "afronding", by: "manager Jansen", reversedOn: TODAY }]);
    expect((await staff.graphql("mutation($e: ID!) { reverseEntry(entryId: $e, reason: \"nog eens\") }", { e: off.data.writeOff })).code).toBe("CONFLICT");
  });

  test("a collector may waive but not write off, take back or refund", async () => {
    const collector = await product.staff("collector");
    const code = async (mutation: string) => (await collector.graphql(`mutation { ${mutation} }`)).code;
    expect(await code(`writeOff(invoiceId: "${invoiceId}", parts: { principal: 1 }, reason: "x")`)).toBe("NOT_ALLOWED");
    expect(await code(`reverseEntry(entryId: "${invoiceId}", reason: "x")`)).toBe("NOT_ALLOWED");
    expect(await code(`waive(invoiceId: "${invoiceId}", costsCents: 1, reason: "x")`)).toBe("AMOUNT_ABOVE_OPEN");
  });
});
