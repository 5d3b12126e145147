// The stories a token can name. All of it is made up.
const today = "2026-11-04";

const creditor = {
  name: "Bakkerij De Morgen", legalName: "De Morgen Brood en Banket B.V.", mark: "DM", brandLight: "#0b5f6e", onBrandLight: "#ffffff",
  brandDark: "#82cfdb", onBrandDark: "#111316", kvk: "01234567", iban: "NL91ABNA0417164300", email: "administratie@demorgen.example",
  phone: "033 - 000 12 34", phoneHours: "Maandag tot en met vrijdag, 9.00 tot 17.00 uur", contactPerson: "Noor of Sjoerd", city: "Amersfoort", tone: "u",
};

const invoice = (n, totalCents, openCents = totalCents, more = {}) => ({
  id: `i${n}`, number: `2026-${String(410 + n).padStart(4, "0")}`, description: ["Feestbrood", "Taarten voor het jubileum", "Ontbijtservice"][n % 3],
  issuedOn: "2026-09-14", dueOn: "2026-10-14", totalCents, openCents, daysOverdue: 21, disputedCents: 0, documentUrl: `/documents/d${n}`, state: openCents > 0 ? "open" : "paid", ...more,
});

const two = [invoice(7, 18_600), invoice(9, 21_400, 16_400)];
const many = Array.from({ length: 9 }, (_, index) => invoice(index + 1, 12_345 + index * 1_111));

const terms = (state, count = 5) => ({
  id: "p1", state, totalCents: 35_000, paidCents: state === "running" ? 7_500 : 0, answerBy: state === "proposed" ? "2026-11-06" : null,
  nextOn: state === "behind" ? "2026-11-01" : "2026-12-01", nextCents: 7_500,
  instalments: Array.from({ length: count }, (_, index) => ({
    number: index + 1, dueOn: ["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01"][index], cents: index === 4 ? 5_000 : 7_500,
    paidCents: state === "running" && index === 0 ? 7_500 : 0, state: state === "running" && index === 0 ? "paid" : state === "behind" && index === 0 ? "missed" : "coming",
  })),
});

const agreement = {
  id: "a1", sentence: "U betaalt € 350,00 uiterlijk vrijdag 20 november 2026, voor factuur 2026-0417 en 2026-0419.", madeOn: "2026-11-03", state: "sent",
  amountCents: 35_000, byDay: "2026-11-20",
};

const stories = {
  two: {}, old: { gone: true }, je: { creditor: { tone: "je" } }, english: { language: "en" },
  many: { invoices: many }, one: { invoices: [invoice(7, 18_600)] },
  costs: { costs: 4_000, interest: 312, invoices: [invoice(7, 18_600, 18_600 + 4_312), invoice(9, 21_400, 16_400)], messageKind: "plan-broken" },
  word: { creditor: { name: "Installatiebedrijf Schoonhovenaar" }, invoices: [invoice(1, 123_456), invoice(2, 76_543), invoice(3, 99)] },
  long: { creditor: { name: "Installatiebedrijf Schoonhovenaar-Vanderleeuwenburg" }, invoices: [invoice(1, 1_234_567), invoice(2, 765_432_10), invoice(3, 99)] },
  bare: { invoices: [], destination: "overview" },
  agreement: { destination: "agreement", agreementId: "a1", agreements: [agreement] },
  terms: { destination: "terms" },
  plan: { plan: terms("running") }, behind: { plan: terms("behind") }, proposed: { plan: terms("proposed") }, offered: { plan: { ...terms("offered"), answerBy: "2026-11-13" } },
  promise: { promise: { amountCents: 35_000, byDay: "2026-11-20", state: "open" } },
  paused: { paused: { reason: "hardship", until: "2026-12-04" } },
  paid: { invoices: [invoice(7, 18_600, 0), invoice(9, 21_400, 0)] },
  postcode: { checkKind: "postcode" }, code: { checkKind: "code" },
  down: { down: true }, soon: { endsIn: 125_000 },
};

const storyOf = (name) => stories[name] ?? stories[String(name).split("-")[0]];

const session = (story, checked) => ({
  creditor: { ...creditor, ...story.creditor }, language: story.language ?? "nl", today, endsAt: new Date(Date.now() + (story.endsIn ?? 1_800_000)).toISOString(),
  checkNeeded: !checked && story.checkKind !== undefined, checkKind: story.checkKind ?? null, codeTo: "h•••@voorbeeld.nl",
});

const line = (kind, label, cents, invoiceNumber) => ({ kind, label, cents, from: null, until: null, days: null, article: null, invoiceNumber });

function overview(story, checked) {
  const invoices = (story.invoices ?? two).map((one) => (story.checkKind && !checked ? { ...one, description: null, documentUrl: null } : one));
  const { costs = 0, interest = 0 } = story;
  const open = invoices.reduce((sum, { openCents }) => sum + openCents, 0);
  const total = invoices.reduce((sum, { totalCents }) => sum + totalCents, 0);
  return {
    debtorName: story.checkKind && !checked ? null : "Mevrouw A. Hendriks", outstandingCents: open, payBy: "2026-11-11", paymentReference: "3000002026000017",
    promiseLatestDay: "2026-12-04", invoices,
    claim: {
      asOf: today, principalCents: total, interestCents: interest, costsCents: costs, paidCents: total + costs + interest - open, outstandingCents: open,
      lines: invoices.flatMap(({ number, totalCents, openCents }, index) => [
        line("principal", "Factuur", totalCents, number),
        ...(interest && index === 0 ? [{ ...line("interest", "Wettelijke rente", interest, number), from: "2026-10-15", until: today, days: 21, article: "BW 6:119" }] : []),
        ...(costs && index === 0 ? [{ ...line("costs", "Kosten volgens de brief", costs, number), article: "Besluit BIK art. 2" }] : []),
        ...(totalCents > openCents - (index === 0 ? costs + interest : 0) ? [{ ...line("payment", "Betaling", (index === 0 ? openCents - costs - interest : openCents) - totalCents, number), from: "2026-10-16", until: "2026-10-16" }] : []),
      ]),
    },
    paused: story.paused ?? null, plan: story.plan ?? null, promise: story.promise ?? null, agreements: story.agreements ?? [],
    history: [
      { on: "2026-10-16", kind: "payment", text: "U betaalde € 50,00. Dank u wel.", cents: 5_000 },
      { on: "2026-10-20", kind: "reminder", text: "Wij stuurden u een mail over deze facturen.", cents: null },
      { on: "2026-11-03", kind: "call", text: "Wij belden u. Wij konden u niet bereiken.", cents: null },
    ],
    planPolicy: { minInstalmentCents: 2_500, maxInstalments: 6, maxMonths: 6, minTotalCents: 5_000, firstWithinDays: 31, graceDays: 3, answerWithinDays: 2 },
    helpLinks: [
      { name: "Geldfit", url: "https://geldfit.example", text: "Zoekt hulp die bij u past. Bel gratis." },
      { name: "Gemeente Amersfoort", url: "https://amersfoort.example", text: "Helpt u met geldzorgen en schulden." },
      { name: "Nibud", url: "https://nibud.example", text: "Geeft overzicht over inkomsten en uitgaven." },
    ],
  };
}

const checkouts = { pending: "pending", failed: "failed", paid: "paid", open: "open" };
const checkout = (id, amountCents = 35_000) => ({
  id, state: checkouts[id] ?? "open", amountCents, url: id === "new" ? "/portal/terug/pending" : null, expiresAt: null, reference: "B-4821-07", paidOn: id === "paid" ? today : null,
});
const confirmation = (kind, more = {}) => ({ reference: "R-4821-07", kind, nextOn: "2026-11-06", amountCents: null, plan: null, ...more });
const checkedStories = new Set();

/** What the API would answer. */
export function answerOf(operation, variables, name) {
  const story = storyOf(operation === "LinkPreview" ? variables.token : name);
  const refused = (code, details = {}) => ({ errors: [{ message: code, extensions: { code, details } }] });
  if (operation === "LinkPreview") return !story || story.gone ? refused("LINK_INVALID") : { data: { linkPreview: preview(story) } };
  if (operation === "Session") return { data: { session: story ? session(story, checkedStories.has(name)) : null } };
  if (!story) return refused("SESSION_ENDED");
  const answers = {
    Overview: () => ({ overview: overview(story, checkedStories.has(name)) }),
    SetLanguage: () => ({ setLanguage: { ...session(story, checkedStories.has(name)), language: variables.language } }),
    EndSession: () => ({ endSession: true }),
    Checkout: () => ({ checkout: checkout(variables.id) }),
    StartPayment: () => ({ startPayment: checkout("new", variables.amountCents ?? 35_000) }),
    ProposePlan: () => ({ proposePlan: confirmation(variables.note === null ? "plan" : "planProposed", {
      nextOn: variables.instalments[0].dueOn, amountCents: 35_000,
      plan: { ...terms("running"), instalments: variables.instalments.map((one, index) => ({ ...one, number: index + 1, paidCents: 0, state: "coming" })) },
    }) }),
    AcceptPlan: () => ({ acceptPlan: confirmation("plan", { nextOn: "2026-12-01", amountCents: 35_000, plan: terms("running") }) }),
    PromiseDay: () => ({ promiseDay: confirmation("promise", { nextOn: variables.byDay, amountCents: 35_000 }) }),
    ClaimPaid: () => ({ claimPaid: confirmation("paidClaim") }),
    Dispute: () => ({ dispute: confirmation("dispute", { nextOn: "2026-11-18" }) }),
    AskHelp: () => ({ askHelp: confirmation("help", { nextOn: "2026-12-04" }) }),
    CallMe: () => ({ callMe: confirmation("callMe") }),
    Agreement: () => ({ agreement }),
    ConfirmAgreement: () => ({ confirmAgreement: confirmation("agreementConfirmed", { nextOn: "2026-11-20", amountCents: 35_000 }) }),
    ContradictAgreement: () => ({ contradictAgreement: confirmation("agreementContradicted", { nextOn: "2026-11-16" }) }),
    RequestCode: () => ({ requestCode: session(story, false) }),
    PassCheck: () => {
      checkedStories.add(name);
      return { passCheck: session(story, true) };
    },
    UpdateMyDetails: () => ({ updateMyDetails: confirmation("details", { nextOn: null }) }),
  };
  if (operation === "StartPayment" && story.down) return refused("PAYMENT_PROVIDER_DOWN");
  if (operation === "PassCheck" && (variables.code === "000000" || variables.houseNumber === "0")) return refused("CHECK_FAILED");
  return { data: answers[operation]?.() ?? null };
}

function preview(story) {
  const invoices = (story.invoices ?? two).filter(({ openCents }) => openCents > 0).map(({ number, openCents }) => ({ number, cents: openCents }));
  return {
    creditor: { ...creditor, ...story.creditor }, language: story.language ?? "nl", messageKind: story.messageKind ?? "reminder-2", sentOn: today, invoices,
    totalCents: invoices.reduce((sum, { cents }) => sum + cents, 0), payBy: "2026-11-11", today,
    destination: story.destination ?? "overview", agreementId: story.agreementId ?? null,
  };
}
