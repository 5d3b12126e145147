import { Router } from "express";
import type { World } from "../world";
import { html } from "../pages/html";
import { readerOf, sendPage } from "../pages/layout";
import { formatMoment, formatSize } from "../pages/moments";

const SHOWN = 200;

/** The page of posted letters, at `/letters`. */
export function letterPages(world: World): Router {
  const pages = Router();
  pages.get("/", (request, response) => {
    const { t, language } = readerOf(request);
    const letters = world.letters.list().slice(0, SHOWN);
    const items = letters.map((letter) => {
      const name = letter.recipient || letter.reference;
      const moment = formatMoment(letter.receivedAt, language);
      return html`<li><a class="item" href="/letters/${letter.id}.pdf"><b>${name}</b><small>${moment}</small>
<small>${t.reference} ${letter.reference} <span class="tag">✓ ${t.posted}</span></small>
<small>${t.openPdf}, ${formatSize(letter.bytes)}</small></a></li>`;
    });
    const body = html`<div class="flow"><h1>${t.lettersTitle}</h1><p class="soft">${t.lettersIntro}</p>
${items.length === 0 ? html`<p>${t.noLetters}</p>` : html`<ul class="list">${items}</ul>`}</div>`;
    sendPage(request, response, { title: t.lettersTitle, body, place: "letters" });
  });
  return pages;
}
