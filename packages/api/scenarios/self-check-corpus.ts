import { addDays, type PlainDate } from "@tegemoet/domain";
import { readUbl, writeUbl, type UblFile } from "@tegemoet/files";
import { Chance } from "../src/app/demo/chance";
import { sourceOfUbl } from "../src/features/invoices/ubl-source";
import type { SourceInvoice } from "../src/features/invoices/source-invoice";
import { momentAt } from "../src/platform/clock";
import { sha256 } from "../src/platform/tokens";

/** The night of the corpus is that of Monday 9 November 2026: what is due in the days before gets its first reminder. */
export const NIGHT: PlainDate = "2026-11-09";

const SUPPLIER: UblFile["supplier"] = {
  name: "IJsvogel Installatie B.V.", kvk: "12345678", vat: "NL001234567B01", address: { street: "Kade 12", postalCode: "3511 AB", city: "Utrecht", country: "NL" },
};

/** Domains of real people's mail, here and abroad, and of firms whose name is near that of another. */
const DOMAINS = [
  "gmail.com", "hotmail.nl", "hotmail.com", "hotmail.be", "hotmail.fr", "outlook.com", "outlook.de", "live.nl", "live.be", "icloud.com", "me.com", "ziggo.nl", "kpnmail.nl", "planet.nl",
  "xs4all.nl", "home.nl", "casema.nl", "proton.me", "protonmail.ch", "gmx.at", "web.de", "t-online.de", "online.de", "telenet.be", "skynet.be", "orange.fr", "free.fr", "laposte.net", "libero.it",
  "seznam.cz", "bluewin.ch", "yahoo.co.uk", "yahoo.fr", "email.com", "homes.nl", "hoofdmail.nl", "jansen-bouw.nl", "gemeente-zwolle.nl", "ing.nl", "bakkerij-kramer.nl", "kpn.com", "wp.pl",
] as const;

export interface PlannedInvoice {
  readonly key: string;
  readonly source: SourceInvoice;
  readonly language: "nl" | "en";
  /** A transfer of a part of it, by its number, before the night. */
  readonly paysCents?: number;
  readonly agreedTermDays?: number;
  readonly otherContact?: string;
}

export interface Wanted {
  readonly key: string;
  readonly name?: string;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly lines?: UblFile["lines"];
  readonly prepaid?: number;
  readonly period?: UblFile["period"];
  readonly email?: string;
  readonly post?: boolean;
  readonly business?: boolean;
  readonly country?: string;
  readonly credit?: boolean;
  /** Changes the document before it is read, as a package with a fault would write it. */
  readonly write?: (xml: string) => string;
  /** How it reached the debtor, when that isn't as the package says. */
  readonly delivery?: SourceInvoice["delivery"] | null;
}

const LINES: UblFile["lines"] = [{ description: "Onderhoud ketel", quantity: "1", amount: 15_372, vatRateBasisPoints: 2_100 }];

/** A document as a bookkeeping package writes it, read back as our import does. */
export async function documentOf(wanted: Wanted): Promise<SourceInvoice> {
  const { key, email, business, post = true, country = "NL" } = wanted;
  const written = writeUbl({
    kind: wanted.credit ? "credit-note" : "invoice", number: wanted.number, issuedOn: wanted.issuedOn, dueOn: wanted.dueOn, supplier: SUPPLIER, lines: wanted.lines ?? LINES,
    prepaid: wanted.prepaid, period: wanted.period, paymentMeans: [{ iban: "NL91ABNA0417164300", paymentId: wanted.number }],
    buyer: {
      name: wanted.name ?? (business ? `Handelsonderneming ${key} B.V.` : `Familie ${key}`), customerNumber: key, ...(business ? { kvk: String(20_000_000 + Number(key.replace(/\D/g, ""))) } : {}),
      ...(post ? { address: { street: "Lindelaan 4", postalCode: country === "NL" ? "3721 AA" : "10115", city: country === "NL" ? "Bilthoven" : "Brussel", country } } : {}),
      contact: { name: business ? "Crediteurenadministratie" : `Familie ${key}`, email },
    },
  });
  const xml = wanted.write?.(written) ?? written;
  const bytes = Buffer.from(xml);
  const source = sourceOfUbl(await readUbl(bytes), sha256(bytes));
  return wanted.delivery === undefined ? source : { ...source, delivery: wanted.delivery ?? undefined };
}

/** Two hundred invoices with nothing wrong: people and firms, mail and post, here and abroad, every way in which an honest invoice differs. */
export function cleanInvoices(seed: number, count: number): Promise<PlannedInvoice[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => cleanInvoice(new Chance(seed, "clean", index), index)));
}

async function cleanInvoice(chance: Chance, index: number): Promise<PlannedInvoice> {
  const key = `C${1_000 + index}`;
  const dueOn = addDays("2026-11-04", -chance.between(0, 12));
  const termDays = chance.pick([8, 14, 14, 21, 30, 30, 45, 60]);
  const issuedOn = addDays(dueOn, -termDays);
  const letterOnly = chance.percent(15);
  const domain = DOMAINS[index % DOMAINS.length] ?? "gmail.com";
  const email = letterOnly ? undefined : `klant${index}@${domain}`;
  const lines = Array.from({ length: chance.between(1, 5) }, (__, line) => ({
    description: `Regel ${line + 1}`, quantity: String(chance.between(1, 9)), amount: chance.between(333, 49_999), vatRateBasisPoints: chance.pick([2_100, 2_100, 2_100, 900, 0]),
  }));
  const net = lines.reduce((sum, { amount }) => sum + amount, 0);
  const discount = chance.percent(20) ? Math.round(net * 0.1) : 0;
  const sentAt = momentAt(addDays(issuedOn, chance.between(0, Math.min(5, termDays))), 600);
  const delivery = chance.pick<PlannedInvoice["source"]["delivery"]>([
    undefined, undefined, email ? { channel: "mail", address: email, sentAt, deliveredAt: sentAt } : { channel: "letter", sentAt }, { channel: "peppol", address: "0106:12345678", sentAt },
  ]);
  const source = await documentOf({
    key, number: `2026-${5_000 + index}`, issuedOn, dueOn, lines, email, business: chance.percent(45), country: domain.endsWith(".nl") || domain.endsWith(".com") ? "NL" : "BE",
    prepaid: discount === 0 && chance.percent(12) ? Math.round(net / 3) : undefined,
    period: chance.pick([undefined, undefined, { from: addDays(issuedOn, -31), until: addDays(issuedOn, -1) }, { from: issuedOn, until: addDays(issuedOn, 364) }]),
    write: (text) => (discount > 0 ? withDiscount(text, discount) : text),
    ...(delivery ? { delivery } : {}),
  });
  const total = source.totalCents;
  return {
    key, source, language: chance.percent(20) ? "en" : "nl", ...(chance.percent(20) ? { paysCents: Math.round(total / chance.between(2, 4)) } : {}),
    ...(chance.percent(25) ? { agreedTermDays: chance.pick([termDays, Math.max(1, termDays - 7)]) } : {}),
    // A firm with an address in each of two countries.
    ...(email && chance.percent(15) ? { otherContact: `inkoop@${domain.replace(/\.[a-z]+$/, domain.endsWith(".nl") ? ".be" : ".nl")}` } : {}),
  };
}

/** A discount on the whole document, without VAT on it, with the totals that follow. */
function withDiscount(xml: string, cents: number): string {
  const decimal = (amount: number): string => (amount / 100).toFixed(2);
  const less = (text: string, name: string): string => text.replace(new RegExp(`(<cbc:${name}[^>]*>)([\\d.]+)`), (_, open: string, amount: string) => `${open}${decimal(Math.round(Number(amount) * 100) - cents)}`);
  const charged = xml.replace("<cac:TaxTotal>", `<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Korting</cbc:AllowanceChargeReason>
<cbc:Amount currencyID="EUR">${decimal(cents)}</cbc:Amount></cac:AllowanceCharge>\n<cac:TaxTotal>`);
  return ["TaxExclusiveAmount", "TaxInclusiveAmount", "PayableAmount"].reduce(less, charged);
}
