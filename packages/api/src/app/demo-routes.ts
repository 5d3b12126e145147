import type { Express, Request, Response } from "express";
import { createLink } from "../features/communications/create-link";
import { dayOf } from "../platform/clock";
import { inTransaction } from "../platform/database/transaction";
import { refusalOf } from "../platform/refusal-of";
import { same, sha256 } from "../platform/tokens";
import { CREDITORS, DEMO_PASSWORD } from "./demo/demo-creditors";
import { KEY_PREFIX } from "./demo/demo-debtors";
import { nextDay } from "./demo/next-day";
import type { Product } from "./product";

/** The demo's calendar and welcome, for the sandbox and the launcher on this machine. Outside a demo these addresses don't exist. */
export function demoRoutes(app: Express, product: Product): void {
  const { config } = product;
  const asked = (request: Request, response: Response): boolean => {
    const secret = config.DEMO_SECRET;
    if (config.DEMO !== "off" && secret) {
      if (same(sha256(request.get("x-demo-secret") ?? ""), sha256(secret))) return true;
      response.status(403).json({ code: "NOT_ALLOWED", details: {} });
    } else response.status(404).json({ code: "NOT_FOUND", details: {} });
    return false;
  };
  app.get("/demo/clock", (request, response) => {
    if (!asked(request, response)) return;
    const now = product.clock.now();
    response.json({ today: dayOf(now), now: now.toISOString(), demo: true });
  });
  app.post("/demo/next-day", async (request, response) => {
    if (!asked(request, response)) return;
    try {
      response.json(await nextDay(product));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code !== "CONFLICT") throw error;
      response.status(409).json(refusal);
    }
  });
  app.get("/demo/welcome", async (request, response) => {
    if (asked(request, response)) response.json(await welcome(product));
  });
}

interface Welcome {
  readonly logins: readonly { email: string; password: string; role: string; organisation: string }[];
  readonly debtorLink: string | null;
  /** What the portal asks before it shows details: "3721 AA 4". */
  readonly debtorCheck: string | null;
  readonly addresses: { readonly admin: string; readonly portal: string };
}

async function welcome(product: Product): Promise<Welcome> {
  const origin = new URL(product.config.PUBLIC_URL).origin;
  const late = await linkOfSomebodyLate(product);
  return {
    logins: CREDITORS.flatMap(({ organisation, staff }) => staff.map(({ email, role }) => ({ email, password: DEMO_PASSWORD, role, organisation: organisation.name }))),
    debtorLink: late ? `${origin}/portal/l/${late.token}` : null,
    debtorCheck: late ? `${late.postalCode} ${late.houseNumber}` : null,
    addresses: { admin: `${origin}/`, portal: `${origin}/portal` },
  };
}

/** A fresh link, as of the last reminder, of a consumer who is late with a fair amount, and with whom nothing is agreed yet. */
async function linkOfSomebodyLate({ source, clock, config }: Product): Promise<{ token: string; postalCode: string; houseNumber: string } | undefined> {
  const organisationId = CREDITORS[0]?.id ?? "";
  const now = clock.now();
  return inTransaction(source, { organisationId, actor: { kind: "system" }, now }, async (tx) => {
    const debtor = await tx.first<{ id: string; postalCode: string; houseNumber: string; messageId: string | null }>(
      `select debtor.id, debtor.postal_code as "postalCode", debtor.house_number as "houseNumber",
         (select message.id from message where message.organisation_id = $1 and message.debtor_id = debtor.id and message.kind like 'reminder%' and message.handed_over_at is not null
          order by message.handed_over_at desc limit 1) as "messageId"
       from debtor join invoice_standing standing on standing.organisation_id = $1 and standing.debtor_id = debtor.id and standing.open_cents > 0 and standing.due_on < $2
       where debtor.organisation_id = $1 and debtor.kind = 'consumer' and debtor.external_key like '${KEY_PREFIX}%'
         and not exists (select 1 from plan where organisation_id = $1 and debtor_id = debtor.id and declined_on is null and ended_on is null)
         and not exists (select 1 from hold where organisation_id = $1 and debtor_id = debtor.id and lifted_at is null)
         and not exists (select 1 from dispute where organisation_id = $1 and debtor_id = debtor.id and decided_on is null)
         and not exists (select 1 from hand_over where organisation_id = $1 and debtor_id = debtor.id)
         and not exists (select 1 from promise_invoice line where line.organisation_id = $1 and line.invoice_id = standing.invoice_id and line.settled_on is null)
       group by debtor.id, debtor.external_key, debtor.postal_code, debtor.house_number
       order by exists (select 1 from message where message.organisation_id = $1 and message.debtor_id = debtor.id and message.kind like 'reminder%' and message.handed_over_at > $2::date - 30) desc,
         sum(standing.open_cents) between 15000 and 90000 desc, max(standing.due_on) desc, debtor.external_key limit 1`,
      [organisationId, dayOf(now)],
    );
    if (!debtor) return undefined;
    const token = await createLink(tx, config.SECRET_KEY, { debtorId: debtor.id, messageId: debtor.messageId ?? undefined, destination: "overview" });
    return { token, postalCode: debtor.postalCode, houseNumber: debtor.houseNumber };
  });
}
