import { makePaymentReference } from "@tegemoet/domain";
import { act, collector, drop, entry, invoiceOf, lineWith, next, openOf, product, startBank, statement } from "../../../test/bank";
import { newId } from "../../platform/ids";
import { receivePayment } from "../payments/receive-payment";

startBank();

describe("matched without a person", () => {
  test("a betalingskenmerk with the exact amount pays its invoice, and the account is remembered", async () => {
    const kenmerk = makePaymentReference("260000000000417");
    const { invoiceId, debtorId } = await invoiceOf(18_600, { reference: kenmerk });
    const [result] = await drop(statement([entry(18_600, { structuredReference: { value: kenmerk, issuer: "CUR" }, iban: "NL20INGB0001234567", name: "Kenmerkbetaler" })]));
    expect(result).toMatchObject({ outcome: "created", code: null, warnings: [] });
    expect(await lineWith("Kenmerkbetaler")).toMatchObject({ state: "auto", reason: "reference", unallocatedCents: 0, allocations: [{ invoiceId, cents: 18_600, openCents: 0 }] });
    const known = await product.read((reader) => reader.query("select 1 from debtor_iban where organisation_id = $1 and debtor_id = $2 and iban = 'NL20INGB0001234567'", [reader.organisationId, debtorId]));
    expect(known).toHaveLength(1);
  });

  test("an invoice number in free text, written without its line, pays it from a stranger's account too", async () => {
    const { invoiceId, number } = await invoiceOf(24_315);
    await drop(statement([entry(24_315, { remittance: `betreft factuur ${number.replace("-", "")} dank`, name: "Vrije Tekst" })]));
    expect(await lineWith("Vrije Tekst")).toMatchObject({ state: "auto", reason: "number", allocations: [{ invoiceId, cents: 24_315 }] });
    expect(await openOf(invoiceId)).toBe(0);
  });

  test("one payment of € 450,00 over two named invoices of € 150 and € 300 pays both", async () => {
    const first = await invoiceOf(15_000, { name: "Samen B.V." });
    const second = await invoiceOf(30_000, { debtorId: first.debtorId });
    await drop(statement([entry(45_000, { remittance: `${first.number} en ${second.number}`, name: "Samen BV" })]));
    expect((await lineWith("Samen BV")).allocations.map(({ cents }) => cents).sort()).toEqual([15_000, 30_000]);
  });

  test("two lines of one file that pay the same invoice: the second is left to a person", async () => {
    const { invoiceId, number } = await invoiceOf(9_990);
    await drop(statement([entry(9_990, { remittance: number, name: "Eerste Keer" }), entry(9_990, { remittance: number, name: "Tweede Keer" })]));
    expect([(await lineWith("Eerste Keer")).state, (await lineWith("Tweede Keer")).state]).toEqual(["auto", "proposed"]);
    expect(await openOf(invoiceId)).toBe(0);
  });
});

describe("a term of a plan", () => {
  async function planOf(invoiceId: string, debtorId: string, terms: number[]): Promise<void> {
    await product.write(async (tx) => {
      const planId = newId();
      const total = terms.reduce((sum, cents) => sum + cents, 0);
      await tx.query(
        `insert into plan (organisation_id, id, debtor_id, proposed_by, proposed_on, answer_by, total_cents, policy, accepted_on, accepted_by)
         values ($1, $2, $3, 'debtor', '2026-10-20', '2026-10-22', $4, '{"graceDays":3}', '2026-10-21', 'staff')`, [tx.organisationId, planId, debtorId, total]);
      await tx.query("insert into plan_invoice (organisation_id, id, plan_id, invoice_id, open_cents, active) values ($1, $2, $3, $4, $5, true)", [tx.organisationId, newId(), planId, invoiceId, total]);
      for (const [index, cents] of terms.entries()) {
        await tx.query("insert into instalment (organisation_id, id, plan_id, number, due_on, amount_cents) values ($1, $2, $3, $4, $5, $6)",
          [tx.organisationId, newId(), planId, index + 1, `2026-1${index}-25`, cents]);
      }
    });
  }

  test("the second term of € 62, named by the invoice's number only, is booked by itself", async () => {
    const { debtorId, invoiceId, number } = await invoiceOf(18_600);
    await planOf(invoiceId, debtorId, [6_200, 6_200, 6_200]);
    await product.write((tx) => receivePayment(tx, { source: "psp", debtorId, amountCents: 6_200, receivedOn: "2026-10-25", allocations: [{ invoiceId, cents: 6_200 }] }));
    await drop(statement([entry(6_200, { remittance: `termijn 2 ${number}`, name: "Partner van Termijn" })]));
    expect(await lineWith("Partner van Termijn")).toMatchObject({ state: "auto", allocations: [{ invoiceId, cents: 6_200, openCents: 6_200 }] });
  });

  test("two terms in one file both find their place, and a third of the same amount does not", async () => {
    const { debtorId, invoiceId, number } = await invoiceOf(15_000);
    await planOf(invoiceId, debtorId, [7_500, 7_500]);
    await drop(statement(["Term Een", "Term Twee", "Term Drie"].map((name) => entry(7_500, { remittance: number, name }))));
    expect([(await lineWith("Term Een")).state, (await lineWith("Term Twee")).state, (await lineWith("Term Drie")).state]).toEqual(["auto", "auto", "proposed"]);
    expect(await openOf(invoiceId)).toBe(0);
  });
});

describe("left to a person", () => {
  test("a stranger with no word that we know is unknown and books nothing", async () => {
    await drop(statement([entry(31_337, { remittance: "bedankt voor alles", name: "Vreemde Vogel" })]));
    expect(await lineWith("Vreemde Vogel")).toMatchObject({ state: "unknown", reason: "no-candidate", candidates: [], allocations: [] });
  });

  test("a wrong amount without a number is proposed with its candidate; with the number too much is proposed too", async () => {
    const { invoiceId, number } = await invoiceOf(20_000, { name: "Te Veel B.V." });
    await drop(statement([entry(25_000, { remittance: number, name: "Te Veel BV" })]));
    const line = await lineWith("Te Veel BV");
    expect(line).toMatchObject({ state: "proposed", reason: "too-much", candidates: [{ invoices: [{ invoiceId, cents: 20_000, openCents: 20_000 }] }] });
  });

  test("two customers with the same amount and the same name: neither is booked (I-23)", async () => {
    await invoiceOf(77_110, { name: "J. Tweeling" });
    await invoiceOf(77_110, { name: "J. Tweeling" });
    await drop(statement([entry(77_110, { name: "J. Tweeling e/o", iban: "NL02ABNA0123456789" })]));
    expect(await lineWith("J. Tweeling")).toMatchObject({ state: "proposed", reason: "two-alike", allocations: [] });
  });

  test("money that went out, an own transfer and a bounced collection: ignored, ignored, for a person", async () => {
    await drop(statement([], "NL39RABO0300065264"));
    await drop(statement([
      entry(-4_200, { name: "De Leverancier" }), entry(5_000, { name: "Eigen Spaargeld", iban: "NL39RABO0300065264" }),
      entry(-12_100, { name: "Storno Klant", reversal: true, returnReason: { code: "MS03" }, transactionCode: "PMNT/IDDT/UPDD" }),
    ]));
    expect([(await lineWith("De Leverancier")).reason, (await lineWith("Eigen Spaargeld")).reason]).toEqual(["outgoing", "own-account"]);
    expect(await lineWith("Storno Klant")).toMatchObject({ state: "unknown", reason: "returned" });
  });

  test("a payout of € 150 by the provider clears what stands there, once, and undone it stands there again", async () => {
    const { debtorId, invoiceId } = await invoiceOf(15_000);
    const atProvider = async () => (await product.read((reader) => reader.first<{ cents: number }>(
      "select coalesce(sum(amount_cents), 0)::bigint as cents from posting where organisation_id = $1 and account = 'psp'", [reader.organisationId])))?.cents;
    await product.write((tx) => receivePayment(tx, { source: "psp", debtorId, amountCents: 15_000, receivedOn: "2026-11-18", allocations: [{ invoiceId, cents: 15_000 }] }));
    const before = (await atProvider()) ?? 0;
    await drop(statement([entry(before, { name: "Stichting Mollie Payments", iban: "NL30ABNA0524590958" })]));
    const line = await lineWith("Stichting Mollie");
    expect([line.state, line.reason, await atProvider()]).toEqual(["ignored", "provider-payout", 0]);
    await act(collector, "undoMatch", line.id);
    expect(await atProvider()).toBe(before);
  });
});

describe("by hand", () => {
  test("€ 250 of which € 200 is owed: booked by hand, € 50 stays visible as unallocated", async () => {
    const { invoiceId } = await invoiceOf(20_000);
    await drop(statement([entry(25_000, { name: "Overbetaler" })]));
    const { id } = await lineWith("Overbetaler");
    const { data } = await act(collector, "matchBankLine", id, { allocations: [{ invoiceId, cents: 20_000 }] });
    expect(data["matchBankLine"]).toMatchObject({ state: "byHand", unallocatedCents: 5_000, decidedBy: "collector Jansen", allocations: [{ invoiceId, cents: 20_000, openCents: 0 }] });
  });

  test("a match is undone once: the invoice is open again, nothing is left over, and it can be matched to another", async () => {
    const [wrong, right] = [await invoiceOf(8_800), await invoiceOf(9_100)];
    await drop(statement([entry(8_800, { remittance: wrong.number, name: "Verkeerd Geboekt", iban: "NL86INGB0002445588" })]));
    const { id, state } = await lineWith("Verkeerd Geboekt");
    expect([state, await openOf(wrong.invoiceId)]).toEqual(["auto", 0]);
    const undone = await act(collector, "undoMatch", id);
    expect(undone.data["undoMatch"]).toMatchObject({ state: "undone", unallocatedCents: 0, allocations: [] });
    expect(await openOf(wrong.invoiceId)).toBe(8_800);
    expect((await act(collector, "undoMatch", id)).code).toBe("MATCH_NOT_OPEN");
    const again = await act(collector, "matchBankLine", id, { allocations: [{ invoiceId: right.invoiceId, cents: 8_800 }] });
    expect(again.data["matchBankLine"]).toMatchObject({ state: "byHand", allocations: [{ invoiceId: right.invoiceId, cents: 8_800, openCents: 300 }] });
    const facts = await product.read((reader) => reader.query<{ debtorId: string | null }>(
      `select debtor_id as "debtorId" from payment where organisation_id = $1 and bank_line_id = $2 order by id`, [reader.organisationId, id]));
    expect(facts).toEqual([{ debtorId: null }, { debtorId: right.debtorId }]);
    const accounts = await product.read((reader) => reader.query(
      `select debtor_id as "debtorId" from debtor_iban where organisation_id = $1 and iban = 'NL86INGB0002445588'`, [reader.organisationId]));
    expect(accounts).toEqual([{ debtorId: right.debtorId }]);
  });

  test("one line for two debtors makes a payment each; with something left nobody could say whose it is", async () => {
    const [one, two] = [await invoiceOf(4_000), await invoiceOf(5_000)];
    await drop(statement([entry(9_500, { name: "Werkgever Betaalt" })]));
    const { id } = await lineWith("Werkgever Betaalt");
    const both = [{ invoiceId: one.invoiceId, cents: 4_000 }, { invoiceId: two.invoiceId, cents: 5_000 }];
    expect((await act(collector, "matchBankLine", id, { allocations: both })).code).toBe("MATCH_AMBIGUOUS");
    const three = await invoiceOf(500, { debtorId: one.debtorId });
    await act(collector, "matchBankLine", id, { allocations: [...both, { invoiceId: three.invoiceId, cents: 500 }] });
    expect([await openOf(one.invoiceId), await openOf(two.invoiceId), await openOf(three.invoiceId)]).toEqual([0, 0, 0]);
  });

  test("two people at once: one books, the other hears that it was decided", async () => {
    const { invoiceId } = await invoiceOf(6_600);
    await drop(statement([entry(6_500, { name: "Samen Klikken" })]));
    const { id } = await lineWith("Samen Klikken");
    const other = await product.staff("manager");
    const answers = await Promise.all([collector, other].map((caller) => act(caller, "matchBankLine", id, { allocations: [{ invoiceId, cents: 6_500 }] })));
    expect(answers.map(({ code }) => code ?? "booked").sort()).toEqual(["MATCH_NOT_OPEN", "booked"]);
    expect(await openOf(invoiceId)).toBe(100);
  });

  test.each([
    ["more than the line has", 5_001, "AMOUNT_TOO_LARGE"], ["more than is open", 4_500, "AMOUNT_ABOVE_OPEN"], ["nothing", 0, "AMOUNT_NOT_POSITIVE"],
    ["2^53 cents", 2 ** 53, "INPUT_INVALID"], ["half a cent", 0.5, "INPUT_INVALID"],
  ])("%s is refused, and the line still waits", async (_what, cents, code) => {
    const { invoiceId } = await invoiceOf(4_000);
    const name = `Weigering ${next()}`;
    await drop(statement([entry(5_000, { name })]));
    const { id } = await lineWith(name);
    expect((await act(collector, "matchBankLine", id, { allocations: [{ invoiceId, cents }] })).code).toBe(code);
    expect(await lineWith(name)).toMatchObject({ state: "unknown", allocations: [] });
    expect((await act(collector, "matchBankLine", newId(), { allocations: [{ invoiceId, cents: 1 }] })).code).toBe("NOT_FOUND");
  });

  test("ignored with a reason, taken back, and the piles count along", async () => {
    await drop(statement([entry(1_234, { name: "Geen Debiteur" })]));
    const { id } = await lineWith("Geen Debiteur");
    const piles = async () => {
      const { data } = await collector.graphql("{ bank(first: 1) { piles { state count } lastBookedOn nextCursor statements { lineCount } } }");
      return Object.fromEntries((data["bank"].piles as { state: string; count: number }[]).map(({ state, count }) => [state, count]));
    };
    const before = await piles();
    expect((await act(collector, "ignoreBankLine", id, { reason: " " })).code).toBe("INPUT_INVALID");
    expect((await act(collector, "ignoreBankLine", id, { reason: "teruggave van de verzekeraar" })).data["ignoreBankLine"]).toMatchObject({ state: "ignored", reason: "teruggave van de verzekeraar" });
    expect((await piles())["ignored"]).toBe((before["ignored"] ?? 0) + 1);
    expect((await act(collector, "undoMatch", id)).data["undoMatch"]).toMatchObject({ state: "undone" });
    const viewer = await product.staff("viewer");
    expect((await act(viewer, "ignoreBankLine", id, { reason: "x" })).code).toBe("NOT_ALLOWED");
  });

  test("cash of € 30 is written down on an invoice of € 45, and tomorrow's is refused", async () => {
    const { debtorId, invoiceId } = await invoiceOf(4_500);
    const record = (cents: number, receivedOn: string, allocated = cents) => collector.graphql(
      `mutation($d: ID!, $c: Cents!, $on: Day!, $a: [MatchInput!]!) { recordPayment(debtorId: $d, cents: $c, receivedOn: $on, reference: "kas", allocations: $a) { paymentId cents part source reference article } }`,
      { d: debtorId, c: cents, on: receivedOn, a: [{ invoiceId, cents: allocated }] });
    expect((await record(3_000, "2026-11-20")).data["recordPayment"]).toMatchObject({ cents: 3_000, part: "principal", source: "by-hand", reference: "kas" });
    expect(await openOf(invoiceId)).toBe(1_500);
    expect([(await record(1_000, "2026-11-21")).code, (await record(1_600, "2026-11-20")).code, (await record(1_000, "2026-11-20", 1_001)).code])
      .toEqual(["INPUT_INVALID", "AMOUNT_ABOVE_OPEN", "AMOUNT_TOO_LARGE"]);
  });
});
