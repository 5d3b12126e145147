import type { CheckoutPartsFragment, StartPaymentMutationVariables } from "../../graphql/graphql";
import { navigate } from "../../lib/router";
import { keep, kept } from "../../lib/storage";

/** Goes to the bank's page; without one (already paid, or under way) to the page that says how the payment stands. */
export function leaveForBank(checkout: CheckoutPartsFragment, paysFor: StartPaymentMutationVariables): void {
  keep(`payment.${checkout.id}`, JSON.stringify(paysFor));
  if (checkout.url && checkout.state !== "paid") location.assign(checkout.url);
  else navigate(`/terug/${checkout.id}`);
}

/** What a payment was for, to try the very same again; its amount when this tab doesn't know any more. */
export function sameAgain({ id, amountCents }: CheckoutPartsFragment): StartPaymentMutationVariables {
  const known = kept(`payment.${id}`);
  return known ? JSON.parse(known) as StartPaymentMutationVariables : { amountCents };
}
