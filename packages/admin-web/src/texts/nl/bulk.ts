/** Eén handeling voor veel regels van een lijst. */
export const bulk = {
  bulk: {
    one: "Handeling voor veel regels", picked: "Gekozen regels", count_one: "{{shown}} gekozen", count_other: "{{shown}} gekozen", choose: "Wat doen?", takeAll: "Alle {{shown}} van dit filter", clear: "Niets kiezen",
    title_one: "{{shown}} regel, {{sum}}", title_other: "{{shown}} regels, {{sum}}", what: "Wat wilt u doen?", look: "Eerst bekijken", lookThen: "Er gebeurt nog niets. U ziet per regel wat er zou gebeuren, en begint daarna zelf.",
    maximum: "Restbedrag tot en met", maximumHint: "Staat er meer open, dan blijft de factuur staan.", maximumMissing: "Vul een bedrag in, zoals 5,00",
    acts: { pause: "Pauzeren", lift: "Pauze opheffen", assign: "Eigenaar kiezen", postpone: "Volgende stap uitstellen", skip: "Volgende stap overslaan", "choose-ladder": "Traject kiezen", "write-off": "Klein restbedrag afboeken" },
    effects: {
      pause: "Het traject wacht, zoals bij een pauze voor een debiteur.", lift: "Alleen pauzes die een collega zette. Wat iemand zelf bekijkt, zoals een noodrem, blijft staan.", assign: "Taken uit het traject komen bij deze collega.",
      postpone: "Tot die dag gaat de volgende stap niet vanzelf uit.", skip: "De stap telt als gedaan, zonder dat de debiteur iets hoort. Dit is niet terug te draaien.",
      "choose-ladder": "Geldt voor facturen die nog beginnen. Wat loopt, blijft op zijn versie.", "write-off": "Het restbedrag wordt een verlies in de boeken. Terugdraaien kan, met een reden.",
    },
    titleAct: "{{act}}: veel regels", titleUndo: "Teruggedraaid: {{act}}", rows: "Regels", by: "Door", progress: "Voortgang",
    checking: "Wij kijken wat er zou gebeuren: {{done}} van {{total}}", running: "Bezig: {{done}} van {{total}}", rate: "{{rate}} per seconde", left_one: "nog {{count}} seconde", left_other: "nog {{count}} seconden", mayLeave: "U kunt deze pagina verlaten.",
    goes_one: "{{shown}} regel kan, {{sum}}.", goes_other: "{{shown}} regels kunnen, {{sum}}.", wontGo_one: "{{shown}} regel kan niet.", wontGo_other: "{{shown}} regels kunnen niet.",
    did_one: "{{shown}} regel gedaan, {{sum}}.", did_other: "{{shown}} regels gedaan, {{sum}}.", refused_one: "{{shown}} regel niet.", refused_other: "{{shown}} regels niet.",
    start_one: "{{act}}: {{shown}} regel, {{sum}}", start_other: "{{act}}: {{shown}} regels, {{sum}}", leave: "Niet doen", retry_one: "{{shown}} regel opnieuw proberen", retry_other: "{{shown}} regels opnieuw proberen",
    undo: "Terugdraaien", undoTitle_one: "{{shown}} regel terugdraaien", undoTitle_other: "{{shown}} regels terugdraaien", undoThen: "Wat een collega daarna veranderde, blijft zoals het is.", undoing: "Wij draaien het terug.",
    undone: "Dit is teruggedraaid", undoes: "Wat werd teruggedraaid", which: { all: "Alle", goes: "Kan of gedaan", refused: "Kan niet" }, noRows: "Geen regels.",
    states: { waits: "Nog niet", goes: "Kan", refused: "Kan niet", done: "Gedaan", failed: "Mislukt" }, earlier: "Eerder gedaan", earlierLine: "{{when}}, {{by}}: {{done}} gedaan, {{refused}} niet",
  },
} as const;
