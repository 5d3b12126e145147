import { SmsRefused, type OutgoingSms, type SmsGateway } from "../../platform/outside";

/** What a gateway answers when the number itself is wrong; anything else but success means: try again later. */
const NUMBER_IS_WRONG = new Set([400, 404, 410, 422]);

/**
 * Text messages over HTTP, in the shape that gateways have in common: one JSON object a message, a bearer token, 2xx when it is taken.
 * What became of it comes back to `/inbound/sms` under the same reference.
 */
export class HttpSmsGateway implements SmsGateway {
  constructor(private readonly options: { readonly url: string; readonly token?: string }) {}

  /** @throws SmsRefused when the gateway says that the number is wrong; any other error means: try again later, it stays one message. */
  async send({ to, from, text, reference }: OutgoingSms): Promise<void> {
    const { url, token } = this.options;
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": reference, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ to, from, text, reference }),
      signal: AbortSignal.timeout(15_000),
      redirect: "error",
    });
    if (response.ok) return;
    const said = (await response.text().catch(() => "")).replace(/\s+/g, " ").slice(0, 200);
    if (NUMBER_IS_WRONG.has(response.status)) throw new SmsRefused(`${response.status} ${said}`.trim());
    throw new Error(`the SMS gateway answered ${response.status}`);
  }
}

/** What a phone shows as sender, from a name: at most 11 letters and figures of ASCII. */
export function smsSender(name: string): string {
  const plain = name.normalize("NFD").replace(/[^A-Za-z0-9 ]/g, "").replace(/\s+/g, " ").trim();
  return plain.slice(0, 11).trim() || "Info";
}
