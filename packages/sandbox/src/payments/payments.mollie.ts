import { Router, json, type NextFunction, type Request, type Response } from "express";
import type { World } from "../world";
import { MollieProblem, sendHal } from "./mollie-problem";
import { link, money, toMollie, type Chargeback, type Payment, type Refund } from "./payment";
import { METHODS, readAmount, readPaymentRequest } from "./read-payment-request";
import type { Answer } from "./replays";

const DOCUMENTATION = link("https://docs.mollie.com/reference/overview", "text/html");

/** The part of Mollie's HTTP API v2 that a shop needs: payments, methods, refunds, chargebacks. Mounted at `/v2`. */
export function mollieApi(world: World): Router {
  const api = Router();
  api.use((_request, _response, next) => {
    if (world.outages.isDown("psp")) throw new MollieProblem(503, "The payment provider is out of order for a moment");
    next();
  });
  api.use((request, _response, next) => {
    checkKey(request, world.settings.apiKey);
    next();
  });
  api.use(json({ limit: "100kb", strict: true, type: () => true }));

  api.post("/payments", async (request, response) => {
    await replayable(world, request, response, async () => {
      const payment = await world.payments.create(readPaymentRequest(bodyOf(request)));
      return { status: 201, body: JSON.stringify(toMollie(payment, world.url)) };
    });
  });
  api.get("/payments", async (request, response) => {
    const payments = await world.payments.list();
    const from = payments.findIndex((payment) => payment.id === request.query.from);
    const limit = Math.min(250, Math.max(1, Number(request.query.limit ?? 50) || 50));
    const start = Math.max(0, from);
    const shown = payments.slice(start, start + limit);
    const next = payments[start + limit];
    sendHal(response, 200, {
      count: shown.length,
      _embedded: { payments: shown.map((payment) => toMollie(payment, world.url)) },
      _links: {
        ...listLinks(`${world.url}/v2/payments`),
        next: next ? link(`${world.url}/v2/payments?from=${next.id}&limit=${limit}`) : null,
      },
    });
  });
  api.get("/payments/:id", async (request, response) => {
    sendHal(response, 200, toMollie(await world.payments.get(request.params.id), world.url));
  });
  api.delete("/payments/:id", async (request, response) => {
    sendHal(response, 200, toMollie(await world.payments.cancel(request.params.id), world.url));
  });
  api.get("/methods", (request, response) => {
    const methods = METHODS.map((method) => methodToMollie(method, world.url));
    const links = { self: link(`${world.url}/v2/methods`), documentation: DOCUMENTATION };
    sendHal(response, 200, { count: methods.length, _embedded: { methods }, _links: links });
  });

  api.post("/payments/:id/refunds", async (request, response) => {
    await replayable(world, request, response, async () => {
      const payment = await world.payments.get(request.params.id);
      const { amount, description, metadata } = bodyOf(request);
      const refund = await world.payments.refund(payment.id, {
        amount: amount === undefined ? payment.amount : readAmount(amount),
        description: typeof description === "string" ? description.slice(0, 255) : "",
        metadata: metadata ?? null,
      });
      return { status: 201, body: JSON.stringify(refundToMollie(payment, refund, world.url)) };
    });
  });
  api.get("/payments/:id/refunds", async (request, response) => {
    const payment = await world.payments.get(request.params.id);
    const refunds = payment.refunds.map((refund) => refundToMollie(payment, refund, world.url));
    sendHal(response, 200, list("refunds", refunds, `${world.url}/v2/payments/${payment.id}/refunds`));
  });
  api.get("/payments/:id/refunds/:refundId", async (request, response) => {
    const payment = await world.payments.get(request.params.id);
    const refund = payment.refunds.find(({ id }) => id === request.params.refundId);
    if (!refund) throw new MollieProblem(404, `No refund exists with token ${request.params.refundId}.`);
    sendHal(response, 200, refundToMollie(payment, refund, world.url));
  });
  api.get("/payments/:id/chargebacks", async (request, response) => {
    const payment = await world.payments.get(request.params.id);
    const chargebacks = payment.chargebacks.map((chargeback) => chargebackToMollie(payment, chargeback, world.url));
    sendHal(response, 200, list("chargebacks", chargebacks, `${world.url}/v2/payments/${payment.id}/chargebacks`));
  });

  api.use((request) => {
    throw new MollieProblem(404, `The sandbox does not know ${request.method} ${request.originalUrl.split("?")[0]}`);
  });
  api.use(answerProblem);
  return api;
}

/** Writes whatever went wrong in Mollie's shape; a body that isn't JSON is a 400. */
function answerProblem(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) return next(error);
  if (error instanceof MollieProblem) {
    if (error.status === 503) response.setHeader("Retry-After", "5");
    return sendHal(response, error.status, error.body);
  }
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  if (status >= 400 && status < 500) {
    return sendHal(response, 400, new MollieProblem(400, "The request body could not be read as JSON").body);
  }
  next(error);
}

function checkKey(request: Request, only: string | undefined): void {
  const key = keyOf(request);
  if (key.startsWith("live_")) throw new MollieProblem(401, "This is a sandbox; use a key that begins with test_");
  if (!/^test_\w+$/.test(key) || (only !== undefined && key !== only)) {
    throw new MollieProblem(401, "Missing authentication, or failed to authenticate");
  }
}

function keyOf(request: Request): string {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
}

async function replayable(
  world: World,
  request: Request,
  response: Response,
  work: () => Promise<Answer>,
): Promise<void> {
  const key = request.get("Idempotency-Key");
  const fingerprint = `${request.method} ${request.originalUrl}\n${JSON.stringify(request.body ?? null)}`;
  const answer = await world.replays.once(keyOf(request), key, fingerprint, work);
  if (answer.replayed) response.setHeader("Idempotent-Replayed", "true");
  sendHal(response, answer.status, answer.body);
}

function bodyOf(request: Request): Record<string, unknown> {
  const body: unknown = request.body;
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new MollieProblem(400, "The request body must be a JSON object");
}

function list(name: string, items: unknown[], self: string): Record<string, unknown> {
  return { count: items.length, _embedded: { [name]: items }, _links: listLinks(self) };
}

function listLinks(self: string): Record<string, unknown> {
  return { self: link(self), previous: null, next: null, documentation: DOCUMENTATION };
}

function methodToMollie(method: (typeof METHODS)[number], url: string): Record<string, unknown> {
  const image = `${url}/assets/method-${method.id}.svg`;
  return {
    resource: "method",
    id: method.id,
    description: method.description,
    minimumAmount: money(method.least),
    maximumAmount: money(method.most),
    image: { size1x: image, size2x: image, svg: image },
    status: "activated",
    _links: { self: link(`${url}/v2/methods/${method.id}`) },
  };
}

function refundToMollie(payment: Payment, refund: Refund, url: string): Record<string, unknown> {
  const self = `${url}/v2/payments/${payment.id}/refunds/${refund.id}`;
  return {
    resource: "refund",
    mode: "test",
    ...refund,
    amount: money(refund.amount),
    paymentId: payment.id,
    _links: { self: link(self), payment: link(`${url}/v2/payments/${payment.id}`), documentation: DOCUMENTATION },
  };
}

function chargebackToMollie(payment: Payment, chargeback: Chargeback, url: string): Record<string, unknown> {
  const self = `${url}/v2/payments/${payment.id}/chargebacks/${chargeback.id}`;
  return {
    resource: "chargeback",
    ...chargeback,
    amount: money(chargeback.amount),
    paymentId: payment.id,
    reversedAt: chargeback.reversedAt ?? null,
    _links: { self: link(self), payment: link(`${url}/v2/payments/${payment.id}`), documentation: DOCUMENTATION },
  };
}
