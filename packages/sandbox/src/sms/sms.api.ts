import { Router, json, type Response } from "express";
import type { World } from "../world";
import { isNumber } from "./sms-desk";

/** The SMS gateway: `POST /sms/messages` takes one, `GET /api/sms` lists what came, `POST /api/sms/:id/reply` answers. */
export function smsApi(world: World): Router {
  const api = Router();
  const refuse = (response: Response, status: number, error: string): void => {
    response.status(status).json({ error });
  };
  api.post("/sms/messages", json({ limit: "20kb" }), async (request, response) => {
    if (world.outages.isDown("sms")) {
      response.setHeader("Retry-After", "5");
      return refuse(response, 503, "The gateway is out of order for a moment");
    }
    const { to, from, text, reference } = (request.body ?? {}) as Record<string, unknown>;
    if (typeof reference !== "string" || !reference || reference.length > 200)
      return refuse(response, 422, "Give your own reference of at most 200 characters");
    if (typeof to !== "string" || !isNumber(to)) return refuse(response, 422, "to is a number such as +31612345678");
    if (typeof text !== "string" || !text || text.length > 1600)
      return refuse(response, 422, "text has 1 to 1600 characters");
    const { sms, isNew } = await world.sms.take({ to, from: typeof from === "string" ? from : "", text, reference });
    response.status(isNew ? 201 : 200).json({ id: sms.id, reference });
  });
  api.get("/api/sms", (request, response) => {
    const to = typeof request.query.to === "string" ? request.query.to : undefined;
    const messages = world.sms.list().filter((sms) => to === undefined || sms.to === to);
    response.json({ total: messages.length, messages: messages.slice(0, 500) });
  });
  api.post("/api/sms/:id/reply", json(), async (request, response) => {
    const { text } = (request.body ?? {}) as Record<string, unknown>;
    if (typeof text !== "string" || !text.trim()) return refuse(response, 422, "Give the words of the reply as text");
    const sms = await world.sms.answer(request.params.id, text.trim());
    if (!sms) return refuse(response, 404, "There is no text message with this id");
    response.status(202).json(sms);
  });
  return api;
}
