import { formatIban, formatMoney } from "@tegemoet/domain";
import { Router, urlencoded, type Request } from "express";
import type { World } from "../world";
import { html, type Html } from "../pages/html";
import { readerOf, sendPage, type Reader } from "../pages/layout";
import { formatMoment } from "../pages/moments";
import { examplePayer, isIban } from "./example-payer";
import { isUndecided, WEBHOOK_MODES, type Payment, type PaymentStatus, type WebhookMode } from "./payment";
import { METHODS } from "./read-payment-request";
import type { Settlement } from "./payment-desk";

const CHOICES: ReadonlyMap<unknown, PaymentStatus | "later"> = new Map([
  ["paid", "paid"],
  ["paid-late", "paid"],
  ["canceled", "canceled"],
  ["failed", "failed"],
  ["expired", "expired"],
  ["later", "later"],
]);
const LATE_MS = 60_000;

/** What a payer sees at their bank, `/bank/:id`, and all payments at `/bank`. Opening a page never decides anything. */
export function bankPages(world: World): Router {
  const pages = Router();
  pages.use((request, response, next) => {
    if (!world.outages.isDown("psp")) return next();
    const { t } = readerOf(request);
    sendPage(request, response, {
      title: t.bankName,
      body: html`<h1>${t.bankName}</h1><p>${t.bankDown}</p>`,
      place: "bank",
      status: 503,
    });
  });

  pages.get("/", async (request, response) => {
    const reader = readerOf(request);
    const payments = (await world.payments.list()).slice(0, 100);
    sendPage(request, response, { title: reader.t.paymentsTitle, body: paymentList(payments, reader), place: "bank" });
  });

  pages.get("/:id", async (request, response) => {
    const reader = readerOf(request);
    const payment = await world.payments.find(request.params.id);
    if (!payment)
      return sendPage(request, response, {
        title: reader.t.notFoundTitle,
        body: html`<p>${reader.t.paymentMissing}</p>`,
        place: "bank",
        status: 404,
      });
    const body = isUndecided(payment) ? askPage(payment, reader, request) : decidedPage(payment, reader);
    sendPage(request, response, { title: reader.t.bankTitle, body, place: "bank" });
  });

  pages.post("/:id", urlencoded({ extended: false }), async (request, response) => {
    const payment = await world.payments.find(request.params.id);
    const form = { ...request.query, ...((request.body ?? {}) as Record<string, unknown>) };
    if (payment && (form.choice === "charge-back" || form.choice === "give-back")) {
      await turnBack(world, payment, form.choice);
      return response.redirect(303, `/bank/${payment.id}`);
    }
    const choice = CHOICES.get(form.choice);
    if (!payment || !choice) return response.redirect(303, `/bank/${encodeURIComponent(request.params.id)}`);
    const account =
      typeof form.consumerAccount === "string" ? form.consumerAccount.replace(/\s+/g, "").toUpperCase() : "";
    if (choice === "paid" && isUndecided(payment) && account && !isIban(account)) {
      const { t } = readerOf(request);
      return sendPage(request, response, {
        title: t.bankTitle,
        body: askPage(payment, readerOf(request), request, t.ibanWrong),
        place: "bank",
        status: 422,
      });
    }
    const settlement = settlementOf(form, choice, account);
    if (settlement) await world.payments.settle(payment.id, settlement);
    const back = choice === "canceled" ? (payment.cancelUrl ?? payment.redirectUrl) : payment.redirectUrl;
    response.redirect(303, back ?? `/bank/${payment.id}`);
  });
  return pages;
}

/** The payer's bank takes a payment back, whole, or gives it back again. A second press changes nothing. */
async function turnBack(world: World, payment: Payment, choice: "charge-back" | "give-back"): Promise<void> {
  if (payment.status !== "paid" || isTakenBack(payment) !== (choice === "give-back")) return;
  if (choice === "give-back") await world.payments.reverseChargeBack(payment.id);
  else await world.payments.chargeBack(payment.id, payment.amount);
}

function isTakenBack({ chargebacks }: Payment): boolean {
  return chargebacks.some(({ reversedAt }) => reversedAt === undefined);
}

function settlementOf(
  form: Record<string, unknown>,
  choice: PaymentStatus | "later",
  account: string,
): Settlement | null {
  if (choice === "later") return null;
  const late = form.choice === "paid-late";
  const webhook = WEBHOOK_MODES.find((mode) => mode === form.webhook);
  const seconds = Number(form.delaySeconds);
  const delayMs =
    form.delaySeconds && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 86_400) * 1000 : undefined;
  const name = typeof form.consumerName === "string" ? form.consumerName.trim().slice(0, 70) : "";
  return {
    status: choice,
    webhook: late ? "late" : webhook,
    delayMs: late ? (delayMs ?? LATE_MS) : delayMs,
    payer: { ...(name && { consumerName: name }), ...(account && { consumerAccount: account }) },
  };
}

function askPage(payment: Payment, { t, language }: Reader, request: Request, fault?: string): Html {
  const preset = WEBHOOK_MODES.find((mode) => mode === request.query.webhook) ?? payment.webhookMode;
  const options = (["usual", ...WEBHOOK_MODES] as const).map(
    (mode: WebhookMode | "usual") =>
      html`<option value="${mode}"${mode === preset ? html` selected` : null}>${t.webhook[mode]}</option>`,
  );
  return html`<form method="post" action="/bank/${payment.id}" class="bank flow">
<p class="soft">${t.bankName}</p><h1>${t.bankTitle}</h1>
${fault && html`<p class="says" role="alert">${fault}</p>`}
<dl class="facts">${fact(t.payTo, html`<b>${creditorOf(payment)}</b>`)}${fact(t.payFor, payment.description)}
${fact(t.payMethod, METHODS.find(({ id }) => id === (payment.method ?? "ideal"))?.description ?? "")}
${fact(t.payUntil, formatMoment(payment.expiresAt, language))}</dl>
<p class="sum">${formatMoney(payment.amount, language)}</p>
<div class="stack"><button class="first" name="choice" value="paid">${t.pay}</button>
<button name="choice" value="canceled">${t.cancel}</button><button name="choice" value="later">${t.later}</button></div>
${payerFields(payment, t, fault !== undefined)}
<details><summary>${t.forTesters}</summary><div class="flow"><div class="stack">
<button name="choice" value="failed">${t.fail}</button><button name="choice" value="expired">${t.expire}</button>
<button name="choice" value="paid-late">${t.payTellLater}</button></div>
<div class="fields"><div><label for="webhook">${t.webhookLabel}</label>
<select id="webhook" name="webhook">${options}</select></div>
<div><label for="delay">${t.delayLabel}</label>
<input id="delay" name="delaySeconds" inputmode="numeric" autocomplete="off"></div></div></div></details></form>`;
}

function payerFields(payment: Payment, t: Reader["t"], open: boolean): Html {
  const { consumerName, consumerAccount } = examplePayer(payment.id);
  return html`<details${open && html` open`}><summary>${t.fromAccount}: ${consumerName}</summary><div class="fields">
<div><label for="holder">${t.holder}</label>
<input id="holder" name="consumerName" value="${consumerName}" maxlength="70" autocomplete="off"></div>
<div><label for="account">${t.account}</label>
<input id="account" name="consumerAccount" value="${formatIban(consumerAccount)}" autocomplete="off"></div>
</div></details>`;
}

function fact(name: string, value: Html | string): Html {
  return html`<dt>${name}</dt><dd>${value}</dd>`;
}

function decidedPage(payment: Payment, { t, language }: Reader): Html {
  const calls = payment.messages.flatMap(({ reason, dueAt, calls, done }) => [
    ...calls.map(
      ({ at, answer }) =>
        html`<li class="item"><span>${reason}: ${answer}</span><small>${formatMoment(at, language)}</small></li>`,
    ),
    done && calls.length > 0
      ? null
      : html`<li class="item"><span>${reason}: ${done ? t.callNever : t.callWaiting}</span>
<small>${!done && formatMoment(dueAt, language)}</small></li>`,
  ]);
  const heard = calls.length > 0 ? html`<ul class="list">${calls}</ul>` : html`<p>${t.noCalls}</p>`;
  return html`<div class="bank flow"><p class="soft">${t.bankName}</p>
<h1>${t.decidedTitle(t.status[payment.status])}</h1>
<dl class="facts">${fact(t.payTo, html`<b>${creditorOf(payment)}</b>`)}${fact(t.payFor, payment.description)}</dl>
<p class="sum">${formatMoney(payment.amount, language)}</p><p>${t.decidedText}</p>
${payment.redirectUrl && html`<p><a class="btn first" href="${payment.redirectUrl}">${t.toShop}</a></p>`}
${payment.status === "paid" && chargeBackForm(payment, t)}
<section class="part flow"><h2>${t.callsTitle}</h2>${heard}</section></div>`;
}

function chargeBackForm(payment: Payment, t: Reader["t"]): Html {
  const taken = isTakenBack(payment);
  return html`<form method="post" action="/bank/${payment.id}" class="part flow"><h2>${t.chargeBackTitle}</h2>
<p class="soft">${taken ? t.chargedBack : t.chargeBackText}</p>
<div class="stack"><button name="choice" value="${taken ? "give-back" : "charge-back"}">
${taken ? t.giveBack : t.chargeBack}</button></div></form>`;
}

function paymentList(payments: readonly Payment[], { t, language }: Reader): Html {
  const items = payments.map((payment) => {
    const amount = html`<span class="money">${formatMoney(payment.amount, language)}</span>`;
    return html`<li><a class="item" href="/bank/${payment.id}"><b>${payment.description}</b>${amount}
<small>${creditorOf(payment)}, ${formatMoment(payment.createdAt, language)}</small>
<span><span class="tag">${t.status[payment.status]}</span></span></a></li>`;
  });
  return html`<div class="flow"><h1>${t.paymentsTitle}</h1><p class="soft">${t.paymentsIntro}</p>
${items.length === 0 ? html`<p>${t.noPayments}</p>` : html`<ul class="list">${items}</ul>`}</div>`;
}

/** Who is paid: the shop's name when its metadata tells `creditor`, else the name of its site. */
function creditorOf(payment: Payment): string {
  const metadata = payment.metadata;
  if (
    typeof metadata === "object" &&
    metadata !== null &&
    "creditor" in metadata &&
    typeof metadata.creditor === "string"
  )
    return metadata.creditor;
  return payment.redirectUrl ? new URL(payment.redirectUrl).host : "";
}
