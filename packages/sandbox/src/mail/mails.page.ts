import { Router, urlencoded } from "express";
import type { World } from "../world";
import { html, withLinks, type Html } from "../pages/html";
import { readerOf, sendPage, type Reader } from "../pages/layout";
import { formatMoment, formatSize } from "../pages/moments";
import type { Mail } from "./mailbox";
import { readQuery } from "./mails.api";
import { ANSWERS, answerMail, RECEIPT } from "./reply";

const PAGE = 50;

/** The inbox pages: the list at `/mail`, one mail at `/mail/:id`, its HTML alone at `/mail/:id/html`. */
export function mailPages(world: World): Router {
  const pages = Router();
  pages.get("/", (request, response) => {
    const { t, language } = readerOf(request);
    const query = readQuery(request.query);
    const offset = query.offset ?? 0;
    const { total, mails } = world.mailbox.list({ ...query, limit: PAGE, offset });
    const nothing = world.mailbox.size === 0 ? t.noMailsYet : t.nothingFound;
    const body = html`<div class="flow"><h1>${t.inboxTitle}</h1><p class="soft">${t.inboxIntro}</p>
<form method="get" class="fields" role="search">
<div><label for="q">${t.search}</label>
<input id="q" name="q" type="search" value="${query.q}" placeholder="${t.searchHint}"></div>
<div><label for="to">${t.recipient}</label>
<input id="to" name="to" type="search" value="${query.to}" placeholder="${t.recipientHint}"></div>
<div class="row"><button class="first">${t.show}</button></div></form>
<p class="soft" role="status">${t.found(total)}</p>
${mails.length > 0 ? mailList(mails, { t, language }) : html`<p>${nothing}</p>`}
<p class="row">${offset > 0 && pageLink(request.query, offset - PAGE, t.newer)}
${offset + PAGE < total && pageLink(request.query, offset + PAGE, t.older)}</p></div>`;
    sendPage(request, response, { title: t.inboxTitle, body, place: "mail" });
  });

  pages.get("/:id", async (request, response) => {
    const { t } = readerOf(request);
    const mail = world.mailbox.get(request.params.id);
    if (!mail)
      return sendPage(request, response, {
        title: t.notFoundTitle,
        body: html`<p>${t.mailMissing}</p>`,
        place: "mail",
        status: 404,
      });
    const body = await mailPage(world, mail, readerOf(request), request.query);
    sendPage(request, response, { title: mail.subject || t.noSubject, body, place: "mail" });
  });

  pages.get("/:id/html", async (request, response) => {
    const opened = await world.mailbox.open(request.params.id);
    // A mail is somebody else's page: no script, nothing from the network, its own origin; its links open beside us.
    response.setHeader(
      "Content-Security-Policy",
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; " +
        "img-src data:; base-uri 'self'; frame-ancestors 'self'",
    );
    response.setHeader("Referrer-Policy", "no-referrer");
    if (!opened?.html) return void response.status(404).type("html").send("");
    response.type("html").send(withLinksBeside(opened.html));
  });

  pages.post("/:id/reply", urlencoded({ extended: false, limit: "200kb" }), async (request, response) => {
    const mail = world.mailbox.get(request.params.id);
    const { text, from, other, kind, receipt } = (request.body ?? {}) as Record<string, unknown>;
    const written = typeof text === "string" ? text.trim() : "";
    const chosen = ANSWERS.find((one) => one === kind) ?? "reply";
    const stranger = typeof other === "string" && other.includes("@") ? other.trim() : undefined;
    const enough = written !== "" || chosen === "gone" || chosen === "full";
    if (mail && enough)
      await answerMail(world, mail, {
        text: written,
        kind: chosen,
        ...(stranger ? { from: stranger, loose: true } : typeof from === "string" && from ? { from } : {}),
        ...(receipt ? { file: RECEIPT } : {}),
      });
    response.redirect(303, `/mail/${encodeURIComponent(request.params.id)}?reply=${enough ? "sent" : "empty"}#reply`);
  });
  return pages;
}

/** Mails as a list of links: subject and recipient, the day, what stands out. */
export function mailList(mails: readonly Mail[], { t, language }: Reader): Html {
  const items = mails.map((mail) => {
    const files = mail.attachments.filter(({ inline }) => !inline).length;
    return html`<li><a class="item" href="/mail/${mail.id}"><b>${mail.subject || t.noSubject}</b>
<small>${formatMoment(mail.date ?? mail.receivedAt, language)}</small><small>${t.to} ${recipients(mail, t)}</small>
<small>${files > 0 && t.attachmentCount(files)}</small></a></li>`;
  });
  return html`<ul class="list">${items}</ul>`;
}

function recipients(mail: Mail, t: Reader["t"]): Html {
  const back = html`<span class="tag back">↩ ${t.bounced}</span>`;
  return html`${mail.recipients.join(", ")} ${mail.bounced.length > 0 && back}`;
}

async function mailPage(
  world: World,
  mail: Mail,
  reader: Reader,
  query: Readonly<Record<string, unknown>>,
): Promise<Html> {
  const { t, language } = reader;
  const opened = await world.mailbox.open(mail.id);
  const views = { html: t.asHtml, text: t.asText, headers: t.asHeaders, source: t.asSource } as const;
  const asked = String(query.view) as keyof typeof views;
  const view = Object.hasOwn(views, asked) ? asked : opened?.html ? "html" : "text";
  const tabs = Object.entries(views).map(
    ([name, label]) => html`<a href="?view=${name}"${name === view ? html` aria-current="page"` : null}>${label}</a>`,
  );
  const content = {
    html: () =>
      opened?.html
        ? html`<iframe src="/mail/${mail.id}/html" title="${t.mailFrame}"
sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
        : html`<p>${t.noHtml}</p><pre>${withLinks(opened?.text ?? "")}</pre>`,
    text: () => (opened?.text ? html`<pre>${withLinks(opened.text)}</pre>` : html`<p>${t.noText}</p>`),
    headers: () => html`<pre>${(opened?.headerLines ?? []).map(({ line }) => `${line}\n`)}</pre>`,
    source: () => html`<p><a href="/api/mails/${mail.id}/raw">${t.asSource} (${formatSize(mail.size)})</a></p>`,
  }[view]();
  return html`<div class="flow"><p><a class="away" href="/mail">‹ ${t.back}</a></p>
<h1>${mail.subject || t.noSubject}</h1>
<dl class="facts"><dt>${t.from}</dt><dd>${[mail.from.name, mail.from.address].filter(Boolean).join(" · ")}</dd>
<dt>${t.to}</dt><dd>${recipients(mail, t)}</dd>
<dt>${t.sent}</dt><dd>${formatMoment(mail.date ?? mail.receivedAt, language)}</dd></dl>
${attachmentList(mail, reader)}
<nav class="tabs">${tabs}</nav>${content}
${replyForm(mail, reader, query.reply)}
${noticeList(world, mail, reader)}</div>`;
}

function attachmentList(mail: Mail, { t }: Reader): Html | null {
  const files = mail.attachments.filter(({ inline }) => !inline);
  if (files.length === 0) return null;
  const items = files.map(
    ({ n, filename, size }) =>
      html`<a class="btn" href="/api/mails/${mail.id}/attachments/${n}?inline">${filename} (${formatSize(size)})</a>`,
  );
  return html`<div><p class="soft">${t.attachments}</p><p class="row">${items}</p></div>`;
}

function replyForm(mail: Mail, { t }: Reader, outcome: unknown): Html {
  const options = mail.recipients.map((address) => html`<option>${address}</option>`);
  const kinds = ANSWERS.map((kind) => html`<option value="${kind}">${t.replyKinds[kind]}</option>`);
  const names = html`<div><label for="from">${t.replyFrom}</label>
<select id="from" name="from">${options}</select></div>`;
  return html`<section id="reply" class="part flow"><h2>${t.replyTitle}</h2>
${outcome === "sent" && html`<p class="says" role="status">✓ ${t.replySent}</p>`}
${outcome === "empty" && html`<p class="says" role="alert">${t.replyEmpty}</p>`}
<form method="post" action="/mail/${mail.id}/reply" class="flow">
${mail.recipients.length > 1 && names}
<div><label for="kind">${t.replyHow}</label><select id="kind" name="kind">${kinds}</select></div>
<div><label for="text">${t.replyLabel}</label><textarea id="text" name="text" rows="5"></textarea></div>
<div><label for="other">${t.replyOther}</label><input id="other" name="other" type="email" placeholder="boekhouder@kantoor.example"></div>
<p><label><input type="checkbox" name="receipt" value="yes"> ${t.replyReceipt}</label></p>
<button class="first">${t.replySend}</button></form></section>`;
}

function noticeList(world: World, mail: Mail, { t, language }: Reader): Html | null {
  const notices = world.notices.ofMail(mail.id);
  if (notices.length === 0) return null;
  const items = notices.map(
    ({ notice, state, answer }) =>
      html`<li class="item"><span><b>${t.notice[notice.kind]}</b> · ${notice.to} · ${t.noticeState[state]}${
        state !== "told" && answer !== "" ? html` (${answer})` : null
      }</span><small>${formatMoment(notice.at, language)}</small></li>`,
  );
  return html`<section class="part flow"><h2>${t.noticesTitle}</h2><ul class="list">${items}</ul></section>`;
}

function pageLink(query: Readonly<Record<string, unknown>>, offset: number, label: string): Html {
  const next = new URLSearchParams();
  for (const name of ["q", "to"]) if (typeof query[name] === "string") next.set(name, query[name]);
  if (offset > 0) next.set("offset", String(offset));
  return html`<a class="btn" href="?${next.toString()}">${label}</a>`;
}

/** Has every link of a mail open in a tab of its own. */
function withLinksBeside(page: string): string {
  const base = `<base target="_blank">`;
  return /<head[^>]*>/i.test(page) ? page.replace(/<head[^>]*>/i, (head) => head + base) : base + page;
}
