import type { Language } from "../format";
import type { ToneRule } from "./tone-rules";

/** A sentence as somebody might write it to a debtor, with what the tone meter has to say of it: the rules it breaks, or none. */
export interface LabelledSentence {
  readonly language: Language;
  readonly text: string;
  readonly rules: readonly ToneRule[];
}

const marked = (language: Language, rule: ToneRule, ...texts: readonly string[]): LabelledSentence[] => texts.map((text) => ({ language, text, rules: [rule] }));
const both = (language: Language, rules: readonly ToneRule[], text: string): LabelledSentence => ({ language, text, rules });
const clean = (language: Language, ...texts: readonly string[]): LabelledSentence[] => texts.map((text) => ({ language, text, rules: [] }));

/**
 * Labelled by hand before the meter read them: six in ten with the rule they break, four in ten clean, among which many that look like a
 * fault and are none.
 */
export const TONE_CORPUS: readonly LabelledSentence[] = [
  ...marked("nl", "must",
    "U moet het bedrag vandaag nog overmaken.", "De factuur moest vorige week al betaald zijn.", "Betaling dient te gebeuren op onze rekening.", "U bent verplicht om te reageren.",
    "Gelieve te betalen op onze rekening.", "Wij eisen het hele bedrag.", "Je zult deze week betalen.", "Zorg ervoor dat wij het geld vrijdag hebben."),
  ...marked("nl", "threat",
    "Anders geven wij de zaak uit handen.", "Wij schakelen een incassobureau in.", "Daarna volgt een dagvaarding.", "Dit is uw laatste kans.", "De gevolgen zijn voor u.",
    "Wij zullen maatregelen treffen.", "Wij laten beslag leggen op uw inkomen.", "Dan melden wij u bij het BKR.", "Wij zien ons genoodzaakt verder te gaan.", "Dit is een aanmaning.",
    "Betaalt u niet, dan sluiten wij u af."),
  ...marked("nl", "blame",
    "U heeft nagelaten te betalen.", "Ondanks onze eerdere mails hoorden wij niets.", "U blijft in gebreke.", "U heeft nog steeds niet betaald.", "U negeert onze berichten.",
    "Wij zijn teleurgesteld in u.", "U houdt zich niet aan de afspraak.", "U komt uw belofte niet na.", "Het is onbegrijpelijk dat u niets laat horen.", "U heeft een betalingsachterstand."),
  ...marked("nl", "legalese",
    "U wordt vriendelijk verzocht ons te bellen.", "Indien u vragen heeft, bel ons dan.", "Middels deze brief vragen wij uw aandacht.", "Derhalve schrijven wij u nogmaals.",
    "Hierbij delen wij u mede dat de factuur open staat.", "Bovengenoemde factuur staat nog open.", "Er is geconstateerd dat het bedrag niet binnen is.",
    "Er zal worden overgegaan tot invordering.", "Met betrekking tot uw factuur het volgende.", "Tevens vragen wij u om een antwoord."),
  ...marked("nl", "jargon",
    "Uw saldo is € 350,00.", "De hoofdsom is € 120,00.", "Deze openstaande post is van mei.", "Wilt u de factuur voldoen?", "De vervaldatum was 2 november.", "Wij hebben een vordering op u.",
    "Wilt u een betalingsregeling treffen?", "Wilt u de factuur betwisten?"),
  ...marked("nl", "vague-day",
    "Wilt u zo spoedig mogelijk betalen?", "Wilt u per omgaande antwoorden?", "Betaal graag binnen 5 werkdagen.", "Wij zien het bedrag graag op korte termijn.", "Wilt u onmiddellijk betalen?"),
  ...marked("nl", "forbidden-question",
    "Heeft u onze factuur wel ontvangen?", "Heb je de factuur gekregen?", "Waarom heb je nog niet betaald?", "Was alles naar wens?", "Is er een reden dat u niet betaalt?",
    "Bent u de factuur vergeten?"),
  ...marked("nl", "costs-too-early", "Daarna rekenen wij incassokosten.", "Wij verhogen het bedrag met administratiekosten.", "Anders komt er rente bij.", "Dan krijgt u een boete.", "Dan komen er extra kosten bij."),
  ...marked("nl", "letter-too-early", "Betaal binnen veertien dagen nadat deze brief is bezorgd.", "Dit doen wij volgens artikel 6:96 van de wet."),
  ...marked("nl", "exclamation", "Betaal vandaag nog!", "Vergeet het niet!!"),
  ...marked("nl", "capitals", "Dit is een HERINNERING van ons.", "LET OP: de factuur staat open.", "Betaal NU de factuur."),
  ...marked("nl", "long-sentence",
    "Wij vragen u om de twee facturen van september en oktober die nog open staan deze week aan ons te betalen.",
    "Op dinsdag 3 november om 10.20 uur belden wij u over de factuur van 12 oktober maar wij kregen u niet aan de telefoon."),
  ...marked("nl", "mixed-voice", "U betaalt vrijdag. Daarna hoor je niets meer.", "Je vindt uw factuur op je eigen pagina."),
  ...marked("nl", "click-here", "Klik hier om te betalen.", "Klik op onderstaande link."),
  ...marked("nl", "sorry-tone", "Helaas staat de factuur nog open.", "Tot onze verbazing hoorden wij niets.", "Wij betreuren dat de factuur open staat."),
  both("nl", ["must", "vague-day"], "U moet direct betalen."),
  both("nl", ["threat", "exclamation"], "Dit is de laatste waarschuwing!"),

  ...marked("en", "must", "You must pay the full amount.", "You are required to respond.", "You have to pay by Friday.", "We demand full payment.", "You need to pay this week.", "Payment is mandatory."),
  ...marked("en", "threat", "This is your final notice.", "We will take legal action.", "We will hand this to a collection agency.", "Otherwise there will be consequences.", "A bailiff will visit you.", "We will cut off your service."),
  ...marked("en", "blame", "You failed to keep our agreement.", "You ignored our reminders.", "Despite several reminders we heard nothing.", "You broke your promise.", "Your invoice is unpaid because you refuse."),
  ...marked("en", "legalese", "You are kindly requested to call us.", "Pursuant to our terms we write to you.", "Please be advised that the invoice is open.", "The aforementioned invoice is open.", "In the event that you paid, call us."),
  ...marked("en", "jargon", "Your outstanding balance is € 350.00.", "Your account is in arrears.", "Would you settle the account?"),
  ...marked("en", "vague-day", "Please pay as soon as possible.", "Please pay immediately.", "Please reply at your earliest convenience.", "Please pay without delay.", "Please pay within 5 working days."),
  ...marked("en", "forbidden-question", "Did you get our invoice?", "Have you received our invoice?", "Why haven't you paid?", "Is there a reason why you have not paid?"),
  ...marked("en", "costs-too-early", "We will add collection costs.", "A late fee applies.", "Interest will be charged."),
  ...marked("en", "exclamation", "Pay today!"),
  ...marked("en", "capitals", "This is a REMINDER.", "Please pay NOW."),
  ...marked("en", "click-here", "Click here to pay.", "Click the link below."),
  ...marked("en", "sorry-tone", "Unfortunately your invoice is open.", "We are sorry to see that it is open."),
  ...marked("en", "long-sentence", "We are writing to you about the two invoices of September and October that are still open and that we would like you to pay."),

  ...clean("nl",
    "Beste mevrouw Hendriks,", "Er staat nog 1 factuur van ons open.", "Misschien is de mail niet aangekomen.", "Dat kan gebeuren.", "Wilt u uiterlijk vrijdag 4 december betalen?",
    "Heeft u net betaald? Dan hoeft u niets te doen.", "Dank u wel voor uw betaling.", "U hoeft niet te vertellen waarom.", "Dat is niet verplicht.", "Er zijn geen extra kosten.",
    "In termijnen betalen kost niets extra.", "Wij belden u op dinsdag 3 november om 10.20 uur.", "Wij kregen u niet te pakken, daarom schrijven wij.", "Zullen wij u bellen? Antwoord dan met een dag en een tijd.",
    "Komt een andere dag beter uit?", "Lukt het niet in één keer?", "Stel dan zelf een bedrag per maand voor.", "Zolang de termijnen lopen, sturen wij geen herinneringen.", "Liever even praten? Bel ons.",
    "Wij spraken af: € 50,00, uiterlijk vrijdag 27 november.", "Fijn dat u het laat weten.", "Wij zoeken het uit.", "U hoort het uiterlijk dinsdag 1 december.", "Klopt er iets niet?",
    "Vertel ons wat er niet klopt. Een foto of pdf is goed.", "Onze rekening eindigt op 4300.", "Betaal op NL91 ABNA 0417 1643 00, met kenmerk F-1.", "Ons KVK-nummer is 01234567.", "Kies iDEAL of maak het over.",
    "Wij ontmoeten u graag op kantoor.", "Mijn moeder betaalt de factuur vrijdag.", "U vindt uw factuur op uw eigen pagina.", "De factuur is van 12 oktober.", "Wij vragen nooit om uw pincode.",
    "Heb je geldzorgen? Wij denken met je mee.", "Je betaalt elke maand € 75,00.", "Wil je uiterlijk maandag 30 november betalen?", "Betalen kon tot en met 2 november.", "Het gaat om € 350,00.",
    "Wij wachten tot en met vrijdag 4 december.", "De pdf zit bij deze mail.", "Uw betaling van € 40,00 is binnen.", "Wanneer kunnen wij de betaling verwachten?", "Wat lukt er wel voor u?"),
  ...clean("en",
    "Dear Ms Hendriks,", "One invoice of ours is still open.", "Maybe our e-mail never reached you.", "That happens.", "Would you please pay by Friday 4 December?", "You don't need to do anything.",
    "You don’t have to tell us why.", "There are no extra costs.", "Instalments cost nothing extra.", "We called you on 3 November at 10:20.", "We couldn’t reach you, so we are writing.",
    "Would another day suit you better?", "Then propose an amount a month.", "Thank you for letting us know.", "We will look into it.", "You will hear from us by Tuesday 1 December.", "Is something not right?",
    "Have you just paid? Then you don’t need to do anything.", "Our account ends in 4300.", "You can talk to us too.", "Your payment of € 40.00 has arrived.", "When can we expect the payment?",
    "You pay € 75.00 each month.", "The PDF comes with this e-mail.", "Shall we call you? Then reply with a day and a time.", "See your invoices on your own page.", "It slipped your mind, maybe.",
    "You could pay up to 2 November."),
];
