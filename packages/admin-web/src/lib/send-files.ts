import { tellConnection } from "./connection";
import { ConnectionError, RouteRefusal } from "./refusal";

/**
 * Sends files to an import. The answer comes as soon as the work is queued.
 *
 * @returns The id of the import.
 * @throws RouteRefusal when the server refuses the files, ConnectionError when it can't be reached.
 */
export async function sendFiles(kind: "invoices" | "bank", files: readonly File[]): Promise<string> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  let response: Response;
  try {
    response = await fetch(`/admin/imports/${kind}`, { method: "POST", credentials: "same-origin", headers: { "x-tegemoet": "admin" }, body: form });
  } catch {
    tellConnection(false);
    throw new ConnectionError("OFFLINE");
  }
  tellConnection(true);
  let answer: { id?: unknown; code?: unknown; details?: Record<string, unknown> };
  try {
    answer = (await response.json()) as typeof answer;
  } catch {
    throw response.status === 413 ? new RouteRefusal("FILE_TOO_LARGE", {}) : new ConnectionError("SERVER_UNREADABLE");
  }
  if (response.ok && typeof answer.id === "string") return answer.id;
  throw new RouteRefusal(typeof answer.code === "string" ? answer.code : "INTERNAL", answer.details ?? {});
}
