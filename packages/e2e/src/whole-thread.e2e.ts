import { addDays, addMonths, formatDay, type PlainDate } from "@tegemoet/domain";
import { writeCamt053, writeUbl } from "@tegemoet/files";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser";
import { DemoDays } from "./demo-days";
import { describeFirstScreen } from "./first-screen";
import { Person, PHONE } from "./person";
import { startRunningProduct, type RunningProduct } from "./running-product";

jest.setTimeout(180_000);

const NAME = "Mevrouw A. Hendriks";
const MAIL = "a.hendriks@example.nl";
const NUMBER = "2026-0417";

let product: RunningProduct;
let days: DemoDays;
let browser: Browser;
let collector: Person;
let debtor: Person;
let second: Person;
let dueOn: PlainDate;
let iban: string;
let terms: PlainDate[];
const barriers: string[] = [];
let stopped = false;

beforeAll(async () => {
  [product, browser] = await Promise.all([startRunningProduct(), launchBrowser()]);
  days = new DemoDays(product);
  [collector, debtor, second] = await Promise.all([
    Person.arrives(browser, "collector"), Person.arrives(browser, "debtor", { viewport: PHONE }), Person.arrives(browser, "second person"),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** One part of the story. When it fails everybody keeps what they see; what comes after has nothing to stand on. */
function chapter(title: string, tell: () => Promise<void>): void {
  test(title, async () => {
    if (stopped) throw new Error("an earlier part of the story failed");
    try {
      await tell();
    } catch (error) {
      stopped = true;
      for (const person of [collector, debtor, second]) await person?.keepsEvidence(title);
      throw error;
    }
  });
}

// First of all, while the demo is as a newcomer finds it.
describeFirstScreen(() => ({ product, browser }));

describe("from an unpaid invoice to a case at the agency, in the browser", () => {
  chapter("a collector signs in and drops a UBL file: debtor, line, due day and PDF appear; the same file again changes nothing", async () => {
    await collector.goesTo(product.url);
    await collector.seesHeading("Aanmelden");
    barriers.push(...(await collector.barriers()));
    await signIn(collector, "collector");
    await collector.pressesLink("Facturen");
    await collector.pressesLink("Facturen inlezen");
    const today = dueOn = await days.today();
    const file = { name: `${NUMBER}.xml`, text: invoiceOf(addDays(today, -14), today) };
    await collector.dropsFile(file);
    await collector.sees("1 nieuw, 0 al bekend, 0 geweigerd");
    await collector.dropsFile(file);
    await collector.sees("0 nieuw, 1 al bekend, 0 geweigerd");
    await collector.pressesLink(NUMBER);
    await collector.seesHeading(`Factuur ${NUMBER}`);
    await collector.sees("Onderhoud ketel");
    await collector.sees(formatDay(today, "short", "nl"));
    await collector.page.getByRole("link", { name: /openen/ }).first().waitFor();
    await collector.pressesLink(NAME);
    await collector.sees(MAIL);
    await collector.sees(/3721 AA/);
  });

  chapter("an administrator lets a person decide on terms under € 100", async () => {
    await second.goesTo(product.url);
    await signIn(second, "admin");
    await second.pressesLink("Instellingen");
    await second.pressesLink("Beleid");
    await second.fillsIn("Laagste termijn", "100");
    await second.pressesButton("Bewaren");
    await second.sees("Bewaard.");
  });

  chapter("days pass by the sandbox's button until the first reminder lies in the debtor's inbox: Dutch, kind, with the invoice and one button", async () => {
    await debtor.goesTo(product.sandboxUrl);
    for (let presses = 0; presses < 12 && (await remindersSent()) < 1; presses += 1) {
      await debtor.pressesButton("Volgende dag");
      await debtor.sees("Er kwam één dag bij.");
    }
    await openNewestMail(/graag uiterlijk/);
    await debtor.sees(/€\s186,00/, debtor.mail());
    await debtor.sees(/bijlage|Bijlagen/i);
    expect(await debtor.mail().locator("body").innerText()).not.toMatch(/\bmoet(en)?\b|!/i);
    expect(await debtor.mail().getByRole("link", { name: /^Betaal €\s186,00$/ }).count()).toBe(1);
  });

  chapter("still unpaid, so a call stands on the list: the collector calls and logs a promise with its amount and day", async () => {
    await days.passUntil(addDays(dueOn, 13));
    await days.passUntilTrue("the call", async () => {
      await collector.goesTo(`${product.url}/calls`);
      await collector.seesHeading("Bellijst");
      return (await shows(collector, /gesprek/)) && (await collector.page.getByRole("link", { name: NAME }).count()) > 0;
    }, 6);
    await collector.pressesLink(NAME);
    await collector.seesHeading(NAME);
    await collector.sees(/€\s186,00/);
    await collector.page.getByRole("radio", { name: "Toezegging, alles" }).check();
    await collector.fillsIn("Uiterlijk op", "+3");
    await collector.sees("Lees voor");
    barriers.push(...(await collector.barriers()));
    await collector.pressesButton(/Vastleggen en bevestiging sturen/);
    await collector.sees(/is vastgelegd/);
  });

  chapter("the confirmation asks klopt or klopt niet, and the debtor presses klopt on a phone", async () => {
    await days.passUntilTrue("the confirmation", async () => (await findMail(/afspraak|klopt/i)) !== undefined, 3);
    await openNewestMail(/afspraak|klopt/i);
    await debtor.followsInMail("Ja, dit klopt");
    await debtor.seesHeading("Klopt deze afspraak?");
    await debtor.pressesButton("Bekijk de afspraak");
    await debtor.sees(/€\s186,00/);
    await debtor.pressesButton("Ja, dit klopt");
    await debtor.sees("Dank, dan staat het vast");
  });

  chapter("the promise is broken: the work list says so, and the second reminder tells that we called and offers terms", async () => {
    await days.passUntilTrue("the second reminder", async () => (await remindersSent()) === 2, 30);
    await collector.goesTo(product.url);
    await collector.sees("Werklijst");
    barriers.push(...(await collector.barriers()));
    await openCase();
    await collector.sees(/verbroken/);
    barriers.push(...(await collector.barriers()));
    await openNewestMail(/graag uiterlijk/);
    await debtor.sees(/spraken wij/, debtor.mail());
    await debtor.followsInMail(/Kies uw eigen termijnen/);
  });

  chapter("the debtor passes the check on a phone and proposes three instalments; the collector accepts", async () => {
    await debtor.pressesLink("In termijnen betalen");
    await debtor.seesHeading("Even controleren of u het bent");
    await debtor.fillsIn("Wat is uw postcode?", "3721 aa");
    await debtor.fillsIn("Wat is uw huisnummer?", "4");
    await debtor.pressesButton("Verder");
    await debtor.seesHeading("In termijnen betalen");
    barriers.push(...(await debtor.barriers()));
    await debtor.fillsIn(/Hoeveel kunt u per maand betalen/, "62");
    await debtor.sees(/U betaalt 3 keer €\s62,00/);
    await debtor.sees("Dan kijkt iemand mee.");
    terms = threeMonthsOn(await days.today());
    await debtor.pressesButton("Stuur mijn voorstel");
    await debtor.seesHeading("Uw voorstel is binnen");
    await collector.pressesLink("Regelingen");
    await collector.page.getByRole("table").getByRole("link", { name: new RegExp(NAME) }).click();
    await collector.pressesButton("Ja, afspreken");
    await collector.sees(`De regeling met ${NAME} is afgesproken.`);
  });

  chapter("the first instalment is paid by iDEAL: cancelled once, then paid with a webhook that comes twice, and booked once", async () => {
    await debtor.goesTo(`${product.url}/portal/`);
    await debtor.seesHeading("1 factuur staat nog open");
    await debtor.sees(/U betaalt in termijnen/);
    barriers.push(...(await debtor.barriers()));
    iban = await readIban();
    await debtor.page.locator("a.btn").first().click();
    await debtor.seesHeading("Wat wilt u betalen?");
    barriers.push(...(await debtor.barriers()));
    await debtor.chooses(/De termijn van/);
    await debtor.pressesButton(/Betaal met iDEAL/);
    await debtor.seesHeading("Betaling goedkeuren");
    await debtor.pressesButton("Annuleren");
    await debtor.seesHeading("De betaling is niet gelukt");
    await debtor.pressesButton(/Probeer het opnieuw/);
    await debtor.seesHeading("Betaling goedkeuren");
    await debtor.sees(/€\s62,00/);
    await debtor.sees("Voor wie test: wat hoort de winkel?");
    await debtor.page.getByText("Voor wie test: wat hoort de winkel?").click();
    await debtor.page.getByLabel("Melding aan de winkel").selectOption({ label: "Twee keer tegelijk" });
    await debtor.pressesButton("Betalen");
    await debtor.seesHeading("Uw betaling is binnen");
    await debtor.sees(/Er staat nog €\s124,00 open/);
  });

  chapter("the second instalment comes as a line of a CAMT.053 file on the bank page and is matched by its reference", async () => {
    await days.passUntil(addDays(terms[1] ?? "", -1));
    await collector.pressesLink("Bank");
    await collector.seesHeading("Bank");
    await collector.dropsFile({ name: "afschrift.xml", text: statementOf(await days.today()) });
    await collector.sees("1 nieuw, 0 al bekend, 0 geweigerd");
    await collector.page.getByRole("button", { name: /Gekoppeld/ }).first().click();
    await collector.sees("A. HENDRIKS");
    await collector.sees(/€\s62,00/);
  });

  chapter("the third is never paid: after the grace the plan is broken, and the case goes on where it was", async () => {
    await days.passUntil(addDays(terms[2] ?? "", 3));
    await days.passUntilTrue("the broken plan", async () => {
      await collector.goesTo(`${product.url}/plans?state=broken`);
      await collector.seesHeading("Regelingen");
      return shows(collector, NAME);
    }, 6);
  });

  chapter("the fourteen-day letter goes by post and by mail with the exact costs: € 40,00 on € 62,00", async () => {
    await days.passUntilTrue("the letter", async () => (await days.letters()).some(({ recipient }) => recipient.includes("Hendriks")), 40);
    await debtor.goesTo(`${product.sandboxUrl}/letters`);
    await debtor.sees(new RegExp("Hendriks"));
    await openNewestMail(/./);
    const text = await debtor.mail().locator("body").innerText();
    expect(text).toContain("binnen vijftien dagen nadat deze brief bij u is bezorgd");
    expect(text).toMatch(/€\s40,00/);
    expect(text).toMatch(/€\s62,00/);
  });

  chapter("its term passes, and a case goes to an agency only with a second person", async () => {
    await days.pass(17);
    await days.passUntilTrue("the hand-over", async () => {
      await collector.goesTo(`${product.url}/hand-overs`);
      await collector.seesHeading("Overdracht");
      return shows(collector, NAME);
    }, 14);
    await collector.page.getByRole("table").getByRole("link", { name: new RegExp(NAME) }).click();
    await collector.sees("Volledig");
    await collector.pressesButton("Voorleggen aan een tweede persoon");
    await collector.sees("Voorgelegd. Een tweede persoon beslist.");
    await second.pressesLink("Overdracht");
    await second.pressesButton(/Te beslissen/);
    await second.page.getByRole("table").getByRole("link", { name: new RegExp(NAME) }).click();
    await second.pressesButton("Goedkeuren");
    await second.pressesButton(/€\s[\d.,]+ overdragen/);
    await second.sees(new RegExp(`${NAME} is overgedragen aan`));
  });

  chapter("the agency sees the case with its key: debtor, claim by part, timeline and documents; another agency sees nothing", async () => {
    await second.pressesLink("Instellingen");
    await second.pressesLink("Incassobureaus");
    const agencies = second.page.getByRole("main").getByRole("region");
    await agencies.first().waitFor();
    const names = await agencies.evaluateAll((regions) => regions.map((region) => region.getAttribute("aria-label") ?? ""));
    expect(names.length).toBeGreaterThan(1);
    const seen: string[] = [];
    for (const name of names) {
      const region = second.page.getByRole("region", { name });
      await region.getByRole("button", { name: "Sleutel maken" }).click();
      await second.page.getByRole("dialog").getByRole("button", { name: "Sleutel maken" }).click();
      const secret = await region.locator(".secret code").innerText();
      await debtor.goesTo(`${product.sandboxUrl}/agency`);
      await debtor.fillsIn("Sleutel", secret);
      await debtor.pressesButton("Haal de dossiers op");
      await debtor.page.getByRole("button", { name: "Haal de dossiers op" }).waitFor();
      const text = await debtor.reads();
      if (text.includes(NAME)) seen.push(text);
      else expect(text).toContain("Er is nog geen dossier aan dit bureau overgedragen.");
    }
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/€\s40,00/);
    expect(seen[0]).toContain("Bilthoven");
    expect(seen[0]).toMatch(/\.pdf/);
  });

  test("nothing on sign-in, the work list, the case, the call room, the debtor's overview, payment and terms keeps anybody from using it", () => {
    expect(barriers).toEqual([]);
  });

  test("no page that anybody visited made the browser complain, and no content was refused by its policy", () => {
    expect([collector, debtor, second].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

async function signIn(person: Person, role: string): Promise<void> {
  const login = product.welcome?.logins.find((one) => one.role === role);
  if (!login) throw new Error(`the demo names no ${role}`);
  await person.fillsIn("E-mailadres", login.email);
  await person.fillsIn("Wachtwoord", login.password);
  await person.pressesButton("Aanmelden");
  await person.seesHeading("Vandaag");
}

async function shows(person: Person, text: string | RegExp): Promise<boolean> {
  // A list says either what it holds or that it is empty; before that it is still being fetched.
  await person.page.locator("table, .view-state").first().waitFor();
  return (await person.page.getByText(text).filter({ visible: true }).count()) > 0;
}

async function findMail(subject: RegExp): Promise<{ id: string } | undefined> {
  return (await days.subjectsTo(MAIL)).find((mail) => subject.test(mail.subject));
}

async function remindersSent(): Promise<number> {
  return (await days.subjectsTo(MAIL)).filter(({ subject }) => subject.includes("graag uiterlijk")).length;
}

/** Looks in the sandbox's inbox for the newest mail to the debtor with such a subject, and opens it. */
async function openNewestMail(subject: RegExp): Promise<void> {
  await debtor.goesTo(`${product.sandboxUrl}/mail?to=${encodeURIComponent(MAIL)}`);
  await debtor.page.getByRole("listitem").getByRole("link", { name: subject }).filter({ hasText: MAIL }).first().click();
  await debtor.mail().locator("body").waitFor();
}

async function openCase(): Promise<void> {
  await collector.pressesLink("Dossiers");
  await collector.page.getByRole("searchbox").first().fill("Hendriks");
  await collector.page.getByRole("table").getByRole("link", { name: new RegExp(NAME) }).first().click();
  await collector.seesHeading(NAME);
}

/** The creditor's account, as the portal shows it to who doubts. */
async function readIban(): Promise<string> {
  await debtor.page.getByText("Is dit echt? Controleer het").click();
  const shown = /NL\d\d\s[A-Z]{4}(?:\s\d{4}){2}\s\d{2}/.exec(await debtor.reads())?.[0];
  if (!shown) throw new Error("the portal shows no account");
  return shown.replace(/\s/g, "");
}

/** The first of the month, three days from now at the earliest, and the two after it: what the portal offers first. */
function threeMonthsOn(today: PlainDate): PlainDate[] {
  const first = addMonths(`${addDays(today, 3).slice(0, 7)}-01`, addDays(today, 3).endsWith("-01") ? 0 : 1);
  return [0, 1, 2].map((months) => addMonths(first, months));
}

/** The invoice of € 186,00 as an installer's bookkeeping exports it. */
function invoiceOf(issuedOn: PlainDate, dueOn: PlainDate): string {
  return writeUbl({
    number: NUMBER, issuedOn, dueOn,
    supplier: { name: "Kievit Installatietechniek B.V.", kvk: "90000017", vat: "NL000900017B01", address: { street: "Energieweg 17", postalCode: "3812 RX", city: "Amersfoort", country: "NL" } },
    buyer: {
      name: NAME, address: { street: "Lindelaan 4", postalCode: "3721 AA", city: "Bilthoven", country: "NL" },
      contact: { name: "Anna Hendriks", phone: "06-12345678", email: MAIL },
    },
    lines: [{ description: "Onderhoud ketel", quantity: "1", unitPrice: "153.72", amount: 15_372, vatRateBasisPoints: 2_100 }],
    paymentMeans: [{ iban: "NL91ABNA0417164300", paymentId: NUMBER }],
  });
}

function statementOf(day: PlainDate): string {
  return writeCamt053({
    createdAt: `${day}T05:00:00`,
    statements: [{
      id: "E2E-1", iban, number: "9001", opening: { amount: 100_000, on: day }, closing: { on: day },
      entries: [{ amount: 6_200, name: "A. HENDRIKS", iban: "NL20INGB0001234567", remittance: `factuur ${NUMBER} termijn 2`, bookedOn: day, bankReference: `E2E-${day}` }],
    }],
  });
}
