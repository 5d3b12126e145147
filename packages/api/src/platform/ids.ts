import { v7 } from "uuid";

/** A new identity, made by the application: a UUIDv7, so that rows lie on disk in the order they came. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID in the one notation we write: what may be put into `SET LOCAL` and into queries. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}
