import type { PlainDate } from "@tegemoet/domain";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser";
import { DemoDays } from "../demo-days";
import { Person, PHONE } from "../person";
import { startRunningProduct, type RunningProduct } from "../running-product";

export const NAME = "Mevrouw A. Hendriks";
export const MAIL = "a.hendriks@example.nl";
export const NUMBER = "2026-0417";

/** Who and what the story is about, and what one part of it leaves for the next. Its people arrive in {@link begin}. */
export class Story {
  product!: RunningProduct;
  browser!: Browser;
  days!: DemoDays;
  collector!: Person;
  /** On a phone. */
  debtor!: Person;
  /** Who decides with the collector. */
  second!: Person;
  /** The day on which the invoice falls due. */
  dueOn!: PlainDate;
  /** The creditor's account, as the portal shows it. */
  iban!: string;
  /** The days of the three instalments. */
  terms!: PlainDate[];
  readonly barriers: string[] = [];
  private stopped = false;

  async begin(): Promise<void> {
    [this.product, this.browser] = await Promise.all([startRunningProduct(), launchBrowser()]);
    this.days = new DemoDays(this.product);
    [this.collector, this.debtor, this.second] = await Promise.all([
      Person.arrives(this.browser, "collector"), Person.arrives(this.browser, "debtor", { viewport: PHONE }), Person.arrives(this.browser, "second person"),
    ]);
  }

  async end(): Promise<void> {
    await this.browser?.close();
    await this.product?.stop();
  }

  /** One part of the story. When it fails everybody keeps what they see; what comes after has nothing to stand on. */
  chapter(title: string, tell: () => Promise<void>): void {
    test(title, async () => {
      if (this.stopped) throw new Error("an earlier part of the story failed");
      try {
        await tell();
      } catch (error) {
        this.stopped = true;
        for (const person of [this.collector, this.debtor, this.second]) await person?.keepsEvidence(title);
        throw error;
      }
    });
  }

  async signIn(person: Person, role: string): Promise<void> {
    const login = this.product.welcome?.logins.find((one) => one.role === role);
    if (!login) throw new Error(`the demo names no ${role}`);
    await person.fillsIn("E-mailadres", login.email);
    await person.fillsIn("Wachtwoord", login.password);
    await person.pressesButton("Aanmelden");
    await person.seesHeading("Vandaag");
  }

  async shows(person: Person, text: string | RegExp): Promise<boolean> {
    // A list says either what it holds or that it is empty; before that it is still being fetched.
    await person.page.locator("table, .view-state").first().waitFor();
    return (await person.page.getByText(text).filter({ visible: true }).count()) > 0;
  }

  async findMail(subject: RegExp): Promise<{ id: string } | undefined> {
    return (await this.days.subjectsTo(MAIL)).find((mail) => subject.test(mail.subject));
  }

  async remindersSent(): Promise<number> {
    return (await this.days.subjectsTo(MAIL)).filter(({ subject }) => subject.includes("graag uiterlijk")).length;
  }

  /** Looks in the sandbox's inbox for the newest mail to the debtor with such a subject, and opens it. */
  async openNewestMail(subject: RegExp): Promise<void> {
    await this.debtor.goesTo(`${this.product.sandboxUrl}/mail?to=${encodeURIComponent(MAIL)}`);
    await this.debtor.page.getByRole("listitem").getByRole("link", { name: subject }).filter({ hasText: MAIL }).first().click();
    await this.debtor.mail().locator("body").waitFor();
  }

  async openCase(): Promise<void> {
    await this.collector.pressesLink("Dossiers");
    await this.collector.page.getByRole("searchbox").first().fill("Hendriks");
    await this.collector.page.getByRole("table").getByRole("link", { name: new RegExp(NAME) }).first().click();
    await this.collector.seesHeading(NAME);
  }

  /** The creditor's account, as the portal shows it to who doubts. */
  async readIban(): Promise<string> {
    await this.debtor.page.getByText("Is dit echt? Controleer het").click();
    const shown = /NL\d\d\s[A-Z]{4}(?:\s\d{4}){2}\s\d{2}/.exec(await this.debtor.reads())?.[0];
    if (!shown) throw new Error("the portal shows no account");
    return shown.replace(/\s/g, "");
  }
}
