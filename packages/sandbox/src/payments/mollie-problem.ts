import type { Response } from "express";

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized Request",
  404: "Not Found",
  409: "Conflict",
  410: "Gone",
  422: "Unprocessable Entity",
  503: "Service Unavailable",
};

/** A "no" of the payment provider; the HTTP layer writes it in Mollie's error shape. */
export class MollieProblem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly field?: string,
  ) {
    super(detail);
  }

  get body(): Record<string, unknown> {
    return {
      status: this.status,
      title: TITLES[this.status] ?? "Error",
      detail: this.detail,
      ...(this.field && { field: this.field }),
      _links: { documentation: { href: "https://docs.mollie.com/reference/handling-errors", type: "text/html" } },
    };
  }
}

/** Answers as Mollie does: `application/hal+json` without a charset, which its own SDK checks. */
export function sendHal(response: Response, status: number, body: string | Record<string, unknown>): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.status(status).setHeader("Content-Type", "application/hal+json");
  response.end(status === 204 ? undefined : text);
}
