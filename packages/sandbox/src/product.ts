import { isPlainDate, type PlainDate } from "@tegemoet/domain";

/** What the product says about its calendar. */
export interface ProductDay {
  readonly today: PlainDate;
  readonly now: string | null;
  readonly demo: boolean;
}

/** What one organisation's night did: its name and counts, whatever the product tells. */
export type NightSummary = Readonly<Record<string, unknown>>;

export interface ProductNight {
  readonly today: PlainDate;
  readonly nights: readonly NightSummary[];
}

/** Why the product gave no answer: nobody there, or an answer that we can't use. */
export class ProductSilent extends Error {
  constructor(
    readonly reason: "unreachable" | "refused" | "unreadable",
    readonly status: number | null,
    readonly detail: string,
  ) {
    super(`the product is ${reason}${status ? ` (${status})` : ""}: ${detail}`);
  }
}

/** The product as the outside world sees it: three addresses over plain HTTP. */
export class Product {
  constructor(
    readonly url: string,
    /** The address for people, which may differ from ours behind a proxy or in a container. */
    readonly publicUrl: string,
    private readonly secret: string,
  ) {}

  /** @throws ProductSilent */
  async day(): Promise<ProductDay> {
    const answer = await this.#ask("/demo/clock", { method: "GET", headers: { "X-Demo-Secret": this.secret } }, 3000);
    if (!isPlainDate(answer.today)) throw new ProductSilent("unreadable", 200, "no day in the answer");
    return {
      today: answer.today,
      now: typeof answer.now === "string" ? answer.now : null,
      demo: answer.demo !== false,
    };
  }

  /**
   * Lets the demo's next day come, its night included.
   *
   * @throws ProductSilent
   */
  async nextDay(): Promise<ProductNight> {
    const headers = { "X-Demo-Secret": this.secret, "Content-Type": "application/json" };
    const answer = await this.#ask("/demo/next-day", { method: "POST", headers, body: "{}" }, 180_000);
    if (!isPlainDate(answer.today)) throw new ProductSilent("unreadable", 200, "no day in the answer");
    const nights = Array.isArray(answer.nights) ? answer.nights : [];
    return { today: answer.today, nights: nights.filter((night) => typeof night === "object" && night !== null) };
  }

  /**
   * Tells the product what became of a mail or a text message, or what came in. Answers the HTTP status.
   *
   * @throws Error when nobody answers within ten seconds.
   */
  async tell(channel: "mail" | "sms", notice: unknown): Promise<number> {
    const response = await fetch(`${this.url}/inbound/${channel}`, {
      method: "POST",
      headers: { "X-Sandbox-Secret": this.secret, "Content-Type": "application/json" },
      body: JSON.stringify(notice),
      signal: AbortSignal.timeout(10_000),
      redirect: "manual",
    });
    await response.arrayBuffer();
    return response.status;
  }

  async #ask(path: string, init: RequestInit, timeoutMs: number): Promise<Record<string, unknown>> {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${this.url}${path}`, { ...init, signal, redirect: "manual" }).catch(
      (error: unknown) => {
        throw new ProductSilent("unreachable", null, error instanceof Error ? error.message : String(error));
      },
    );
    const text = await response.text().catch(() => "");
    if (!response.ok) throw new ProductSilent("refused", response.status, text.slice(0, 300));
    try {
      const answer: unknown = JSON.parse(text);
      if (typeof answer === "object" && answer !== null) return answer as Record<string, unknown>;
    } catch {
      // Handled below: an answer that isn't JSON is as useless as one without a day.
    }
    throw new ProductSilent("unreadable", response.status, text.slice(0, 300));
  }
}
