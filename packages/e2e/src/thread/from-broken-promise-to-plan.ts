import { addDays } from "@tegemoet/domain";
import { statementOf, threeMonthsOn } from "./papers";
import { NAME, type Story } from "./story";

/** The promise is broken, terms are agreed, one is paid by iDEAL, one by transfer, and the third never. */
export function tellOfThePlan(story: Story): void {
  story.chapter("the promise is broken: the work list says so, and the second reminder tells that we called and offers terms", async () => {
    const { collector, debtor, days, product, barriers } = story;
    await days.passUntilTrue("the second reminder", async () => (await story.remindersSent()) === 2, 30);
    await collector.goesTo(product.url);
    await collector.sees("Werklijst");
    barriers.push(...(await collector.barriers()));
    await story.openCase();
    await collector.sees(/verbroken/);
    barriers.push(...(await collector.barriers()));
    await story.openNewestMail(/graag uiterlijk/);
    await debtor.sees(/spraken wij/, debtor.mail());
    await debtor.followsInMail(/Kies uw eigen termijnen/);
  });

  story.chapter("the debtor passes the check on a phone and proposes three instalments; the collector accepts", async () => {
    const { collector, debtor, days, barriers } = story;
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
    story.terms = threeMonthsOn(await days.today());
    await debtor.pressesButton("Stuur mijn voorstel");
    await debtor.seesHeading("Uw voorstel is binnen");
    await collector.pressesLink("Regelingen");
    await collector.page.getByRole("table").getByRole("link", { name: new RegExp(NAME) }).click();
    await collector.pressesButton("Ja, afspreken");
    await collector.sees(`De regeling met ${NAME} is afgesproken.`);
  });

  story.chapter("the first instalment is paid by iDEAL: cancelled once, then paid with a webhook that comes twice, and booked once", async () => {
    const { debtor, product, barriers } = story;
    await debtor.goesTo(`${product.url}/portal/`);
    await debtor.seesHeading("1 factuur staat nog open");
    await debtor.sees(/U betaalt in termijnen/);
    barriers.push(...(await debtor.barriers()));
    story.iban = await story.readIban();
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

  story.chapter("the second instalment comes as a line of a CAMT.053 file on the bank page and is matched by its reference", async () => {
    const { collector, days } = story;
    await days.passUntil(addDays(story.terms[1] ?? "", -1));
    await collector.pressesLink("Bank");
    await collector.seesHeading("Bank");
    await collector.dropsFile({ name: "afschrift.xml", text: statementOf(await days.today(), story.iban) });
    await collector.sees("1 nieuw, 0 al bekend, 0 geweigerd");
    await collector.page.getByRole("button", { name: /Gekoppeld/ }).first().click();
    await collector.sees("A. HENDRIKS");
    await collector.sees(/€\s62,00/);
  });

  story.chapter("the third is never paid: after the grace the plan is broken, and the case goes on where it was", async () => {
    const { collector, days, product } = story;
    await days.passUntil(addDays(story.terms[2] ?? "", 3));
    await days.passUntilTrue("the broken plan", async () => {
      await collector.goesTo(`${product.url}/plans?state=broken`);
      await collector.seesHeading("Regelingen");
      return story.shows(collector, NAME);
    }, 6);
  });
}
