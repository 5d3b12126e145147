import { inTransaction, reading } from "../platform/database/transaction";
import { debtorsOfSender, readMessageId } from "../features/communications/inbound.queries";
import type { IncomingMail } from "../features/communications/incoming-mail";
import { readReturnAddress } from "../features/communications/return-address";
import { takeMail, type TakenMail } from "../features/communications/take-mail";
import { findOrganisation } from "../features/organisations/organisation.queries";
import { listTenants } from "./night-timetable";
import type { Product } from "./product";

type Named = { readonly organisationId: string; readonly messageId: string; readonly by: "message" | "address" };

/**
 * Gives a mail to the organisation that it is for: the one whose mail it answers, else the one it was sent to, else the one whose debtor
 * wrote it, else the only one there is.
 *
 * @returns What it turned out to be; undefined when it is nobody's here.
 */
export async function takeIncoming(product: Pick<Product, "source" | "clock" | "config">, mail: IncomingMail, at: Date, options: { mustBeOurs?: boolean } = {}): Promise<TakenMail | undefined> {
  const tenants = await listTenants(product);
  const named = namedIn(mail).filter(({ organisationId }) => tenants.includes(organisationId));
  // Our own sender wrote this, and it came back to its own mailbox: answering or keeping it would go round for ever.
  if (!mail.report && named.length === 0 && mail.from.address === product.config.MAIL_FROM.toLowerCase()) return "own";
  const organisationId = named[0]?.organisationId ?? (await addressee(product, tenants, mail));
  if (!organisationId) return undefined;
  return inTransaction(product.source, { organisationId, actor: { kind: "system" }, now: product.clock.now() }, (tx) =>
    takeMail(tx, { mail, named: named.filter((one) => one.organisationId === organisationId), at, ...options }));
}

function namedIn(mail: IncomingMail): Named[] {
  const byAddress = mail.to.flatMap((address) => readReturnAddress(address) ?? []).map((ours) => ({ ...ours, by: "address" as const }));
  const byMessage = mail.references.flatMap((id) => readMessageId(id) ?? []).map((ours) => ({ ...ours, by: "message" as const }));
  return [...byMessage, ...byAddress];
}

async function addressee({ source }: Pick<Product, "source">, tenants: readonly string[], mail: IncomingMail): Promise<string | undefined> {
  if (tenants.length === 1) return tenants[0];
  const fits = async (test: (organisationId: string) => Promise<boolean>): Promise<string[]> => {
    const found: string[] = [];
    for (const organisationId of tenants) if (await test(organisationId)) found.push(organisationId);
    return found;
  };
  const named = await fits(async (organisationId) => mail.to.includes((await reading(source, organisationId, findOrganisation)).email.toLowerCase()));
  if (named.length === 1) return named[0];
  const knows = mail.from.address ? await fits(async (organisationId) => (await reading(source, organisationId, (reader) => debtorsOfSender(reader, mail.from.address))).length > 0) : [];
  const both = named.length > 0 ? knows.filter((organisationId) => named.includes(organisationId)) : knows;
  return both.length === 1 ? both[0] : undefined;
}
