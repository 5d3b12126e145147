import { formatDay } from "@tegemoet/domain";
import { Router, urlencoded } from "express";
import { mailList } from "../mail/mails.page";
import { html, type Html } from "../pages/html";
import { readerOf, sendPage, type Reader } from "../pages/layout";
import { ProductSilent, type NightSummary, type ProductDay, type ProductNight } from "../product";
import type { World } from "../world";
import { passDays, STRIDES, type Passed } from "./pass-days";

const NOTHING: Passed = { nights: [], stopped: null };

/** The home page: what day it is in the demo, the buttons that let days come, what the nights did, the latest mails. */
export function homePages(world: World): Router {
  const pages = Router();
  let last = NOTHING;
  let running = false;

  pages.get("/", async (request, response) => {
    const reader = readerOf(request);
    const day = await world.product.day().catch((error: unknown) => {
      if (error instanceof ProductSilent) return error;
      throw error;
    });
    const shown = request.query.night === undefined ? NOTHING : last;
    const body = html`<div class="flow"><h1>${reader.t.homeTitle}</h1><p class="soft">${reader.t.homeIntro}</p></div>
<div class="two"><section class="part flow">${calendar(world, day, running, reader)}
${nightReport(world, shown, reader)}</section>
${goTo(world, reader)}</div>${latestMails(world, reader)}`;
    sendPage(request, response, { title: reader.t.homeTitle, body, place: "home" });
  });

  pages.post("/calendar", urlencoded({ extended: false }), async (request, response) => {
    const asked = ((request.body ?? {}) as Record<string, unknown>).stride;
    const stride = STRIDES.find((one) => one === asked) ?? "day";
    // A second press while the night runs would let more days pass than anybody asked for.
    if (!running) {
      running = true;
      last = NOTHING;
      last = await passDays(world.product, stride).finally(() => {
        running = false;
      });
    }
    response.redirect(303, "/?night=1");
  });
  return pages;
}

function calendar(world: World, day: ProductDay | ProductSilent, running: boolean, { t, language }: Reader): Html {
  if (day instanceof ProductSilent) return html`<p class="says" role="alert">${silence(world, day, t)}</p>`;
  const shown = html`<p class="soft">${t.todayIs}</p><p class="day">${formatDay(day.today, "full", language)}</p>`;
  if (!day.demo) return html`${shown}<p class="says">${t.noDemo}</p>`;
  if (running) return html`${shown}<p class="says" role="status">${t.nightBusy}</p>`;
  return html`${shown}<form method="post" action="/calendar" class="row">
<button class="first" name="stride" value="day">${t.nextDay}</button>
<button name="stride" value="workday">${t.nextWorkday}</button>
<button name="stride" value="week">${t.sevenDays}</button></form><p><small>${t.nightRuns}</small></p>`;
}

function nightReport(world: World, { nights, stopped }: Passed, reader: Reader): Html | null {
  if (nights.length === 0 && !stopped) return null;
  const { t, language } = reader;
  const days = nights.map(
    (night) =>
      html`<div class="night"><h3>${formatDay(night.today, "long", language)}</h3>${nightLines(night, reader)}</div>`,
  );
  return html`<div class="flow" role="status"><h2>${t.nightsTitle}</h2>
<p>${t.daysCame(nights.length)}</p><div>${days}</div>
${stopped && html`<p class="says">${t.stoppedAt} ${silence(world, stopped, t)}</p>`}</div>`;
}

function nightLines(night: ProductNight, reader: Reader): Html {
  const lines = night.nights.map((summary) => {
    const told = [...counts(summary, reader), ...sentences(summary)];
    return html`<p><b>${nameOf(summary)}:</b> ${told.length > 0 ? told.join(" · ") : reader.t.nightQuiet}</p>`;
  });
  return lines.length > 0 ? html`${lines}` : html`<p>${reader.t.nightQuiet}</p>`;
}

function nameOf(summary: NightSummary): string {
  const organisation = summary.organisation;
  if (typeof organisation === "string") return organisation;
  if (typeof organisation === "object" && organisation !== null && "name" in organisation)
    return String(organisation.name);
  return "";
}

/** The counts that aren't 0, in words where we have them: a product may count more than we know. */
function counts(summary: NightSummary, { t }: Reader): string[] {
  return Object.entries(summary).flatMap(([name, count]) => {
    if (typeof count !== "number" || count === 0) return [];
    const words = t.count[name];
    const unknown = name.replace(/([A-Z])/g, " $1").toLowerCase();
    return [`${count} ${words ? words[count === 1 ? 0 : 1] : unknown}`];
  });
}

function sentences(summary: NightSummary): string[] {
  return Object.values(summary).flatMap((value) =>
    Array.isArray(value) ? value.filter((line) => typeof line === "string") : [],
  );
}

function silence(world: World, { reason, status, detail }: ProductSilent, t: Reader["t"]): string {
  if (reason === "unreachable") return t.unreachable(world.product.url);
  return reason === "refused" ? t.refused([status, detail.slice(0, 120)].join(" ").trim()) : t.unreadable;
}

function goTo(world: World, { t }: Reader): Html {
  const { publicUrl: url } = world.product;
  const links: readonly [string, string, string][] = [
    [`${url}/`, t.adminPortal, url],
    [`${url}/portal`, t.debtorPortal, `${url}/portal`],
    ["/mail", t.mail, t.inboxHint(world.mailbox.size)],
    ["/letters", t.letters, t.lettersHint(world.letters.list().length)],
    ["/phone", t.phone, t.smsHint(world.sms.list().length)],
    ["/bank", t.paymentsTitle, ""],
    ["/agency", t.agencyTitle, ""],
  ];
  const items = links.map(
    ([href, label, hint]) => html`<li><a class="item" href="${href}"><b>${label}</b><small>${hint}</small></a></li>`,
  );
  return html`<section class="part flow"><h2>${t.goTo}</h2><ul class="list">${items}</ul></section>`;
}

function latestMails(world: World, reader: Reader): Html {
  const { mails } = world.mailbox.list({ limit: 6 });
  const { t } = reader;
  const list =
    mails.length === 0
      ? html`<p>${t.noMailsYet}</p>`
      : html`${mailList(mails, reader)}<p><a href="/mail">${t.allMails}</a></p>`;
  return html`<section class="part flow"><h2>${t.latestMails}</h2>${list}</section>`;
}
