import { formatDay, formatMoney, isPlainDate } from "@tegemoet/domain";
import { Router, urlencoded } from "express";
import { html, type Html } from "../pages/html";
import { readerOf, sendPage, type Reader } from "../pages/layout";
import { formatMoment } from "../pages/moments";
import type { World } from "../world";
import { askProduct, type AgencyAnswer } from "./ask-product";
import { HANDED_OVER_QUERY } from "./handed-over.query";

interface Asked {
  readonly endpoint: string;
  readonly query: string;
}

/** A fake agency at `/agency`: with an address and a key it lists the cases that were handed over to it. */
export function agencyPages(world: World): Router {
  const pages = Router();
  const usual: Asked = { endpoint: `${world.product.url}/partner/graphql`, query: HANDED_OVER_QUERY };
  pages.get("/", (request, response) => {
    const reader = readerOf(request);
    sendPage(request, response, {
      title: reader.t.agencyTitle,
      body: agencyPage(usual, null, reader),
      place: "agency",
    });
  });
  pages.post("/", urlencoded({ extended: false }), async (request, response) => {
    const reader = readerOf(request);
    const form = (request.body ?? {}) as Record<string, unknown>;
    const asked = { endpoint: text(form.endpoint) || usual.endpoint, query: text(form.query) || usual.query };
    const answer = await askProduct({ ...asked, key: text(form.key) });
    sendPage(request, response, {
      title: reader.t.agencyTitle,
      body: agencyPage(asked, answer, reader),
      place: "agency",
    });
  });
  return pages;
}

function agencyPage(asked: Asked, answer: AgencyAnswer | null, reader: Reader): Html {
  const { t } = reader;
  return html`<div class="flow"><h1>${t.agencyTitle}</h1><p class="soft">${t.agencyIntro}</p>
<form method="post" action="/agency" class="flow"><div class="fields">
<div><label for="endpoint">${t.endpoint}</label>
<input id="endpoint" name="endpoint" value="${asked.endpoint}" autocomplete="off"></div>
<div><label for="key">${t.key}</label>
<input id="key" name="key" type="password" autocomplete="off" spellcheck="false"></div></div>
<details><summary>${t.query}</summary>
<textarea name="query" aria-label="${t.query}" rows="18" spellcheck="false">${asked.query}</textarea></details>
<button class="first">${t.ask}</button></form>${answer && answered(answer, asked, reader)}</div>`;
}

function answered(answer: AgencyAnswer, asked: Asked, reader: Reader): Html {
  const { t } = reader;
  if (answer.kind === "key missing") return html`<p class="says" role="alert">${t.agencyKeyMissing}</p>`;
  if (answer.kind === "no address") return html`<p class="says" role="alert">${t.agencyUrlWrong}</p>`;
  if (answer.kind === "unreachable")
    return html`<p class="says" role="alert">${t.agencyUnreachable(asked.endpoint)}</p>`;
  if (answer.kind === "refused") return html`<p class="says" role="alert">${t.agencyRefused(answer.detail)}</p>`;
  const text = JSON.stringify(answer.data, null, 2);
  const whole = html`<details><summary>${t.agencyAnswer}</summary><pre>${text}</pre></details>`;
  if (answer.cases.length === 0) return html`<p>${t.agencyNone}</p>${whole}`;
  return html`${answer.cases.map((one) => caseOf(one, reader))}${whole}`;
}

function caseOf(value: unknown, reader: Reader): Html {
  const { number, debtor, ...rest } = value as { number?: unknown; debtor?: { name?: unknown } };
  const title = [number, debtor?.name].filter((part) => typeof part === "string").join(" · ");
  return html`<section class="part flow">${title && html`<h2>${title}</h2>`}
${tree({ debtor, ...rest }, "", reader)}</section>`;
}

/** Any answer as names and values: the page goes along with whatever the query asks. The names are the API's own. */
function tree(value: unknown, name: string, reader: Reader): Html {
  if (Array.isArray(value))
    return html`<ul class="list">${value.map((one) => html`<li>${tree(one, name, reader)}</li>`)}</ul>`;
  if (typeof value !== "object" || value === null) return html`${leaf(value, name, reader)}`;
  const facts = Object.entries(value)
    .filter(([field, one]) => field !== "__typename" && one !== null && one !== undefined)
    .map(([field, one]) => html`<dt>${spaced(field)}</dt><dd>${tree(one, field, reader)}</dd>`);
  return html`<dl class="facts">${facts}</dl>`;
}

/** Cents as money, days and moments as people read them, the rest as it is. */
function leaf(value: unknown, name: string, { language }: Reader): string {
  if (value === null || value === undefined) return "–";
  if (/cents$/i.test(name) && Number.isSafeInteger(Number(value))) return formatMoney(Number(value), language);
  if (isPlainDate(value)) return formatDay(value, "short-year", language);
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return formatMoment(value, language);
  return String(value);
}

function spaced(field: string): string {
  return field
    .replace(/Cents$/, "")
    .replace(/([A-Z])/g, " $1")
    .toLowerCase();
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
