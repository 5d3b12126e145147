import type { invoicesIn as nl } from "../nl/invoices-in";
import type { SameKeys } from "../same-keys";

/** Invoices in from a spreadsheet: what it is understood as, which column is what, and what came of it. */
export const invoicesIn: SameKeys<typeof nl> = {
  wizard: {
    steps: "Steps", stepFile: "File", stepColumns: "Columns", stepPreview: "Preview", stepOutcome: "Outcome",
    understood: "Read as", rows_one: "{{count}} row", rows_other: "{{count}} rows", header: "column names on line {{line}}", sheet: "sheet {{sheet}}", separator: "separated by {{separator}}", encoding: "characters {{encoding}}",
    separators: { semicolon: "semicolon", comma: "comma", tab: "tab", pipe: "vertical bar" },
    remembered: "The columns are chosen as they were last time.", columns: "Which column is what?", columnsHint: "Four facts are needed. Your choice is remembered for the next file with these columns.",
    needed: "needed", none: "No column", more: "More facts", missing: "First choose a column for: {{fields}}.",
    decimal: "How are amounts written?", decimalAuto: "Find out", decimalComma: "1.234,56", decimalPoint: "1,234.56",
    preview: "This is how the rows are read", previewHint: "The first {{shown}} of {{total}}. Nothing has been imported yet.", onlyFaulty: "Only rows with a fault", allRows: "First rows",
    noFaulty: "No rows with a fault.", counts: "{{created}} new, {{changed}} changed, {{unchanged}} the same, {{refused}} with a fault", line: "Line", outcomes: "Becomes", credit: "credit note",
    start_one: "Import {{count}} invoice", start_other: "Import {{count}} invoices", nothing: "There is nothing new in this file.", after: "Rows with a fault stay out; afterwards you can download them with the reason. What is known already does not change.",
    becomes: { created: "new", changed: "changed", unchanged: "the same", refused: "fault" },
    download: "Download refused rows", another: "Import another file", waiting: "waits for columns", changedToo: "{{count}} changed",
    drop: "Drop invoices here", dropHint: "UBL (with a PDF or in a zip too), Excel (xlsx) or CSV. The same invoice again changes nothing.",
  },
};
