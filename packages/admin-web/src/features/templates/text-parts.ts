import type { TextPartsFactsFragment, TextToEditQuery } from "../../graphql/graphql";

export type TextFacts = TextToEditQuery["text"];
/** What is written in the editor. Of a letter the subject is its heading; a text message has a body alone. */
export type Parts = Pick<TextPartsFactsFragment, "subject" | "preheader" | "body">;

export const sameParts = (a: Parts, b: Parts): boolean => a.subject === b.subject && a.preheader === b.preheader && a.body === b.body;

/** The parts alone, as the server takes them. */
export const bareParts = ({ subject, preheader, body }: Parts): Parts => ({ subject, preheader, body });
