import type { DebtorKind } from "@tegemoet/domain";
import type { CallFacts, DeliveryFacts, InvoiceFacts } from "@tegemoet/messages";
import type { Reader, Tx } from "../../platform/database/transaction";
import { findOrganisation, type OrganisationRow } from "../organisations/organisation.queries";
import { together } from "../../platform/together";
import { activeTexts, type ActiveText } from "../templates/template.queries";
import { createLinks, type LinkDestination } from "../communications/create-link";
import { callFacts, deliveryFacts, invoiceFacts } from "./message-subjects.queries";
import { bringsInvoices } from "./message-kinds";
import type { MessageLine, WaitingMessage } from "./sending.queries";

/** A message that may go, with the invoices that it may name. */
export interface GoingMessage {
  readonly message: WaitingMessage;
  readonly lines: readonly MessageLine[];
  readonly mailTo: string | null;
}

type ToldMessage = Pick<GoingMessage, "message" | "lines">;

/** Whom a message is addressed to, by name and on paper. */
export interface Addressee {
  readonly number: string;
  readonly name: string;
  readonly kind: DebtorKind;
  readonly contactName: string | null;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string;
}

export type NamedInvoice = InvoiceFacts & { readonly id: string; readonly principalCents: number; readonly paymentReference: string | null };

/** What every message of a batch needs to be written, read for all of them at once. */
export interface GatheredFacts {
  readonly organisation: OrganisationRow;
  readonly addressee: ReadonlyMap<string, Addressee>;
  /** In the order in which a message names them. */
  readonly invoices: readonly NamedInvoice[];
  readonly calls: ReadonlyMap<string, readonly CallFacts[]>;
  /** The token of each message's personal link; a message with a code for the portal has none. */
  readonly tokens: ReadonlyMap<string, string>;
  /** The organisation's own texts that are in use, by `textKey`. */
  readonly texts: ReadonlyMap<string, ActiveText>;
  /** How invoices were sent; read only when a text tells of it. */
  readonly deliveries: ReadonlyMap<string, DeliveryFacts>;
}

/** Reads what a batch of messages tells, and makes their personal links. */
export async function gatherMessageFacts(tx: Tx, going: readonly GoingMessage[], secretKey: string): Promise<GatheredFacts> {
  const linked = going.map(({ message }) => message).filter(hasLink);
  const [links, facts] = await together([
    createLinks(tx, secretKey, linked.map((message) => ({
      debtorId: message.debtorId, messageId: message.id, agreementId: message.facts.agreementId, destination: destinationOf(message),
    }))),
    readMessageFacts(tx, going),
  ]);
  return { ...facts, tokens: new Map(linked.map(({ id }, index) => [id, links[index] as string])) };
}

/** Stands in the place of a personal link or code. Nothing opens by it; as long as a token, so that a text message is as long as it will be. */
const NO_TOKEN = "een-voorbeeld-opent-niets".padEnd(64, "-");

/** The same of messages that are only looked at: nothing is written, and the links are placeholders. */
export async function exampleMessageFacts(reader: Reader, shown: readonly ToldMessage[]): Promise<GatheredFacts> {
  const tokens = new Map(shown.filter(({ message }) => hasLink(message)).map(({ message }) => [message.id, NO_TOKEN]));
  return { ...(await readMessageFacts(reader, shown, { anyWords: true })), tokens };
}

/** @param options.anyWords Other words may be put in the place of the texts in use: what only some texts tell is read as well. */
async function readMessageFacts(reader: Reader, told: readonly ToldMessage[], { anyWords = false } = {}): Promise<Omit<GatheredFacts, "tokens">> {
  const messages = told.map(({ message }) => message);
  const open = new Map(told.flatMap(({ lines }) => lines.map(({ invoiceId, openCents }) => [invoiceId, openCents] as const)));
  const [texts, organisation, addressee, invoices, calls] = await together([
    activeTexts(reader, messages), findOrganisation(reader), findAddressees(reader, messages.map(({ debtorId }) => debtorId)), invoiceFacts(reader, open), callFacts(reader, messages),
  ]);
  const tellsDelivery = anyWords || [...texts.values(), ...messages.flatMap(({ ownWords }) => ownWords ?? [])].some(({ subject, body }) => /\bdelivery\b/.test(subject + body));
  return { organisation, addressee, invoices, calls, texts, deliveries: tellsDelivery ? await deliveryFacts(reader, [...open.keys()]) : new Map() };
}

/** A message with a code for the portal brings no link. */
function hasLink({ kind }: WaitingMessage): boolean {
  return kind !== "portal-code";
}

/** Whom messages are addressed to, by debtor. */
async function findAddressees(tx: Reader, debtorIds: readonly string[]): Promise<Map<string, Addressee>> {
  const rows = await tx.query<Addressee & { id: string }>(
    `select debtor.id, debtor.number, debtor.name, debtor.kind, debtor.street, debtor.house_number as "houseNumber", debtor.postal_code as "postalCode", debtor.city, debtor.country,
       (select name from contact where organisation_id = $1 and debtor_id = debtor.id order by is_primary desc, name limit 1) as "contactName"
     from debtor where debtor.organisation_id = $1 and debtor.id = any($2::uuid[])`,
    [tx.organisationId, debtorIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function destinationOf({ kind, facts }: WaitingMessage): LinkDestination {
  if (facts.agreementId) return "agreement";
  if (kind === "plan-offered" || kind === "plan-declined") return "terms";
  return bringsInvoices(kind) || kind.startsWith("instalment-") || kind === "promise-broken" || kind === "plan-broken" || kind === "not-reached" ? "pay" : "overview";
}
