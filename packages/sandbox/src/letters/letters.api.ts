import { Router, raw, type NextFunction, type Request, type Response } from "express";
import type { World } from "../world";

/** The print service: `POST /print/letters` takes a PDF, `GET /api/letters` lists what was posted. */
export function lettersApi(world: World): Router {
  const api = Router();
  api.post("/print/letters", raw({ type: () => true, limit: "20mb" }), async (request, response) => {
    if (world.outages.isDown("print")) {
      response.setHeader("Retry-After", "5");
      return refuse(response, 503, "The print service is out of order for a moment");
    }
    const pdf: unknown = request.body;
    const reference = header(request, "X-Reference");
    if (!reference || reference.length > 200)
      return refuse(response, 422, "Give your own reference of at most 200 characters in X-Reference");
    if (!Buffer.isBuffer(pdf) || pdf.length === 0)
      return refuse(response, 422, "The body is empty; send the letter as a PDF");
    if (!pdf.subarray(0, 1024).includes("%PDF-")) return refuse(response, 415, "The body is not a PDF");
    const answer = await world.letters.post(pdf, {
      reference,
      recipient: header(request, "X-Recipient").slice(0, 300),
      address: header(request, "X-Address").slice(0, 1000),
    });
    if (answer === "differs")
      return refuse(response, 409, "This reference was used for another letter; take a new one");
    const { letter, isNew } = answer;
    response.status(isNew ? 201 : 200).json({ id: letter.id, reference, status: letter.status });
  });
  api.get("/api/letters", (request, response) => {
    const wanted = typeof request.query.reference === "string" ? request.query.reference : undefined;
    const letters = world.letters.list().filter((letter) => wanted === undefined || letter.reference === wanted);
    response.json({
      total: letters.length,
      letters: letters.slice(0, 500).map((letter) => ({ ...letter, pdf: `/letters/${letter.id}.pdf` })),
    });
  });
  api.get("/letters/:id.pdf", async (request, response) => {
    const pdf = await world.letters.pdf(String(request.params.id));
    if (!pdf) return refuse(response, 404, "There is no letter with this id");
    response.setHeader("Content-Disposition", `inline; filename="brief.pdf"`);
    response.type("application/pdf").send(pdf);
  });
  api.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    const tooLarge =
      typeof error === "object" && error !== null && "type" in error && error.type === "entity.too.large";
    if (tooLarge && request.path === "/print/letters") return refuse(response, 413, "The PDF is larger than 20 MB");
    next(error);
  });
  return api;
}

function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}

/** A header that may be percent-encoded, because headers carry no letters beyond Latin-1. */
function header(request: Request, name: string): string {
  const value = request.get(name)?.trim() ?? "";
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
