import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";

const RESULTS = join(__dirname, "..", "..", "..", "test-results");
const PATIENCE_MS = 10_000;

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export interface Looks {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly locale?: "nl-NL" | "en-GB";
}

/** Somebody at a browser of their own. Knows the product by what stands on the screen: roles, labels and texts. */
export class Person {
  /** What the browser complained about, on every page that was visited: errors, and what a content policy refused. */
  readonly complaints: string[] = [];
  page: Page;

  private constructor(readonly name: string, private readonly context: BrowserContext, page: Page) {
    this.page = page;
  }

  static async arrives(browser: Browser, name: string, { viewport = DESK, dark = false, locale = "nl-NL" }: Looks = {}): Promise<Person> {
    const context = await browser.newContext({
      viewport, locale, timezoneId: "Europe/Amsterdam", colorScheme: dark ? "dark" : "light", reducedMotion: "reduce",
      isMobile: viewport.width < 600, hasTouch: viewport.width < 600,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const person = new Person(name, context, await context.newPage());
    context.on("console", (message) => {
      if (message.type() === "error") person.complaints.push(`${message.page()?.url()}: ${message.text()}`);
    });
    context.on("weberror", (failed) => person.complaints.push(`${failed.page()?.url()}: ${failed.error().message}`));
    return person;
  }

  async goesTo(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: "load" });
  }

  /** Waits until a text stands on the screen. */
  async sees(text: string | RegExp, where: Page | FrameLocator = this.page): Promise<void> {
    await where.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async seesHeading(text: string | RegExp): Promise<void> {
    await this.page.getByRole("heading", { name: text }).first().waitFor();
  }

  async pressesButton(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name }).first().click();
  }

  async pressesLink(name: string | RegExp): Promise<void> {
    await this.page.getByRole("link", { name }).first().click();
  }

  async fillsIn(label: string | RegExp, value: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(value);
  }

  async chooses(label: string | RegExp): Promise<void> {
    await this.page.getByRole("radio", { name: label }).first().check();
  }

  /** Presses a link of a mail, which opens beside it, and goes on there. */
  async followsInMail(name: string | RegExp): Promise<void> {
    const opened = this.context.waitForEvent("page");
    await this.mail().getByRole("link", { name }).first().click();
    this.page = await opened;
    await this.page.waitForLoadState();
  }

  /** The mail that is open in the sandbox's inbox, as its reader sees it. */
  mail(): FrameLocator {
    return this.page.frameLocator("iframe");
  }

  /** All text on the screen. */
  async reads(): Promise<string> {
    return this.page.locator("body").innerText();
  }

  /** Drops a file on the page, as from a folder. */
  async dropsFile(file: { readonly name: string; readonly text: string }): Promise<void> {
    const transfer = await this.page.evaluateHandle(({ name, text }) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], name, { type: "text/xml" }));
      return dropped;
    }, file);
    await this.page.locator(".drop").first().dispatchEvent("drop", { dataTransfer: transfer });
  }

  /** The faults of accessibility on this page that keep somebody from using it, each with the element it is about. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    return grave.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => `${id} (${help}) at ${target.join(" ")}: ${html.slice(0, 160)}`));
  }

  /** Keeps a picture and the text of what this person sees in test-results/, for whoever reads why a test failed. */
  async keepsEvidence(title: string): Promise<void> {
    mkdirSync(RESULTS, { recursive: true });
    const file = join(RESULTS, `${title} - ${this.name}`.replace(/[^\w -]+/g, "").slice(0, 120));
    const pages = this.context.pages();
    await this.page.screenshot({ path: `${file}.png`, fullPage: true }).catch(() => undefined);
    const text = await this.reads().catch((error: Error) => error.message);
    const others = pages.map((page) => page.url()).join("\n");
    writeFileSync(`${file}.txt`, [this.page.url(), text, `Pages:\n${others}`, `Complaints:\n${this.complaints.join("\n")}`].join("\n\n"));
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}
