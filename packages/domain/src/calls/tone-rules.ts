import type { Language } from "../format";

/** Which texts a rule speaks about: all, or only those before the letter of the law. */
export type ToneScope = "always" | "before-letter";

export const TONE_RULES = [
  "must", "threat", "blame", "legalese", "jargon", "vague-day", "forbidden-question", "costs-too-early", "letter-too-early", "exclamation",
  "capitals",
  "long-sentence", "mixed-voice", "click-here", "sorry-tone",
] as const;

export type ToneRule = (typeof TONE_RULES)[number];

/** How much a mark weighs: "hard" needs a person's word before it goes to a debtor, "soft" is advice. */
export const TONE_WEIGHT: Readonly<Record<ToneRule, "hard" | "soft">> = {
  "must": "hard", "threat": "hard", "blame": "hard", "forbidden-question": "hard", "costs-too-early": "hard", "letter-too-early": "hard", "capitals": "hard",
  "legalese": "soft", "jargon": "soft", "vague-day": "soft", "exclamation": "soft", "long-sentence": "soft", "mixed-voice": "soft", "click-here": "soft",
  "sorry-tone": "soft",
};

/** One avoided wording: what to look for, under which rule, and what to say instead. */
export interface TonePattern {
  readonly rule: ToneRule;
  readonly pattern: RegExp;
  readonly suggestion: string | null;
  readonly scope?: ToneScope;
}

/** Why each rule is there, for the margin beside the text. */
export const TONE_WHY: Readonly<Record<ToneRule, Record<Language, string>>> = {
  must: {
    nl: "Klinkt als een bevel. Vraag het, of zeg dat het niet hoeft.",
    en: "Sounds like an order. Ask, or say that there is no need.",
  },
  threat: {
    nl: "Dreigt. Zeg wat nog kan, niet wat boven iemands hoofd hangt.",
    en: "Threatens. Say what is still possible, not what hangs over somebody.",
  },
  blame: { nl: "Geeft de schuld. Noem het feit en de dag.", en: "Blames. State the fact and the day." },
  legalese: {
    nl: "Ambtelijk. Zeg wie wat doet, in gewone woorden.", en: "Officialese. Say who does what, in plain words.",
  },
  jargon: { nl: "Vakwoord. Niet iedereen kent het.", en: "A term of the trade that not everybody knows." },
  "vague-day": { nl: "Noem de dag, met de weekdag erbij.", en: "Name the day, with its weekday." },
  "forbidden-question": {
    nl: "Deze vraag nodigt uit tot een uitvlucht. Vraag wanneer de betaling komt.",
    en: "Invites an excuse. Ask when the payment will come.",
  },
  "costs-too-early": {
    nl: "Vóór de termijn van de veertiendagenbrief voorbij is, bestaan kosten voor een consument niet.",
    en: "Before the term of the fourteen-day letter has passed, costs don't exist for a consumer.",
  },
  "letter-too-early": {
    nl: "Deze woorden zijn van de veertiendagenbrief. Vóór die brief schrikken ze af en gelden ze niet.",
    en: "These are words of the fourteen-day letter. Before it they frighten, and mean nothing.",
  },
  exclamation: {
    nl: "Een uitroepteken roept. Een punt is genoeg.", en: "An exclamation mark shouts. A full stop will do.",
  },
  capitals: { nl: "Hoofdletters schreeuwen.", en: "Capitals shout." },
  "long-sentence": {
    nl: "Lange zin. Maak er twee van, met één gedachte elk.", en: "A long sentence. Make two, with one thought each.",
  },
  "mixed-voice": { nl: "Kies u of je, niet allebei.", en: "One voice throughout." },
  "click-here": {
    nl: "Zeg waar de link heen gaat; wie oplicht zegt ook “klik hier”.",
    en: "Say where the link leads; fraudsters say “click here” too.",
  },
  "sorry-tone": {
    nl: "Klinkt als een verwijt met spijt. Begin met wat u vraagt.",
    en: "Sounds like a reproach with regret. Begin with what you ask.",
  },
};

const word = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "giu");

const DUTCH: readonly TonePattern[] = [
  { rule: "must", pattern: word("moet(?:en)?|moest(?:en)?"), suggestion: "Wilt u …?" },
  {
    rule: "must", suggestion: "Betaal graag …",
    pattern: word(
      "dient(?: u)? (?:[^.?!]{0,40} )?te|dienen (?:[^.?!]{0,40} )?te|behoort te",
    ),
  },
  {
    rule: "must", suggestion: "Wilt u …?",
    pattern: word(
      "(?<!niet )verplicht(?:e|ing|ingen)?|gelieve|eisen wij|wij eisen|(?:u|je) zult|zorg ervoor dat",
    ),
  },
  {
    rule: "threat", suggestion: "brief · herinnering",
    pattern: word(
      "laatste (?:waarschuwing|kans|mogelijkheid|herinnering|verzoek)|waarschuwing|ultimatum|sommatie|sommeren|gesommeerd|aanmaning|gedwongen",
    ),
  },
  {
    rule: "threat", suggestion: null,
    pattern: word(
      "deurwaarder(?:s)?|dagvaard(?:en|ing)|(?:sluiten|snijden) wij (?:u|je) af|beslag(?:legging)?|rechter|rechtbank|gerechtelijke?|"
      + "juridische (?:stappen|procedure|maatregelen)|incassobureau|incassoprocedure|"
      + "uit handen|BKR|zwarte lijst",
    ),
  },
  {
    rule: "threat", suggestion: "Lukt dat niet? Bel mij gerust.",
    pattern: word(
      "(?:zijn|voelen|zien) wij (?:ons )?genoodzaakt|genoodzaakt|zonder (?:nadere|verdere) aankondiging|"
      + "de gevolgen|consequenties|bij gebreke (?:van|daarvan|waarvan)|(?:nemen|"
      + "ondernemen) (?:wij )?(?:verdere )?(?:stappen|maatregelen)|verdere (?:stappen|maatregelen)|"
      + "maatregelen (?:te )?(?:treffen|nemen)",
    ),
  },
  {
    rule: "blame", suggestion: "… staat nog open",
    pattern: word(
      "verzuimd|nalatig(?:heid)?|wanbetal(?:er|ers|ing)|ondanks (?:herhaalde?|eerdere?|onze|meerdere|"
      + "het feit)[^.?!]{0,30}|nogmaals verzo(?:ek|cht)|(?:u|je) weigert?|(?:uw|jouw|eigen) schuld|"
      + "in gebreke(?:stelling)?|(?:u|je) heb(?:t)? nagelaten|heeft (?:u )?nagelaten|wederom|nog (?:altijd|"
      + "steeds) niet (?:betaald|voldaan|gereageerd)|betalingsachterstand|laks|onacceptabel|teleurgesteld|onbegrijpelijk|"
      + "(?:u|je) negeert|negeren|houdt? (?:u|je|zich)[^.?!]{0,10} niet aan|komt? (?:u|je|uw|jouw)[^.?!]{0,25} niet na|aan het lijntje",
    ),
  },
  {
    rule: "sorry-tone", suggestion: null,
    pattern: word(
      "helaas|wij betreuren|het spijt ons te|tot onze (?:spijt|verbazing|teleurstelling)",
    ),
  },
  {
    rule: "legalese", suggestion: "Wilt u …?",
    pattern: word(
      "(?:u )?word(?:t|en)(?: u| hierbij)* (?:vriendelijk |dringend )?verzocht|verzoeken wij (?:u|je)|"
      + "wij verzoeken (?:u|je)|hierbij delen wij|dient te worden|(?:er )?(?:is|werd|wordt) (?:geconstateerd|vastgesteld)|"
      + "(?:zal|zullen) worden overgegaan|overgegaan tot invordering",
    ),
  },
  { rule: "legalese", pattern: word("indien"), suggestion: "als" },
  { rule: "legalese", pattern: word("middels|door middel van"), suggestion: "met" },
  { rule: "legalese", pattern: word("derhalve"), suggestion: "daarom" },
  { rule: "legalese", pattern: word("tevens|alsmede"), suggestion: "ook" },
  { rule: "legalese", pattern: word("omtrent|betreffende|inzake|hieromtrent"), suggestion: "over" },
  {
    rule: "legalese", suggestion: null,
    pattern: word(
      "conform|bovengenoemde?|voornoemde?|onderhavige?|desbetreffende|ten spoedigste|dagtekening|reeds|"
      + "thans|teneinde|uwerzijds|onzerzijds|te uwer|vermoedelijk|met betrekking tot|aangaande|ingevolge|krachtens|"
      + "dientengevolge|zulks|ter zake|alsdan|gaarne|ondergetekende",
    ),
  },
  {
    rule: "jargon", suggestion: "factuur · wat nog open staat",
    pattern: word(
      "openstaande? post(?:en)?|vordering(?:en)?|saldo|hoofdsom",
    ),
  },
  { rule: "jargon", pattern: word("voldoen|voldaan|voldoet|overgaan tot betaling|overmaking"), suggestion: "betalen" },
  {
    rule: "jargon", suggestion: "betalen kon tot en met …", scope: "before-letter",
    pattern: word(
      "vervaldatum|vervaldag|betaaltermijn|betalingstermijn",
    ),
  },
  { rule: "jargon", pattern: word("verzuim"), suggestion: "te laat met betalen", scope: "before-letter" },
  { rule: "jargon", pattern: word("betalingsregeling(?:en)?"), suggestion: "in termijnen betalen · uw afspraak" },
  {
    rule: "jargon", suggestion: "het er niet mee eens zijn · er klopt iets niet",
    pattern: word(
      "betwist(?:en|ing)?|reclameren|geschil",
    ),
  },
  {
    rule: "jargon", suggestion: null,
    pattern: word(
      "transactie|betalingsonmacht|financiële problemen|motiveer|onderbouw|bewijsstukken|verifiëren|"
      + "authenticeren|ongeldige invoer|debiteur(?:en)?|crediteur|termijnbetaling",
    ),
  },
  {
    rule: "vague-day", suggestion: "uiterlijk vrijdag 6 november",
    pattern: word(
      "spoedig|zo (?:snel|spoedig) mogelijk|op korte termijn|per omgaande|omgaand|onmiddellijk|onverwijld|direct betalen|"
      + "z\\.s\\.m\\.|asap|binnen (?:vijf|5|acht|8) (?:werk)?dagen(?! na)",
    ),
  },
  {
    rule: "forbidden-question", suggestion: "Wanneer kunnen wij de betaling verwachten?",
    pattern: word(
      "(?:heeft u|hebt u|heb je) (?:de|onze|deze) (?:factuur|facturen|herinnering|mail|brief) (?:wel |al |niet |"
      + "goed )?(?:ontvangen|gekregen)|was (?:er iets mis met )?de levering (?:niet |wel )?(?:goed|in orde|naar wens)|"
      + "was alles (?:naar wens|goed|in orde)|is er iets mis met (?:de|onze) (?:levering|factuur)|"
      + "waarom (?:heeft u|hebt u|heb je|is|betaalt u|betaal je)[^.?!]{0,40}niet[^.?!]{0,20}(?:betaald|betaling)?|"
      + "wat is de reden|(?:is er|heeft u|heb je) een reden (?:dat|waarom)|bent u [^.?!]{0,25}vergeten|ben je [^.?!]{0,25}vergeten",
    ),
  },
  {
    rule: "costs-too-early", suggestion: "Er zijn geen extra kosten.", scope: "before-letter",
    pattern: word(
      "(?<!geen )(?<!niets )extra kosten|(?:incasso|aanmanings|administratie|buitengerechtelijke )kosten|"
      + "kosten (?:erbij|bij|in rekening)|wettelijke rente|rente (?:erbij|bij|in rekening)|boetes?|(?:verhoogd|vermeerderd) met",
    ),
  },
  {
    rule: "letter-too-early", suggestion: "uiterlijk vrijdag 6 november", scope: "before-letter",
    pattern: word(
      "binnen (?:14|15|veertien|vijftien) dagen na(?:dat)?[^.?!]{0,40}(?:bezorgd|ontvangen|ontvangst)|artikel 6:96|"
      + "veertiendagenbrief|besluit vergoeding voor buitengerechtelijke",
    ),
  },
  { rule: "click-here", pattern: word("klik (?:hier|op (?:deze|onderstaande) link)"), suggestion: "Bekijk uw facturen" },
];

const ENGLISH: readonly TonePattern[] = [
  {
    rule: "must", suggestion: "Would you …?",
    pattern: word(
      "must|(?<!nothing |nothing that |thing that |things that |all )you (?:have|need) to|has to be|are (?:required|obliged) to|you shall|we demand|mandatory|compulsory",
    ),
  },
  {
    rule: "threat", suggestion: null,
    pattern: word(
      "(?:final|last) (?:warning|notice|demand)|legal (?:action|steps|proceedings)|bailiff|court|"
      + "collection agency|consequences|without further notice|forced to|no choice but|cut off|disconnect(?:ed)?",
    ),
  },
  {
    rule: "blame", suggestion: "… is still open",
    pattern: word(
      "fail(?:ed|ure)? to|negligent|despite (?:our|repeated|several)[^.?!]{0,30}|you (?:refuse|ignored)|"
      + "still have not|defaulter|your fault|unacceptable|disappointed|you broke",
    ),
  },
  // The notice of the law has to say it (BW 6:82), as the Dutch one says "verzuim"; before it nobody is in default.
  { rule: "blame", pattern: word("default"), suggestion: "… is still open", scope: "before-letter" },
  { rule: "sorry-tone", pattern: word("unfortunately|we regret|we are sorry to (?:see|hear|inform|say)"), suggestion: null },
  {
    rule: "legalese", suggestion: "Would you …?",
    pattern: word(
      "hereby|herewith|aforementioned|pursuant to|you are (?:kindly )?requested|kindly|in accordance with|"
      + "remit(?:tance)?|the undersigned|(?:please )?be advised|in the event that|with reference to|prior to|in respect of|notwithstanding",
    ),
  },
  {
    rule: "jargon", suggestion: "what is still open", scope: "before-letter",
    pattern: word(
      "outstanding balance|arrears|principal|settle the account|payment arrangement|dispute|receivable",
    ),
  },
  {
    rule: "vague-day", suggestion: "by Friday 6 November",
    pattern: word(
      "as soon as possible|asap|immediately|at once|promptly|by return|forthwith|"
      + "at your earliest convenience|without delay|within (?:five|5|seven|7|eight|8) (?:working |business )?days",
    ),
  },
  {
    rule: "forbidden-question", suggestion: "When can we expect the payment?",
    pattern: word(
      "(?:have|did) you (?:not |already )?(?:receiv(?:e|ed)|get|got) (?:the|our) (?:invoice|reminder|e-mail|letter)|was (?:the|"
      + "our) delivery (?:not )?(?:ok|good|in order)|why (?:have|has|did|do|are)(?:n['’]t)?[^.?!]{0,40}(?:paid|pay|paying)|"
      + "what is the reason|is there a reason",
    ),
  },
  {
    rule: "costs-too-early", suggestion: "There are no extra costs.", scope: "before-letter",
    pattern: word(
      "(?<!no )(?:extra|additional|collection) (?:costs|charges)|statutory interest|late fees?|interest (?:will|is) (?:be )?(?:charged|added)",
    ),
  },
  {
    rule: "letter-too-early", suggestion: "by Friday 6 November", scope: "before-letter",
    pattern: word("within (?:14|15|fourteen|fifteen) days after[^.?!]{0,40}(?:delivered|received|delivery|receipt)|article 6:96|fourteen-day letter"),
  },
  { rule: "click-here", pattern: word("click (?:here|(?:on )?(?:this|the) link)"), suggestion: "See your invoices" },
];

export const TONE_PATTERNS: Readonly<Record<Language, readonly TonePattern[]>> = { nl: DUTCH, en: ENGLISH };
