import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { agencyPages } from "./agency/agency.page";
import { homePages } from "./calendar/home.page";
import { controlApi } from "./control.api";
import { lettersApi } from "./letters/letters.api";
import { letterPages } from "./letters/letters.page";
import { mailsApi } from "./mail/mails.api";
import { mailPages } from "./mail/mails.page";
import { html } from "./pages/html";
import { readerOf, sendPage } from "./pages/layout";
import { STYLE } from "./pages/style";
import { bankPages } from "./payments/bank.page";
import { mollieApi } from "./payments/payments.mollie";
import { smsApi } from "./sms/sms.api";
import { phonePages } from "./sms/sms.page";
import type { World } from "./world";

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1D4A80"/>' +
  '<path d="M7 12h18M16 12v13" stroke="#FBFAF6" stroke-width="4" stroke-linecap="round"/></svg>';

/** Everything that the sandbox answers over HTTP. */
export function webServer(world: World): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use((_request, response, next) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  app.get("/assets/sandbox.css", (_request, response) => {
    response.type("css").send(STYLE);
  });
  app.get(["/assets/mark.svg", "/assets/method-:name.svg"], (_request, response) => {
    response.type("svg").send(MARK);
  });
  app.get("/health", (_request, response) => {
    response.json({ ok: true });
  });
  app.use("/v2", mollieApi(world));
  app.use("/control", controlApi(world));
  app.use("/api/mails", mailsApi(world));
  app.use(lettersApi(world));
  app.use(smsApi(world));
  app.use("/letters", letterPages(world));
  app.use("/phone", phonePages(world));
  app.use("/mail", mailPages(world));
  app.use("/bank", bankPages(world));
  app.use("/agency", agencyPages(world));
  app.use(homePages(world));
  app.use((request, response) => {
    const { t } = readerOf(request);
    sendPage(request, response, {
      title: t.notFoundTitle,
      body: html`<h1>${t.notFoundTitle}</h1><p>${t.notFound}</p>`,
      status: 404,
    });
  });
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    answerFault(world, error, request, response);
  });
  return app;
}

/** A fault in the asking keeps its status; one of ours is 500 and is printed. Machines get JSON, people a page. */
function answerFault(world: World, error: unknown, request: Request, response: Response): void {
  const asked = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  const status = asked >= 400 && asked < 500 ? asked : 500;
  if (status === 500 && !world.settings.quiet)
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (/^\/(control|api|print|sms)\//.test(request.path)) {
    const text =
      status === 500
        ? "Something went wrong in the sandbox"
        : "The request could not be read; send JSON, or a PDF to /print/letters";
    return void response.status(status).json({ error: text });
  }
  const { t } = readerOf(request);
  sendPage(request, response, {
    title: t.brokenTitle,
    body: html`<h1>${t.brokenTitle}</h1><p>${t.broken}</p>`,
    status,
  });
}
