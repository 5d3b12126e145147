import { Router, json, type Response } from "express";
import { isOutageKind, OUTAGE_KINDS } from "./outages";
import { MollieProblem } from "./payments/mollie-problem";
import { WEBHOOK_MODES, type Payment, type PaymentStatus } from "./payments/payment";
import { readAmount } from "./payments/read-payment-request";
import type { World } from "./world";

const STATUSES: readonly PaymentStatus[] = ["pending", "paid", "canceled", "expired", "failed"];

/** What tests turn: payments, outages, a clean slate. Mounted at `/control`; nothing of it exists in the real world. */
export function controlApi(world: World): Router {
  const api = Router();
  api.use(json({ type: () => true }));
  const refuse = (response: Response, error: string): void => {
    response.status(422).json({ error });
  };

  api.get("/payments/:id", async (request, response) => {
    const payment = await world.payments.find(request.params.id);
    if (!payment) return void response.status(404).json({ error: "There is no payment with this id" });
    response.json(shown(payment));
  });

  // In this order: how the shop will hear, then what happens, then once more on demand.
  api.post("/payments/:id", async (request, response) => {
    const { id } = request.params;
    const { webhook, delayMs, status, payer, chargeback, repeat } = (request.body ?? {}) as Record<string, unknown>;
    const mode = WEBHOOK_MODES.find((one) => one === webhook);
    const next = STATUSES.find((one) => one === status);
    if (webhook !== undefined && !mode) return refuse(response, `webhook is one of ${WEBHOOK_MODES.join(", ")}`);
    if (status !== undefined && !next) return refuse(response, `status is one of ${STATUSES.join(", ")}`);
    if (delayMs !== undefined && !isCount(delayMs))
      return refuse(response, "delayMs is a whole number of milliseconds, such as 5000");
    try {
      if (mode) await world.payments.setWebhook(id, mode, delayMs as number | undefined);
      if (next)
        await world.payments.settle(id, {
          status: next,
          payer: typeof payer === "object" && payer ? payer : undefined,
        });
      if (chargeback !== undefined)
        await world.payments.chargeBack(id, readAmount({ currency: "EUR", value: chargeback }));
      if (repeat === true) await world.payments.repeatWebhook(id);
      response.json(shown(await world.payments.get(id)));
    } catch (error) {
      if (!(error instanceof MollieProblem)) throw error;
      response.status(error.status).json({ error: error.detail });
    }
  });

  api.post("/outage", (request, response) => {
    const { kind, seconds } = (request.body ?? {}) as Record<string, unknown>;
    if (!isOutageKind(kind)) return refuse(response, `kind is one of ${OUTAGE_KINDS.join(", ")}`);
    if (typeof seconds !== "number" || !(seconds >= 0 && seconds <= 86_400))
      return refuse(response, "seconds is a number from 0 to 86400");
    response.json({ kind, until: world.outages.start(kind, seconds).toISOString() });
  });

  api.get("/notices", (_request, response) => {
    response.json({ notices: world.notices.all() });
  });

  api.post("/reset", async (_request, response) => {
    world.outages.clear();
    await Promise.all([
      world.payments.clear(),
      world.mailbox.clear(),
      world.letters.clear(),
      world.sms.clear(),
      world.notices.clear(),
      world.replays.clear(),
    ]);
    response.status(204).end();
  });
  return api;
}

function shown(payment: Payment): Record<string, unknown> {
  const { id, status, webhookMode, webhookDelayMs, messages } = payment;
  return { id, status, webhook: webhookMode, delayMs: webhookDelayMs, messages };
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 86_400_000;
}
