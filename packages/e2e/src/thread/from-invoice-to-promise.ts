import { addDays, formatDay } from "@tegemoet/domain";
import { invoiceOf } from "./papers";
import { MAIL, NAME, NUMBER, type Story } from "./story";

/** The invoice comes in, a reminder goes out, a call brings a promise, and the debtor confirms it. */
export function tellOfTheInvoice(story: Story): void {
  story.chapter("a collector signs in and drops a UBL file: debtor, line, due day and PDF appear; the same file again changes nothing", async () => {
    const { collector, days, product, barriers } = story;
    await collector.goesTo(product.url);
    await collector.seesHeading("Aanmelden");
    barriers.push(...(await collector.barriers()));
    await story.signIn(collector, "collector");
    await collector.pressesLink("Facturen");
    await collector.pressesLink("Facturen inlezen");
    const today = story.dueOn = await days.today();
    const file = { name: `${NUMBER}.xml`, text: invoiceOf(addDays(today, -14), today) };
    await collector.dropsFile(file);
    await collector.sees("1 nieuw, 0 al bekend, 0 geweigerd");
    await collector.pressesButton("Nog een bestand inlezen");
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

  story.chapter("an administrator lets a person decide on terms under € 100", async () => {
    const { second, product } = story;
    await second.goesTo(product.url);
    await story.signIn(second, "admin");
    await second.pressesLink("Instellingen");
    await second.pressesLink("Beleid");
    await second.fillsIn("Laagste termijn", "100");
    await second.pressesButton("Bewaren");
    await second.sees("Bewaard.");
  });

  story.chapter("days pass by the sandbox's button until the first reminder lies in the debtor's inbox: Dutch, kind, with the invoice and one button", async () => {
    const { debtor, product } = story;
    await debtor.goesTo(product.sandboxUrl);
    for (let presses = 0; presses < 12 && (await story.remindersSent()) < 1; presses += 1) {
      await debtor.pressesButton("Volgende dag");
      await debtor.sees("Er kwam één dag bij.");
    }
    await story.openNewestMail(/graag uiterlijk/);
    await debtor.sees(/€\s186,00/, debtor.mail());
    await debtor.sees(/bijlage|Bijlagen/i);
    expect(await debtor.mail().locator("body").innerText()).not.toMatch(/\bmoet(en)?\b|!/i);
    expect(await debtor.mail().getByRole("link", { name: /^Betaal €\s186,00$/ }).count()).toBe(1);
  });

  story.chapter("still unpaid, so a call stands on the list: the collector calls and logs a promise with its amount and day", async () => {
    const { collector, days, product, barriers } = story;
    await days.passUntil(addDays(story.dueOn, 13));
    await days.passUntilTrue("the call", async () => {
      await collector.goesTo(`${product.url}/calls`);
      await collector.seesHeading("Bellijst");
      return (await story.shows(collector, /gesprek/)) && (await collector.page.getByRole("link", { name: NAME }).count()) > 0;
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

  story.chapter("the confirmation asks klopt or klopt niet, and the debtor presses klopt on a phone", async () => {
    const { debtor, days } = story;
    await days.passUntilTrue("the confirmation", async () => (await story.findMail(/afspraak|klopt/i)) !== undefined, 3);
    await story.openNewestMail(/afspraak|klopt/i);
    await debtor.followsInMail("Ja, dit klopt");
    await debtor.seesHeading("Klopt deze afspraak?");
    await debtor.pressesButton("Bekijk de afspraak");
    await debtor.sees(/€\s186,00/);
    await debtor.pressesButton("Ja, dit klopt");
    await debtor.sees("Dank, dan staat het vast");
  });
}
