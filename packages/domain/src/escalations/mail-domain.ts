import { slipsBetween } from "../spelling";

/** Mail domains so many people use that a near miss is nearly always a slip of the finger. */
const WELL_KNOWN = [
  "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl", "live.nl", "live.com",
  "msn.com", "icloud.com",
  "me.com", "mac.com", "yahoo.com", "yahoo.nl", "ymail.com", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl",
  "hetnet.nl", "home.nl",
  "upcmail.nl", "casema.nl", "chello.nl", "quicknet.nl", "xs4all.nl", "tele2.nl", "telfort.nl", "online.nl",
  "solcon.nl", "caiway.nl",
  "caiway.net", "zeelandnet.nl", "freedom.nl", "protonmail.com", "proton.me", "pm.me", "gmx.com", "gmx.net", "gmx.de",
  "web.de", "zonnet.nl",
  "versatel.nl", "wxs.nl", "onsbrabantnet.nl", "kabelfoon.nl", "telenet.be", "skynet.be", "proximus.be", "t-online.de",
  "mail.com",
] as const;

/** Known as well, and too near to one of the above to be taken for a slip of it. */
const NEIGHBOURS = [
  "email.com", "email.nl", "fastmail.com", "fastmail.fm", "online.de", "protonmail.ch", "cloud.com", "rocketmail.com", "aol.com", "hey.com",
  "home.pl", "casema.com", "solcom.nl", "kpn.net", "skynet.com", "planet.com",
] as const;

const KNOWN: ReadonlySet<string> = new Set<string>([...WELL_KNOWN, ...NEIGHBOURS]);

/** Providers who give addresses under the ends of many countries: hotmail.be is no slip of hotmail.nl. */
const IN_MANY_COUNTRIES: ReadonlySet<string> = new Set(["hotmail", "outlook", "live", "yahoo", "gmx", "msn", "icloud", "chello"]);
const COUNTRY_ENDS: ReadonlySet<string> = new Set([
  "nl", "be", "de", "fr", "it", "es", "pt", "at", "ch", "lu", "dk", "se", "no", "fi", "ie", "pl", "cz", "sk", "hu", "ro", "bg", "gr", "hr", "si",
  "ee", "lv", "lt", "rs", "tr", "ca", "in", "jp", "cl", "my", "sg", "ph", "co.uk", "com.au", "com.br", "com.tr", "com.ar", "com.mx", "co.jp",
  "co.in", "co.id", "co.nz", "co.za", "com.hk", "com.sg", "com.ph", "com.vn", "net", "eu",
]);

/** Well known, but ordinary words: a neighbour such as homes.nl is more likely somebody's own domain than a slip. */
const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  ["home", "live", "online", "planet", "freedom", "mail", "proton", "tele2"],
);

/** Ends of domains that don't exist, or that hardly anybody in these parts means. */
const MISTYPED_ENDS: Readonly<Record<string, string>> = {
  con: "com", cmo: "com", ocm: "com", comm: "com", vom: "com", xom: "com", nll: "nl", ln: "nl", n: "nl", bl: "nl",
  ml: "nl", cm: "com", om: "com",
};

/** The part after the @, in small letters; null when the address has no such part or isn't an address at all. */
export function mailDomain(address: string): string | null {
  const match = /^[^\s@]+@([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{1,24})$/i.exec(address.trim());
  return match?.[1]?.toLowerCase() ?? null;
}

/**
 * The domain that was probably meant, or null when the domain looks right.
 *
 * It looks mistyped when it is one or two slips (a letter more, less, other, or two swapped) from a well-known mail
 * domain, or from a domain that other contacts of the same debtor use. Short domains get one slip, as many of them are
 * real neighbours.
 *
 * @param familiar Domains of this debtor's other addresses.
 * @param proven True when mail to this address was delivered before. Then only a slip from a well-known domain counts:
 *   such neighbours do exist, and receive other people's mail.
 */
export function probablyMeantDomain(domain: string, familiar: readonly string[] = [], proven = false): string | null {
  const typed = domain.toLowerCase();
  if (KNOWN.has(typed) || isOfAnotherCountry(typed)) return null;
  const known = nearestWellKnown(typed);
  if (known) return known;
  if (proven || familiar.includes(typed)) return null;
  const own = familiar.find((candidate) => !isSameName(typed, candidate.toLowerCase()) && isNearMiss(typed, candidate.toLowerCase()));
  if (own) return own;
  const end = MISTYPED_ENDS[typed.slice(typed.lastIndexOf(".") + 1)];
  return end ? `${typed.slice(0, typed.lastIndexOf("."))}.${end}` : null;
}

/** What was found before: a night asks after the same domains a hundred thousand times. */
const FOUND = new Map<string, string | undefined>();
const MOST_FOUND = 5_000;

function nearestWellKnown(typed: string): string | undefined {
  if (FOUND.has(typed)) return FOUND.get(typed);
  if (FOUND.size >= MOST_FOUND) FOUND.clear();
  const near = WELL_KNOWN.find((candidate) => isNearMiss(typed, candidate));
  FOUND.set(typed, near);
  return near;
}

function isOfAnotherCountry(domain: string): boolean {
  const dot = domain.indexOf(".");
  return IN_MANY_COUNTRIES.has(domain.slice(0, dot)) && COUNTRY_ENDS.has(domain.slice(dot + 1));
}

/** One firm in two countries: jansen-bouw.be beside jansen-bouw.nl is no slip, as jansen-bouw.bl would be. */
function isSameName(typed: string, familiar: string): boolean {
  const [name, end] = [typed.slice(0, typed.lastIndexOf(".")), typed.slice(typed.lastIndexOf(".") + 1)];
  return name === familiar.slice(0, familiar.lastIndexOf(".")) && !(end in MISTYPED_ENDS);
}

function isNearMiss(typed: string, meant: string): boolean {
  const name = meant.slice(0, meant.lastIndexOf("."));
  // Of "me.com" or "kpn.nl" every neighbour may be somebody's real domain.
  if (name.length < 4 || ORDINARY_WORDS.has(name)) return false;
  const most = name.length >= 7 ? 2 : 1;
  const slips = slipsBetween(typed, meant, most);
  return slips > 0 && slips <= most;
}
