/** Invoices in from a spreadsheet: what it is understood as, which column is what, and what came of it. */
export const invoicesIn = {
  wizard: {
    steps: "Stappen", stepFile: "Bestand", stepColumns: "Kolommen", stepPreview: "Voorbeeld", stepOutcome: "Uitkomst",
    understood: "Gelezen als", rows_one: "{{count}} rij", rows_other: "{{count}} rijen", header: "kolomnamen op regel {{line}}", sheet: "werkblad {{sheet}}", separator: "gescheiden door {{separator}}", encoding: "tekens {{encoding}}",
    separators: { semicolon: "puntkomma", comma: "komma", tab: "tab", pipe: "verticale streep" },
    remembered: "De kolommen zijn gekozen zoals de vorige keer.", columns: "Welke kolom is wat?", columnsHint: "Vier gegevens zijn nodig. De keuze wordt onthouden voor het volgende bestand met deze kolommen.",
    needed: "nodig", none: "Geen kolom", more: "Meer gegevens", missing: "Kies eerst een kolom voor: {{fields}}.",
    decimal: "Hoe zijn bedragen geschreven?", decimalAuto: "Zelf herkennen", decimalComma: "1.234,56", decimalPoint: "1,234.56",
    preview: "Zo worden de rijen gelezen", previewHint: "De eerste {{shown}} van {{total}}. Er is nog niets ingelezen.", onlyFaulty: "Alleen rijen met een fout", allRows: "Eerste rijen",
    noFaulty: "Geen rijen met een fout.", counts: "{{created}} nieuw, {{changed}} gewijzigd, {{unchanged}} gelijk, {{refused}} met een fout", line: "Regel", outcomes: "Wordt", credit: "creditnota",
    start_one: "{{count}} factuur inlezen", start_other: "{{count}} facturen inlezen", nothing: "Er is niets nieuws in dit bestand.", after: "Rijen met een fout blijven buiten; u kunt ze daarna downloaden met de reden erbij. Wat al bekend is, verandert niet.",
    becomes: { created: "nieuw", changed: "gewijzigd", unchanged: "gelijk", refused: "fout" },
    download: "Geweigerde rijen downloaden", another: "Nog een bestand inlezen", waiting: "wacht op kolommen", changedToo: "{{count}} gewijzigd",
    drop: "Sleep hier facturen heen", dropHint: "UBL (ook met pdf of in een zip), Excel (xlsx) of CSV. Dezelfde factuur nog eens verandert niets.",
  },
} as const;
