import { Router, urlencoded } from "express";
import type { World } from "../world";
import { html, withLinks } from "../pages/html";
import { readerOf, sendPage } from "../pages/layout";
import { formatMoment } from "../pages/moments";

const SHOWN = 100;

/** The phone of all customers, at `/phone`: what came, newest first, and an answer under each. */
export function phonePages(world: World): Router {
  const pages = Router();
  pages.get("/", (request, response) => {
    const { t, language } = readerOf(request);
    const items = world.sms
      .list()
      .slice(0, SHOWN)
      .map(
        (sms) => html`<li class="item"><b>${sms.from} › ${sms.to}</b><small>${formatMoment(sms.receivedAt, language)}
${sms.state === "failed" ? html`<span class="tag back">↩ ${t.notice.failed}</span>` : html`<span class="tag">✓ ${t.notice.delivered}</span>`}</small>
<p>${withLinks(sms.text)}</p>
${sms.answers.map(({ at, text }) => html`<p class="says">${text} <small>${formatMoment(at, language)}</small></p>`)}
<form method="post" action="/phone/${sms.id}/reply" class="row">
<input name="text" aria-label="${t.smsAnswer}" placeholder="${t.smsAnswer}"><button>${t.smsSend}</button></form></li>`,
      );
    const body = html`<div class="flow"><h1>${t.phoneTitle}</h1><p class="soft">${t.phoneIntro}</p>
${items.length === 0 ? html`<p>${t.noSms}</p>` : html`<ul class="list">${items}</ul>`}</div>`;
    sendPage(request, response, { title: t.phoneTitle, body, place: "phone" });
  });
  pages.post("/:id/reply", urlencoded({ extended: false, limit: "20kb" }), async (request, response) => {
    const { text } = (request.body ?? {}) as Record<string, unknown>;
    if (typeof text === "string" && text.trim()) await world.sms.answer(request.params.id, text.trim());
    response.redirect(303, "/phone");
  });
  return pages;
}
