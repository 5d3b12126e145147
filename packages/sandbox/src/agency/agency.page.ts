import { Router, urlencoded } from "express";
import { html, type Html } from "../pages/html";
import { readerOf, sendPage, type Reader } from "../pages/layout";
import type { World } from "../world";
import { askProduct, HANDED_OVER_QUERY, type AgencyAnswer } from "./ask-product";

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
<div><label for="endpoint">${t.endpoint}</label><input id="endpoint" name="endpoint" value="${asked.endpoint}" autocomplete="off"></div>
<div><label for="key">${t.key}</label><input id="key" name="key" type="password" autocomplete="off" spellcheck="false"></div></div>
<details><summary>${t.query}</summary><textarea name="query" aria-label="${t.query}" rows="16" spellcheck="false">${asked.query}</textarea></details>
<button class="first">${t.ask}</button></form>${answer && answered(answer, asked, reader)}</div>`;
}

function answered(answer: AgencyAnswer, asked: Asked, { t }: Reader): Html {
  if (answer.kind === "key missing") return html`<p class="says" role="alert">${t.agencyKeyMissing}</p>`;
  if (answer.kind === "no address") return html`<p class="says" role="alert">${t.agencyUrlWrong}</p>`;
  if (answer.kind === "unreachable")
    return html`<p class="says" role="alert">${t.agencyUnreachable(asked.endpoint)}</p>`;
  if (answer.kind === "refused") return html`<p class="says" role="alert">${t.agencyRefused(answer.detail)}</p>`;
  const whole = html`<details><summary>${t.agencyAnswer}</summary><pre>${JSON.stringify(answer.data, null, 2)}</pre></details>`;
  if (answer.cases.length === 0) return html`<p>${t.agencyNone}</p>${whole}`;
  const items = answer.cases.map((one) => html`<section class="part flow">${tree(one)}</section>`);
  return html`${items}${whole}`;
}

/** Any answer as names and values: the page goes along with whatever the query asks. */
function tree(value: unknown): Html {
  if (Array.isArray(value)) return html`<ul class="list">${value.map((one) => html`<li>${tree(one)}</li>`)}</ul>`;
  if (typeof value !== "object" || value === null)
    return html`${value === null || value === undefined ? "–" : String(value)}`;
  const facts = Object.entries(value)
    .filter(([name]) => name !== "__typename")
    .map(([name, one]) => html`<dt>${name.replace(/([A-Z])/g, " $1").toLowerCase()}</dt><dd>${tree(one)}</dd>`);
  return html`<dl class="facts">${facts}</dl>`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
