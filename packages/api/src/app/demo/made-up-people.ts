import type { Chance } from "./chance";

// Names as the Netherlands has them, put together by chance. Addresses are made up: the towns exist, the streets do somewhere, the
// combinations are nobody's. Mail goes to .example only (RFC 2606), telephone numbers lie in blocks that aren't handed out, accounts
// are at a bank that doesn't exist.
const FIRST_NAMES = [
  "Anouk", "Bram", "Carlijn", "Daan", "Dewi", "Eline", "Emre", "Esther", "Fatima", "Femke", "Floor", "Gijs", "Hanneke", "Hamza", "Ilse", "Jasper", "Jeroen", "Joost",
  "Karin", "Koen", "Lars", "Lieke", "Lotte", "Maarten", "Marleen", "Meryem", "Mohamed", "Nadia", "Niels", "Noor", "Olga", "Pieter", "Priya", "Quinten", "Rianne",
  "Roel", "Ruben", "Samira", "Sander", "Sanne", "Saskia", "Sjoerd", "Stefan", "Thijs", "Tineke", "Umut", "Vera", "Wessel", "Wouter", "Yara", "Yusuf", "Zoë",
] as const;

const SURNAMES = [
  "de Jong", "Jansen", "de Vries", "van den Berg", "Bakker", "van Dijk", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "de Groot", "Bos", "Vos", "Peters", "Hendriks",
  "van Leeuwen", "Dekker", "Brouwer", "de Wit", "Dijkstra", "Smits", "de Graaf", "van der Meer", "van der Linden", "Kok", "Jacobs", "de Haan", "Vermeulen", "van den Heuvel",
  "van der Veen", "van den Broek", "de Bruijn", "van der Heijden", "Schouten", "van Beek", "Willems", "van Vliet", "Hoekstra", "Maas", "Verhoeven", "Koster", "Yılmaz", "El Amrani",
  "Kaya", "Sharma", "Nguyen", "Pinas", "Kowalski", "Postma", "Terpstra", "Wiersma", "Zijlstra", "Kuipers", "Veenstra", "Prins",
] as const;

const STREETS = [
  "Kerkstraat", "Dorpsstraat", "Molenweg", "Schoolstraat", "Stationsweg", "Lindenlaan", "Beukenlaan", "Wilgenstraat", "Julianastraat", "Parallelweg", "Havenkade", "Zandpad",
  "Nieuwstraat", "Eikenlaan", "Tulpstraat", "Meidoornlaan", "Veldweg", "Oranjestraat", "Kastanjelaan", "Ringweg", "Vijverlaan", "Boomgaard", "De Dreef", "Singel", "Hoge Brug",
  "Korenbloem", "Spoorlaan", "Marktplein", "Waterlaan", "Korte Akker",
] as const;

const INDUSTRY_STREETS = ["Nijverheidsweg", "Ambachtsweg", "Industrieweg", "Handelskade", "Transportweg", "De Steiger", "Bedrijvenlaan", "Energieweg", "Havenweg", "Computerlaan"] as const;

const TOWNS: readonly (readonly [town: string, firstPostcode: number, lastPostcode: number])[] = [
  ["Amersfoort", 3811, 3829], ["Utrecht", 3511, 3585], ["Zeist", 3701, 3709], ["Soest", 3761, 3769], ["Hilversum", 1211, 1223], ["Nijkerk", 3861, 3864], ["Barneveld", 3771, 3773],
  ["Ede", 6711, 6718], ["Apeldoorn", 7311, 7336], ["Almere", 1311, 1363], ["Harderwijk", 3841, 3849], ["Veenendaal", 3901, 3907], ["Woerden", 3441, 3449], ["Houten", 3991, 3999],
  ["Zwolle", 8011, 8043], ["Arnhem", 6811, 6846], ["Breda", 4811, 4839], ["Haarlem", 2011, 2037], ["Leiden", 2311, 2334], ["Delft", 2611, 2629],
];

const TRADES = [
  "Bakkerij", "Slagerij", "Schildersbedrijf", "Autobedrijf", "Hoveniersbedrijf", "Administratiekantoor", "Fysiotherapie", "Drukkerij", "Kapsalon", "Timmerbedrijf", "Restaurant",
  "Tandartspraktijk", "Architectenbureau", "Kinderopvang", "Transportbedrijf", "Garage", "Bloemisterij", "Rijschool", "Accountantskantoor", "Makelaardij", "Stukadoorsbedrijf", "Meubelmakerij",
] as const;

const FANTASY = [
  "Noorderlicht", "De Linde", "Eemstroom", "Vechtzicht", "Kompas", "Zonnehof", "De Brug", "Waterland", "Heidebloem", "Stadspoort", "Vallei", "De Pijler", "Rondom", "Hoogstraat", "Westerkade",
] as const;

export interface MadeUpAddress {
  readonly street: string;
  readonly houseNumber: string;
  readonly postalCode: string;
  readonly city: string;
}

export function madeUpAddress(chance: Chance, business = false): MadeUpAddress {
  const [city, first, last] = chance.pick(TOWNS);
  // Postcodes don't end in SA, SD or SS.
  const letters = `${chance.pick([..."ABCDEGHJKLMNPRTVWXZ"])}${chance.pick([..."ABCEGHJKLMNPRTVWXZ"])}`;
  return {
    street: chance.pick(business ? INDUSTRY_STREETS : STREETS), houseNumber: `${chance.between(1, 180)}${chance.percent(12) ? chance.pick(["a", "b", "-1"]) : ""}`,
    postalCode: `${chance.between(first, last)} ${letters}`, city,
  };
}

export function madeUpPerson(chance: Chance): string {
  return `${chance.pick(FIRST_NAMES)} ${chance.pick(SURNAMES)}`;
}

export function madeUpCompany(chance: Chance): string {
  const surname = chance.pick(SURNAMES);
  const named = chance.percent(60) ? surname.replace(/^(van|de|den|der)\b/, (word) => word[0]?.toUpperCase() + word.slice(1)) : chance.pick(FANTASY);
  return `${chance.pick(TRADES)} ${named}${chance.percent(25) ? " & Zn." : ""}`;
}

/** Letters and digits of a name, for a mail address. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll("ı", "i").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/&|\./g, "").trim().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

export function madeUpMobile(chance: Chance): string {
  return `061000${chance.digits(4)}`;
}

export function madeUpLandline(chance: Chance): string {
  return `085000${chance.digits(4)}`;
}

/** An IBAN with right check digits at a bank that doesn't exist. */
export function madeUpIban(account: number): string {
  const body = `DEMO${String(account).padStart(10, "0")}`;
  let remainder = 0;
  for (const character of `${body}NL00`) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return `NL${String(98 - remainder).padStart(2, "0")}${body}`;
}
