import type { DataSource } from "typeorm";
import { inTransaction, reading, type Act } from "../../platform/database/transaction";
import type { PaymentProvider } from "../../platform/outside";
import { settleCheckout } from "./settle-checkout";

/** Asks the provider how a payment stands and writes it down. Outside any transaction while it waits for the answer. */
export async function refreshCheckout(source: DataSource, provider: PaymentProvider, act: Act, checkout: { id: string; providerId: string }): Promise<string> {
  const payment = await provider.fetch(checkout.providerId);
  if (!payment) return "unknown";
  return inTransaction(source, act, (tx) => settleCheckout(tx, checkout.id, payment));
}

/** A payment whose webhook never came: asked for again until it has an end (I-19). */
export async function refreshOpenCheckouts(source: DataSource, provider: PaymentProvider, act: Act): Promise<number> {
  const open = await reading(source, act.organisationId, (reader) =>
    reader.query<{ id: string; providerId: string }>(
      `select id, provider_id as "providerId" from checkout
       where organisation_id = $1 and state in ('open', 'pending', 'authorized') and provider_id is not null order by created_at limit 100`,
      [reader.organisationId],
    ));
  let settled = 0;
  for (const checkout of open) {
    const state = await refreshCheckout(source, provider, act, checkout).catch(() => "unknown");
    if (state === "paid" || state === "expired" || state === "canceled" || state === "failed") settled += 1;
  }
  return settled;
}
