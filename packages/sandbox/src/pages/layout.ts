import type { Request, Response } from "express";
import type { Language } from "@tegemoet/domain";
import { html, type Html } from "./html";
import { en } from "./texts/en";
import { nl, type Texts } from "./texts/nl";

/** The language of a visitor with its texts. */
export interface Reader {
  readonly language: Language;
  readonly t: Texts;
}

type Place = "home" | "mail" | "letters" | "phone" | "bank" | "agency";

const PLACES: readonly [Place, string][] = [
  ["home", "/"],
  ["mail", "/mail"],
  ["letters", "/letters"],
  ["phone", "/phone"],
  ["bank", "/bank"],
  ["agency", "/agency"],
];

/** The visitor's language: asked for by `?lang=`, else chosen before (a cookie), else Dutch. */
export function readerOf(request: Request): Reader {
  const asked = request.query.lang;
  const chosen = /(?:^|;\s*)sandbox-lang=(nl|en)/.exec(request.headers.cookie ?? "")?.[1];
  const language: Language = asked === "en" || asked === "nl" ? asked : chosen === "en" ? "en" : "nl";
  return { language, t: language === "en" ? en : nl };
}

/** Sends a whole page. Nothing is loaded from elsewhere, no script runs, and only a mail's own frame is shown in it. */
export function sendPage(
  request: Request,
  response: Response,
  page: { title: string; body: Html; place?: Place; status?: number },
): void {
  const reader = readerOf(request);
  if (request.query.lang === "en" || request.query.lang === "nl") {
    response.setHeader("Set-Cookie", `sandbox-lang=${reader.language}; Path=/; Max-Age=31536000; SameSite=Lax`);
  }
  response.setHeader(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; " +
      "frame-ancestors 'none'",
  );
  response
    .status(page.status ?? 200)
    .type("html")
    .send(layout(request, reader, page).text);
}

function layout(request: Request, { language, t }: Reader, page: { title: string; body: Html; place?: Place }): Html {
  const query = new URLSearchParams(request.originalUrl.split("?")[1] ?? "");
  query.set("lang", language === "nl" ? "en" : "nl");
  const other = language === "nl" ? "en" : "nl";
  const links = PLACES.map(
    ([place, href]) =>
      html`<a href="${href}"${place === page.place ? html` aria-current="page"` : null}>${t[place]}</a>`,
  );
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} – ${t.name}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/sandbox.css">
</head>
<body>
<a class="skip" href="#main">${t.skip}</a>
<header class="top"><div class="in"><strong>${t.name}</strong>
<nav aria-label="${t.navigation}">${links}</nav>
<a href="?${query.toString()}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a></div></header>
<main id="main" class="in">${page.body}</main>
<footer><div class="in">${t.footer}</div></footer>
</body>
</html>`;
}
