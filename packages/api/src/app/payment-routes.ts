import express, { type Express } from "express";
import { isId } from "../platform/ids";
import { reading } from "../platform/database/transaction";
import { refreshCheckout } from "../features/payments/refresh-checkout";
import type { Product } from "./product";

/**
 * The payment provider's call: an id and nothing else. Whatever it says, the status is asked of the provider itself; an id that isn't
 * ours gets the same 200, so that nobody learns which are. When asking fails we say so, and the provider calls again.
 */
export function paymentRoutes(app: Express, product: Product): void {
  const { source, outside, clock, logger } = product;
  app.post("/webhooks/mollie", express.urlencoded({ extended: false, limit: "2kb" }), async (request, response) => {
    const organisationId = String(request.query["organisation"] ?? "");
    const providerId = String((request.body as { id?: unknown } | undefined)?.id ?? "");
    if (!isId(organisationId) || !/^tr_\w{1,40}$/.test(providerId)) return void response.status(200).end();
    const checkout = await reading(source, organisationId, (reader) =>
      reader.first<{ id: string }>("select id from checkout where organisation_id = $1 and provider = 'mollie' and provider_id = $2", [reader.organisationId, providerId]));
    if (!checkout) return void response.status(200).end();
    try {
      await refreshCheckout(source, outside.payments, { organisationId, actor: { kind: "system" }, now: clock.now() }, { id: checkout.id, providerId });
      response.status(200).end();
    } catch (error) {
      logger.warn({ err: error, checkoutId: checkout.id }, "the payment provider could not be asked");
      response.status(503).end();
    }
  });
}
