import { Router, json, type Response } from "express";
import type { World } from "../world";
import type { MailQuery } from "./mailbox";
import { ANSWERS, answerMail, RECEIPT } from "./reply";

const SHOWN_INLINE = ["application/pdf", "image/png", "image/jpeg", "image/gif"];

/** The inbox as JSON, for tests and for who builds on it. Mounted at `/api/mails`. */
export function mailsApi(world: World): Router {
  const api = Router();
  const { mailbox } = world;
  const missing = (response: Response): void => {
    response.status(404).json({ error: "There is no mail with this id" });
  };

  api.get("/", (request, response) => {
    const { total, mails } = mailbox.list(readQuery(request.query));
    response.json({ total, mails });
  });
  api.delete("/", async (_request, response) => {
    await mailbox.clear();
    response.status(204).end();
  });
  api.get("/:id", async (request, response) => {
    const mail = mailbox.get(request.params.id);
    const opened = mail && (await mailbox.open(mail.id));
    if (!mail || !opened) return missing(response);
    const headers = opened.headerLines.map(({ line }) => {
      const colon = line.indexOf(":");
      return {
        name: line.slice(0, colon),
        value: line
          .slice(colon + 1)
          .replace(/\r?\n\s+/g, " ")
          .trim(),
      };
    });
    const notices = world.notices.ofMail(mail.id);
    response.json({ ...mail, headers, html: opened.html || null, text: opened.text ?? null, notices });
  });
  api.get("/:id/raw", async (request, response) => {
    const raw = await mailbox.raw(request.params.id);
    if (!raw) return missing(response);
    response.type("text/plain; charset=utf-8").send(raw);
  });
  api.get("/:id/attachments/:n", async (request, response) => {
    const attachment = await mailbox.attachment(request.params.id, Number(request.params.n));
    if (!attachment) return missing(response);
    const inline = request.query.inline !== undefined && SHOWN_INLINE.includes(attachment.contentType);
    response.type(attachment.contentType);
    response.attachment(attachment.filename ?? `bijlage-${Number(request.params.n) + 1}`);
    if (inline)
      response.setHeader(
        "Content-Disposition",
        String(response.getHeader("Content-Disposition")).replace("attachment", "inline"),
      );
    response.type(attachment.contentType).send(attachment.content);
  });
  api.post("/:id/reply", json(), async (request, response) => {
    const mail = mailbox.get(request.params.id);
    if (!mail) return missing(response);
    const { text, from, kind, loose, receipt } = (request.body ?? {}) as Record<string, unknown>;
    const chosen = ANSWERS.find((one) => one === (kind ?? "reply"));
    if (!chosen) return void response.status(422).json({ error: `kind is one of ${ANSWERS.join(", ")}` });
    const words = typeof text === "string" ? text : "";
    if ((chosen === "reply" || chosen === "away") && !words.trim())
      return void response.status(422).json({ error: "Give the words of the reply as text" });
    response.status(202).json(
      await answerMail(world, mail, {
        text: words,
        kind: chosen,
        loose: loose === true,
        ...(typeof from === "string" ? { from } : {}),
        ...(receipt === true ? { file: RECEIPT } : {}),
      }),
    );
  });
  return api;
}

/** The list's question from a query string; what can't be read is left out. */
export function readQuery(query: Readonly<Record<string, unknown>>): MailQuery {
  const text = (name: string): string | undefined =>
    typeof query[name] === "string" && query[name] ? query[name] : undefined;
  const count = (name: string, most: number): number | undefined => {
    const value = Number(text(name) ?? Number.NaN);
    return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : undefined;
  };
  return {
    to: text("to"),
    q: text("q"),
    since: text("since"),
    limit: count("limit", 1000),
    offset: count("offset", 1_000_000),
  };
}
