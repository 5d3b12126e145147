import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that the stand-in got. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

type Answer = { status: number; body?: unknown };

/** A tiny product for tests of the sandbox: keeps what it got and answers as told. */
export class TestProduct {
  readonly got: Got[] = [];
  answer: (got: Got) => Answer | Promise<Answer> = () => ({ status: 200, body: {} });
  #server: Server | undefined;
  url = "";

  async start(): Promise<this> {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", async () => {
        const { method = "", url = "", headers } = request;
        const got = { method, path: url, headers, body: Buffer.concat(chunks).toString(), at: Date.now() };
        this.got.push(got);
        const { status, body } = await this.answer(got);
        response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body ?? {}));
      });
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  to(path: string): Got[] {
    return this.got.filter((got) => got.path.split("?")[0] === path);
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server?.close(() => resolve());
      this.#server?.closeAllConnections();
    });
  }
}

/** Waits until something is so, at most four seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 4000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It didn't come to this within four seconds: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
