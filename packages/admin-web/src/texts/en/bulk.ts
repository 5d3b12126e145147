/** One act on many rows of a list. */
export const bulk = {
  bulk: {
    one: "One act on many rows", picked: "Picked rows", count_one: "{{shown}} picked", count_other: "{{shown}} picked", choose: "Do what?", takeAll: "All {{shown}} of this filter", clear: "Pick nothing",
    title_one: "{{shown}} row, {{sum}}", title_other: "{{shown}} rows, {{sum}}", what: "What would you like to do?", look: "Look first", lookThen: "Nothing happens yet. You see for each row what would happen, and then begin.",
    maximum: "A rest of at most", maximumHint: "An invoice with more open stays as it is.", maximumMissing: "Fill in an amount, such as 5.00",
    acts: { pause: "Pause", lift: "Lift the pause", assign: "Choose an owner", postpone: "Put off the next step", skip: "Skip the next step", "choose-ladder": "Choose a ladder", "write-off": "Write off a small rest" },
    effects: {
      pause: "The ladder waits, as with a pause of one debtor.", lift: "Only pauses that a colleague placed. What a person looks at, such as a brake, stays.", assign: "Tasks of the ladder come to this colleague.",
      postpone: "Until that day the next step doesn't leave by itself.", skip: "The step counts as done, and the debtor hears nothing. This can't be taken back.",
      "choose-ladder": "Holds for invoices that begin. What runs stays on its version.", "write-off": "The rest becomes a loss in the books. It can be taken back, with a reason.",
    },
    titleAct: "{{act}}: many rows", titleUndo: "Taken back: {{act}}", rows: "Rows", by: "By", progress: "Progress",
    checking: "Looking at what would happen: {{done}} of {{total}}", running: "At work: {{done}} of {{total}}", rate: "{{rate}} a second", left_one: "{{count}} second left", left_other: "{{count}} seconds left", mayLeave: "You can leave this page.",
    goes_one: "{{shown}} row can, {{sum}}.", goes_other: "{{shown}} rows can, {{sum}}.", wontGo_one: "{{shown}} row can't.", wontGo_other: "{{shown}} rows can't.",
    did_one: "{{shown}} row done, {{sum}}.", did_other: "{{shown}} rows done, {{sum}}.", refused_one: "{{shown}} row not.", refused_other: "{{shown}} rows not.",
    start_one: "{{act}}: {{shown}} row, {{sum}}", start_other: "{{act}}: {{shown}} rows, {{sum}}", leave: "Leave it", retry_one: "Try {{shown}} row again", retry_other: "Try {{shown}} rows again",
    undo: "Take back", undoTitle_one: "Take back {{shown}} row", undoTitle_other: "Take back {{shown}} rows", undoThen: "What a colleague changed since stays as it is.", undoing: "It is being taken back.",
    undone: "This was taken back", undoes: "What was taken back", which: { all: "All", goes: "Can, or done", refused: "Can't" }, noRows: "No rows.",
    states: { waits: "Not yet", goes: "Can", refused: "Can't", done: "Done", failed: "Failed" }, earlier: "Done before", earlierLine: "{{when}}, {{by}}: {{done}} done, {{refused}} not",
  },
};
