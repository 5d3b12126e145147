/** Where every cent comes from and went: the standing explained, corrections, and the money of a debtor. */
export const standing = {
  standing: {
    forgiven: "Kwijt", forgivenBelow: "kwijtgescholden of afgeboekt", paidBelow_one: "{{count}} keer", paidBelow_other: "{{count}} keer", paidBelow_zero: "nog niets",
    on: "Dag", what: "Wat", off: "Eraf", kinds: {
      payment: "Betaling", "set-off": "Verrekening met creditnota", "credit-note": "Creditnota", waiver: "Kwijtgescholden", "write-off": "Afgeboekt", "charge-back": "Teruggeboekt door de bank", moved: "Van rente naar hoofdsom",
    },
    paidFirst: "Elke betaling gaat eerst naar kosten, dan naar rente, dan naar de hoofdsom (BW 6:44).",
    costsOver: "Over {{amount}}, wat op {{day}} open stond", letter: "Brief bezorgd op {{delivered}}; betalen zonder kosten kon t/m {{lastDay}}.", costsWhole: "Samen met andere facturen {{amount}}; hiervan {{share}} op wat nog open staat.",
    costsUnknown: "Waarover deze kosten zijn berekend, staat niet meer in de boeken.", vat: "Btw", assumed: "Het tarief vanaf {{day}} is nog niet bekend. Er is gerekend met het laatste.",
    sum: "Samen",
  },
  correct: {
    act: "Corrigeren", title: "Kwijtschelden of corrigeren", invoice: "Factuur", what: "Wat wilt u doen?",
    kinds: { costs: "Kosten kwijtschelden", interest: "Rente kwijtschelden", "write-off": "Afboeken: dit wordt niet meer betaald" },
    amount: "Bedrag", reason: "Reden", reasonHint: "Deze reden blijft in het dossier staan.", reasonMissing: "Vul een reden in.", tooMuch: "Er staat {{amount}} open.",
    wholeInterest: "Om deze rente is nog niet gevraagd. Kwijtschelden kan daarom alleen helemaal: {{amount}}.", before: "Nu", after: "Daarna", total: "Totaal", save: "{{amount}} kwijtschelden", writeOff: "{{amount}} afboeken",
    waived: "{{amount}} kwijtgescholden.", writtenOff: "{{amount}} afgeboekt.", takenBack: "Met één druk teruggedraaid", undoLater: "U kunt dit één keer terugdraaien, op de pagina met betalingen van deze debiteur.",
    nothing: "Er staat niets open om te corrigeren.",
  },
  account: {
    title: "Betalingen en tegoed", link: "Betalingen en tegoed", back: "Naar de debiteur", open: "Openstaand", left: "Nog niet toegewezen", credit: "Tegoed van creditnota's",
    payments: "Betalingen", noPayments: "Van deze debiteur is nog niets ontvangen.", credits: "Creditnota's", noCredits: "Geen creditnota's.", corrections: "Kwijtgescholden en afgeboekt", noCorrections: "Niets kwijtgescholden of afgeboekt.",
    paid: "Betaald", leftOf: "{{amount}} nog niet toegewezen", creditLeft: "{{amount}} over", chargedBack: "Teruggeboekt op {{day}}", refunded: "{{amount}} terugbetaald op {{day}}: {{reason}}", credits_of: "bij factuur {{number}}",
    reversed: "teruggedraaid op {{day}}", by: "door {{name}}", allocate: "Toewijzen", setOff: "Verrekenen", refund: "Terugbetaald", chargeBack: "Teruggeboekt", reverse: "Terugdraaien",
    allocateTitle: "Toewijzen aan facturen", setOffTitle: "Verrekenen met facturen", toDivide: "Te verdelen: {{amount}}", stays: "Blijft staan: {{amount}}", tooMuch: "U verdeelt {{amount}} te veel.", nothingChosen: "Vul bij een factuur een bedrag in.",
    partOf: "Naar {{number}}", openNow: "open: {{amount}}", noOpen: "Er staat niets open om aan toe te wijzen.", allocated: "{{amount}} toegewezen.", setOffDone: "{{amount}} verrekend.",
    allocateThen: "Het geld telt vanaf de dag dat het binnenkwam: rente stopt op die dag.", setOffThen: "Een verrekening telt vanaf de dag dat de creditnota en de factuur er allebei waren (BW 6:129).",
    refundTitle: "Terugbetaald aan de debiteur", refundOn: "Betaald op", refundThen: "Dit boekt alleen. Het geld maakt u zelf over bij uw bank.", refundDone: "{{amount}} als terugbetaald geboekt.",
    chargeBackTitle: "Teruggeboekt door de bank", chargeBackOn: "Teruggeboekt op", chargeBackThen: "Wat hiermee was betaald, staat daarna weer open, deel voor deel.", chargeBackDone: "Teruggeboekt. De facturen staan weer open.",
    reverseTitle: "Terugdraaien", reverseThen: "De boeking blijft staan, met een tegenboeking erbij. Dit kan één keer.", reverseDone: "Teruggedraaid.", bookBack: "Boeken",
  },
  books: {
    title: "Boeken", right: "De boeken kloppen. Gecontroleerd op {{time}}.", never: "De boeken zijn nog niet gecontroleerd. Dat gebeurt na elke nacht.", wrong_one: "{{count}} regel klopt niet. Gecontroleerd op {{time}}.", wrong_other: "{{count}} regels kloppen niet. Gecontroleerd op {{time}}.",
    what: "Elke nacht toetsen wij de boeken aan vaste regels. Wat hieronder staat, lost een beheerder op; het commando heet npm run verify.", times_one: "{{count}} keer", times_other: "{{count}} keer",
  },
} as const;
