import type { Language } from "@tegemoet/domain";
import type { MessageTone } from "./message-kinds";
import { inTone } from "./texts/authored-text";

const WORDS = {
  nl: {
    invoice: "Factuur",
    ofDay: "van",
    alreadyPaid: "[U betaalde|Je betaalde] hiervan al",
    credited: "Af: creditnota",
    openInvoices: "Wat er nog open staat",
    instalments: "Termijnen",
    amount: "Bedrag",
    account: "Rekening",
    accountName: "Op naam van",
    reference: "Kenmerk",
    scan: "Of scan met [uw|je] telefoon",
    scanAlt: "QR-code: open [uw|je] betaalpagina op [uw|je] telefoon",
    regards: "Met vriendelijke groet,",
    callUs: "Bel ons",
    reply: "Of antwoord gewoon op deze mail.",
    realTitle: "Is deze mail echt?",
    realCompare: "Vergelijk deze mail met [uw|je] eigen factuur.",
    realAccount: "Onze rekening eindigt op",
    realType: "Typ anders zelf in [uw|je] browser",
    realCode: "[Uw|Je] code daar is",
    realNever: "Wij vragen nooit om [uw|je] pincode of wachtwoord.",
    insideTerm: "Binnen de termijn",
    afterTerm: "Na de termijn",
    costs: "Incassokosten",
    pay: "[U betaalt|Je betaalt]",
    date: "Datum",
    caseReference: "[Uw|Je] kenmerk bij ons",
    dueUntil: "Betalen kon tot en met",
    youPaid: "[U betaalde|Je betaalde]",
    stillOpen: "Nog open",
    ownPage: "[Uw|Je] eigen pagina",
    ownCode: "Code",
    bankApp: "Voor [uw|je] bank-app",
    bankAppHint: "Bedrag en rekening staan er al in.",
    bankAppAlt: "QR-code voor [uw|je] bank-app",
    ownPageAlt: "QR-code naar [uw|je] eigen pagina",
    termsToo: "In termijnen betalen kan ook.",
    stuck: "Lukt betalen niet, of klopt er iets niet?",
    call: "Bel",
    orLook: "Of kijk op [uw|je] eigen pagina.",
    costsByLaw: "Volgens artikel 6:96 van het Burgerlijk Wetboek",
    attention: "T.a.v.",
    page: "Pagina",
    email: "Mail",
    invoices: "Facturen",
    costsCaption: "Wat [u betaalt|je betaalt]",
    registration: "KVK",
  },
  en: {
    invoice: "Invoice",
    ofDay: "of",
    alreadyPaid: "You already paid",
    credited: "Less: credit note",
    openInvoices: "What is still open",
    instalments: "Instalments",
    amount: "Amount",
    account: "Account",
    accountName: "Payee",
    reference: "Reference",
    scan: "Or scan with your phone",
    scanAlt: "QR code: open your payment page on your phone",
    regards: "Kind regards,",
    callUs: "Call us",
    reply: "Or just reply to this e-mail.",
    realTitle: "Is this e-mail real?",
    realCompare: "Compare this e-mail with your own invoice.",
    realAccount: "Our account ends in",
    realType: "Or type this in your browser yourself",
    realCode: "Your code there is",
    realNever: "We never ask for your PIN or password.",
    insideTerm: "Within the term",
    afterTerm: "After the term",
    costs: "Collection costs",
    pay: "You pay",
    date: "Date",
    caseReference: "Our reference",
    dueUntil: "Could be paid up to",
    youPaid: "You paid",
    stillOpen: "Still open",
    ownPage: "Your own page",
    ownCode: "Code",
    bankApp: "For your bank app",
    bankAppHint: "Amount and account are already in it.",
    bankAppAlt: "QR code for your bank app",
    ownPageAlt: "QR code to your own page",
    termsToo: "You can also pay in instalments.",
    stuck: "Can’t you pay, or is something not right?",
    call: "Call",
    orLook: "Or look at your own page.",
    costsByLaw: "By article 6:96 of the Dutch Civil Code",
    attention: "Attn.",
    page: "Page",
    email: "E-mail",
    invoices: "Invoices",
    costsCaption: "What you pay",
    registration: "KVK",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The fixed words around a text: table heads, bank details, signature, how to check that a message is real. */
export type FrameWords = Readonly<Record<keyof (typeof WORDS)["nl"], string>>;

const READY = new Map<string, FrameWords>();

/** The frame's words in a language and tone. */
export function frameWords(language: Language, tone: MessageTone): FrameWords {
  const key = `${language} ${tone}`;
  const words =
    READY.get(key) ??
    (Object.fromEntries(
      Object.entries(WORDS[language]).map(([name, text]) => [name, inTone(text, tone)]),
    ) as FrameWords);
  READY.set(key, words);
  return words;
}
