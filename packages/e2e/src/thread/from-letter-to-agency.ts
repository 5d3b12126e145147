import { NAME, type Story } from "./story";

/** The letter of the law goes out, its term passes, two people hand the case over, and the agency reads it. */
export function tellOfTheAgency(story: Story): void {
  story.chapter("the fourteen-day letter goes by post and by mail with the exact costs: € 40,00 on € 62,00", async () => {
    const { debtor, days, product } = story;
    await days.passUntilTrue("the letter", async () => (await days.letters()).some(({ recipient }) => recipient.includes("Hendriks")), 40);
    await debtor.goesTo(`${product.sandboxUrl}/letters`);
    await debtor.sees(new RegExp("Hendriks"));
    await story.openNewestMail(/./);
    const text = await debtor.mail().locator("body").innerText();
    expect(text).toContain("binnen vijftien dagen nadat deze brief bij u is bezorgd");
    expect(text).toMatch(/€\s40,00/);
    expect(text).toMatch(/€\s62,00/);
  });

  story.chapter("its term passes, and a case goes to an agency only with a second person", async () => {
    const { collector, second, days, product } = story;
    await days.pass(17);
    await days.passUntilTrue("the hand-over", async () => {
      await collector.goesTo(`${product.url}/hand-overs`);
      await collector.seesHeading("Overdracht");
      return story.shows(collector, NAME);
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

  story.chapter("the agency sees the case with its key: debtor, claim by part, timeline and documents; another agency sees nothing", async () => {
    const { debtor, second, product } = story;
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
}
