import { isLetterKind, isSmsKind } from "@tegemoet/messages";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Tx } from "../../platform/database/transaction";
import type { WaitingMessage } from "./sending.queries";

interface Reach {
  id: string;
  phones: string[];
  mail: string | null;
  postal: boolean;
}

/**
 * Where text messages go: to the debtor's mobile number, or that of a contact. Without one that works, or without a gateway, a message
 * goes by mail after all, or by post; its text has a twin there. Messages of other channels stay as they are.
 *
 * @returns The messages in their order; what changed of them is written down.
 */
export async function chooseChannels(tx: Tx, messages: readonly WaitingMessage[], { sms }: { sms: boolean }): Promise<WaitingMessage[]> {
  const wanted = messages.filter(({ channel }) => channel === "sms");
  if (wanted.length === 0) return [...messages];
  const reach = new Map((await reachOf(tx, wanted.map(({ debtorId }) => debtorId))).map((row) => [row.id, row]));
  const chosen = messages.map((message) => (message.channel === "sms" ? chosenFor(message, reach.get(message.debtorId), sms) : message));
  const changed = chosen.filter((message, index) => message !== messages[index]);
  await tx.query(
    `update message set channel = now.channel, to_address = now.to_address from unnest($2::uuid[], $3::text[], $4::text[]) as now (id, channel, to_address)
     where message.organisation_id = $1 and message.id = now.id`,
    [tx.organisationId, changed.map(({ id }) => id), changed.map(({ channel }) => channel), changed.map(({ toAddress }) => toAddress)]);
  return chosen;
}

function chosenFor(message: WaitingMessage, reach: Reach | undefined, sms: boolean): WaitingMessage {
  const mobile = sms && isSmsKind(message.kind) ? [...(message.toAddress ? [message.toAddress] : []), ...(reach?.phones ?? [])].map(mobileOf).find(Boolean) : undefined;
  if (mobile) return { ...message, toAddress: mobile };
  const byPost = !reach?.mail && reach?.postal && isLetterKind(message.kind);
  return { ...message, channel: byPost ? "letter" : "mail", toAddress: null };
}

/** A number as E.164 when a text message can reach it: a mobile one, or one of a country that doesn't tell them apart. */
export function mobileOf(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, "NL");
  const type = number?.isValid() ? number.getType() : undefined;
  return type === "MOBILE" || type === "FIXED_LINE_OR_MOBILE" ? number?.number : undefined;
}

/** The numbers of debtors and of their contacts, without those that are known to be wrong, and whether mail or post could reach them. */
function reachOf(tx: Tx, debtorIds: readonly string[]): Promise<Reach[]> {
  return tx.query<Reach>(
    `select debtor.id, debtor.postal_code is not null and debtor.street is not null as postal,
       coalesce(debtor.email, (select email from contact where organisation_id = $1 and debtor_id = debtor.id and email is not null order by is_primary desc, name limit 1)) as mail,
       array(select phone from (
           select debtor.phone, 0 as rank union all
           select contact.phone, case when contact.is_primary then 1 else 2 end from contact where contact.organisation_id = $1 and contact.debtor_id = debtor.id) number
         where phone is not null and not exists (select 1 from contact_fault fault where fault.organisation_id = $1 and fault.debtor_id = debtor.id
           and fault.channel in ('sms', 'phone') and fault.address = number.phone and fault.resolved_at is null)
         order by rank) as phones
     from debtor where debtor.organisation_id = $1 and debtor.id = any($2::uuid[])`,
    [tx.organisationId, debtorIds],
  );
}
