import { Refusal } from "@tegemoet/domain";
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

/**
 * An id from outside. One that can't be ours is refused as NOT_FOUND, the same as one that isn't there: nobody learns which.
 */
export function idOf(text: string): string {
  const id = text.toLowerCase();
  if (!isId(id)) throw new Refusal("NOT_FOUND");
  return id;
}
