import { REFUSAL_CODES, type RefusalCode, type RefusalDetails } from "@tegemoet/domain";
import type { TypedDocumentString } from "../graphql/graphql";
import { BASE } from "./router";

/** The server said no, by a rule. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly code: RefusalCode, readonly details: RefusalDetails) {
    super(code);
  }
}

/** No answer came: no network, or a server that is down. What was asked may or may not have been done. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

const OURS = { "x-tegemoet": "portal" };

/** Called after every answer that kept the session alive, and when the server says that it ended. */
export const sessionSigns = { seen: () => {}, ended: () => {} };

type Answer<Result> = { data?: Result | null; errors?: { extensions?: { code?: string; details?: RefusalDetails } }[] };

/**
 * Asks the API one thing.
 *
 * @throws Refused with the code of the rule, or Unreachable.
 */
export async function ask<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): Promise<Result> {
  const question = import.meta.env.PROD ? { documentId: String(document.__meta__?.hash), variables } : { query: document.toString(), variables };
  const response = await send(`${BASE}/graphql`, {
    headers: { ...OURS, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(question),
  });
  const answer = await response.json().catch(() => undefined) as Answer<Result> | undefined;
  if (!answer || typeof answer !== "object") throw new Unreachable();
  const fault = answer.errors?.[0]?.extensions;
  if (answer.errors?.length || answer.data == null) throw refusal(fault?.code, fault?.details);
  sessionSigns.seen();
  return answer.data;
}

/** Opens the personal link: the one act that a link can do. Sets the session cookie. Throws Refused or Unreachable. */
export async function openLink(token: string): Promise<void> {
  const response = await send(`${BASE}/l/${encodeURIComponent(token)}`, { headers: OURS });
  if (response.ok) return;
  const answer = await response.json().catch(() => ({})) as { code?: string; details?: RefusalDetails };
  if (response.status >= 500) throw new Unreachable();
  throw refusal(answer.code ?? (response.status === 429 ? "TOO_MANY_TRIES" : "LINK_INVALID"), answer.details);
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { method: "POST", credentials: "same-origin", ...init });
  } catch {
    throw new Unreachable();
  }
}

function refusal(code: string | undefined, details: RefusalDetails = {}): Refused {
  const known = REFUSAL_CODES.find((refusalCode) => refusalCode === code) ?? "INTERNAL";
  if (known === "SESSION_ENDED") sessionSigns.ended();
  return new Refused(known, details);
}
