import type { PlainDate } from "@tegemoet/domain";
import type { RunningProduct } from "./running-product";

/** The demo's calendar, moved without its page where a press adds nothing. */
export class DemoDays {
  constructor(private readonly product: Pick<RunningProduct, "url" | "sandboxUrl" | "demoSecret">) {}

  async today(): Promise<PlainDate> {
    return (await this.ask("/demo/clock", "GET")).today;
  }

  /** Lets days pass, each with its night. */
  async pass(days: number): Promise<PlainDate> {
    let today = "";
    for (let day = 0; day < days; day += 1) today = (await this.ask("/demo/next-day", "POST")).today;
    return today;
  }

  async passUntil(day: PlainDate): Promise<void> {
    for (let today = await this.today(); today < day;) today = await this.pass(1);
  }

  /** Lets days pass until something is true, looking every morning. */
  async passUntilTrue(what: string, look: () => Promise<boolean>, most: number): Promise<void> {
    for (let days = 0; days <= most; days += 1) {
      if (await look()) return;
      if (days < most) await this.pass(1);
    }
    throw new Error(`${what} did not come within ${most} days`);
  }

  /** The subjects of the mails that an address got, the newest first. */
  async subjectsTo(address: string): Promise<{ id: string; subject: string }[]> {
    const answer = await fetch(`${this.product.sandboxUrl}/api/mails?to=${encodeURIComponent(address)}&limit=50`);
    return ((await answer.json()) as { mails: { id: string; subject: string }[] }).mails;
  }

  async letters(): Promise<{ recipient: string; pdf: string }[]> {
    const answer = await fetch(`${this.product.sandboxUrl}/api/letters`);
    return ((await answer.json()) as { letters: { recipient: string; pdf: string }[] }).letters;
  }

  private async ask(path: string, method: "GET" | "POST"): Promise<{ today: PlainDate }> {
    const headers = { "X-Demo-Secret": this.product.demoSecret, "Content-Type": "application/json" };
    const answer = await fetch(`${this.product.url}${path}`, { method, headers, ...(method === "POST" ? { body: "{}" } : {}) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { today: PlainDate };
  }
}
