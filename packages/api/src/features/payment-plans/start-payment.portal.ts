import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { dayOf } from "../../platform/clock";
import { inTransaction } from "../../platform/database/transaction";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { DebtorContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { listOpenInvoices } from "../invoices/invoice.queries";
import { findOrganisation } from "../organisations/organisation.queries";
import { findInstalmentDue } from "./instalment-due.queries";
import { refreshCheckout } from "../payments/refresh-checkout";
import { settleCheckout } from "../payments/settle-checkout";
import { startCheckout } from "../payments/start-checkout";

@ObjectType("Checkout", { description: "state: open · pending · paid · failed · canceled · expired" })
export class PortalCheckout {
  @Field(() => ID) id!: string;
  @Field(() => String) state!: string;
  @Field(() => CentsScalar) amountCents!: number;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => MomentScalar, { nullable: true }) expiresAt!: Date | null;
  @Field(() => String) reference!: string;
  @Field(() => DayScalar, { nullable: true }) paidOn!: string | null;
}

interface CheckoutRow {
  id: string;
  state: string;
  amountCents: number;
  url: string | null;
  expiresAt: Date | null;
  reference: string;
  paidAt: Date | null;
  providerId: string | null;
}

@Resolver()
export class StartPaymentPortalResolver {
  @Query(() => PortalCheckout)
  async checkout(@Ctx() context: DebtorContext, @Arg("id", () => ID) id: string): Promise<PortalCheckout> {
    const found = await find(context, idOf(id));
    // Asked for while still open: the provider knows better than a webhook that may never come.
    if (found.providerId && ["open", "pending", "authorized"].includes(found.state)) {
      const act = { organisationId: context.viewer.organisationId, actor: { kind: "system" }, now: context.now } as const;
      await refreshCheckout(context.source, context.outside.payments, act, { id: found.id, providerId: found.providerId }).catch(() => undefined);
      return view(await find(context, found.id));
    }
    return view(found);
  }

  @Mutation(() => PortalCheckout, { description: "invoiceIds empty: everything that is open. instalment: the one now due. amountCents: another amount, at most what is open." })
  async startPayment(
    @Ctx() context: DebtorContext,
    @Arg("invoiceIds", () => [ID], { nullable: true }) invoiceIds?: string[] | null,
    @Arg("instalment", () => Boolean, { nullable: true }) instalment?: boolean | null,
    @Arg("amountCents", () => CentsScalar, { nullable: true }) amountCents?: number | null,
  ): Promise<PortalCheckout> {
    const { debtorId, language, organisationId, linkId } = context.viewer;
    await context.limits.take("portal-act", linkId);
    const wanted = invoiceIds?.map(idOf);
    const { order, creditor } = await context.write(async (tx) => {
      const due = instalment ? await findInstalmentDue(tx, debtorId, context.today) : undefined;
      if (instalment && !due) throw new Refusal("NOTHING_OPEN");
      const open = (await listOpenInvoices(tx, debtorId)).filter(({ kind }) => kind === "invoice");
      const chosen = due ? open.filter(({ id }) => due.invoiceIds.includes(id)) : wanted?.length ? open.filter(({ id }) => wanted.includes(id)) : open;
      if (wanted?.length && !due && chosen.length !== new Set(wanted).size) throw new Refusal("NOT_FOUND");
      const reference = chosen.length === 1 ? String(chosen[0]?.number) : `${chosen[0]?.number ?? ""} +${chosen.length - 1}`;
      return {
        creditor: (await findOrganisation(tx)).name,
        order: await startCheckout(tx, {
          debtorId, reference, realNow: context.realNow, amountCents: amountCents ?? due?.cents, plan: due && { planId: due.planId, number: due.number },
          lines: chosen.map((invoice) => ({ invoiceId: invoice.id, openCents: invoice.openCents })),
        }),
      };
    });
    if (order.url === null) {
      const { config } = context;
      const payment = await context.outside.payments.create({
        reference: order.checkoutId, amountCents: order.amountCents, language, description: `${creditor}, ${order.reference}`,
        returnUrl: new URL(`/portal/terug/${order.checkoutId}`, config.PUBLIC_URL).toString(),
        webhookUrl: new URL(`/webhooks/mollie?organisation=${organisationId}`, config.WEBHOOK_URL ?? config.PUBLIC_URL).toString(),
      }).catch(() => {
        throw new Refusal("PAYMENT_PROVIDER_DOWN");
      });
      await inTransaction(context.source, { organisationId, actor: { kind: "debtor", id: debtorId }, now: context.now }, (tx) => settleCheckout(tx, order.checkoutId, payment));
    }
    return view(await find(context, order.checkoutId));
  }
}

async function find(context: DebtorContext, checkoutId: string): Promise<CheckoutRow> {
  const row = await context.read((reader) =>
    reader.first<CheckoutRow>(
      `select id, state, amount_cents as "amountCents", url, expires_at as "expiresAt", reference, paid_at as "paidAt", provider_id as "providerId"
       from checkout where organisation_id = $1 and debtor_id = $2 and id = $3`,
      [reader.organisationId, context.viewer.debtorId, checkoutId],
    ));
  if (!row) throw new Refusal("NOT_FOUND");
  return row;
}

/** What differs from its order is looked at by a person; to the debtor it is a payment that we wait for. */
function view({ state, paidAt, ...row }: CheckoutRow): PortalCheckout {
  return { ...row, state: state === "differs" || state === "authorized" ? "pending" : state, paidOn: paidAt && dayOf(paidAt) };
}
