import { createHash } from "node:crypto";
import { Refusal } from "@tegemoet/domain";
import type { XmlElement } from "../xml/xml-element";
import type { UblDocument, UblInvoice } from "./ubl-invoice";
import type { UblWarnings } from "./ubl-warnings";

/** The largest file inside an invoice. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;

/**
 * The files inside an invoice, and the addresses of files elsewhere. What isn't base64 is left out with a warning:
 * a broken drawing is no reason not to import the invoice.
 *
 * Refuses with FILE_TOO_LARGE when a file is over 10 MB.
 */
export function readDocuments(invoice: XmlElement, warnings: UblWarnings): Pick<UblInvoice, "documents" | "links"> {
  const documents: UblDocument[] = [];
  const links: { id?: string; description?: string; uri: string }[] = [];
  for (const reference of invoice.all("AdditionalDocumentReference")) {
    const id = reference.value("ID");
    const description = reference.value("DocumentDescription");
    const uri = reference.value("Attachment", "ExternalReference", "URI");
    if (uri !== undefined) links.push({ id, description, uri });
    for (const embedded of reference.at("Attachment")?.all("EmbeddedDocumentBinaryObject") ?? []) {
      const bytes = bytesOf(embedded);
      if (bytes) documents.push(documentOf(embedded, bytes, id, description));
      else warnings.add("DOCUMENT_UNREADABLE", "EmbeddedDocumentBinaryObject", embedded.attributes.filename ?? id);
    }
  }
  return { documents, links };
}

/** Looks for what doesn't belong there: a pattern for what does would remember each of thirteen million letters, and run out of room. */
const NOT_BASE64 = /[^A-Za-z0-9+/=]|=[^=]|={3}$|^=/;

function bytesOf(embedded: XmlElement): Uint8Array | undefined {
  const text = embedded.text.replace(/\s+/g, "");
  if (text === "" || text.length % 4 !== 0 || NOT_BASE64.test(text)) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  if ((text.length / 4) * 3 - padding > MAX_DOCUMENT_BYTES) {
    const field = "EmbeddedDocumentBinaryObject";
    throw new Refusal("FILE_TOO_LARGE", { field, line: embedded.line, limitBytes: MAX_DOCUMENT_BYTES });
  }
  return Buffer.from(text, "base64");
}

function documentOf(
  embedded: XmlElement,
  bytes: Uint8Array,
  id: string | undefined,
  description: string | undefined,
): UblDocument {
  const mimeType = embedded.attributes.mimeCode?.trim().toLowerCase() || "application/octet-stream";
  return {
    id,
    description,
    mimeType,
    bytes,
    fileName: safeFileName(embedded.attributes.filename) ?? safeFileName(id) ?? "document",
    isPdf: Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-"),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

// eslint-disable-next-line no-control-regex
const UNSAFE_IN_NAMES = /[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/g;

/** The last part of a path, without characters that mean something to a file system or a terminal. */
function safeFileName(name: string | undefined): string | undefined {
  const last = name?.split(/[\\/]/).pop() ?? "";
  return last.replace(UNSAFE_IN_NAMES, "").replace(/^\.+/, "").trim().slice(-120) || undefined;
}
