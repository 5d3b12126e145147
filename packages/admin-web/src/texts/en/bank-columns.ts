/** A bank's own export (CSV, Excel): which column is what. */
export const bankColumns = {
  bankColumns: {
    label: "Columns of {{file}}", hint: "The day, the amount and the account are needed. Name, counter account and description help to find the invoice. Are money in and money out in columns of their own? Choose those under More facts.",
    ownAccount: "Of which account of yours is this file?", ownAccountHint: "Needed when no column names the account, for instance NL91 ABNA 0417 1643 00.",
    remember: "Remember this choice for the next file with these columns", start_one: "Import {{count}} line", start_other: "Import {{count}} lines",
    after: "What is known already isn't booked again.", mendFirst: "Choose another column, or mend the file and drop it here again. While something isn't right, nothing is imported.",
    later: "Go on later", waits: "{{file}} waits for its columns.", name: "Name the columns",
    preview: "How the lines are read", faulty_one: "{{shown}} line can't be read", faulty_other: "{{shown}} lines can't be read", sound_one: "{{count}} line can be read", sound_other: "{{count}} lines can be read",
    fault: "Line {{line}}, {{field}}: {{what}} ({{value}})", lines_one: "{{count}} line", lines_other: "{{count}} lines", balances: "from {{opening}} to {{closing}}",
    difference: "The balances don't agree with the lines: the difference is {{amount}}. Choose another column for the balance or the amount, or make the file again at the bank.",
    fields: {
      bookedOn: "Booking day", amount: "Amount", amountIn: "Amount in", amountOut: "Amount out", debitCredit: "In or out", account: "Own account", iban: "Counter account", name: "Counterparty name",
      remittance: "Description", remittance2: "Description, continued", remittance3: "Description, end", reference: "Payment reference", endToEndId: "End-to-end reference", mandateId: "Mandate reference",
      bankReference: "The bank's reference", valueOn: "Value day", currency: "Currency", balanceAfter: "Balance after the line", code: "Kind of movement", returnReason: "Reason of return",
    },
    faults: {
      DAY_UNREADABLE: "this is no date", DAY_NOT_THERE: "this day doesn't exist", AMOUNT_UNREADABLE: "this is no amount", AMOUNT_UNCLEAR: "this can be two amounts; choose how amounts are written",
      AMOUNT_TOO_FINE: "more than two decimals", AMOUNT_TOO_LARGE: "this amount is too large", CURRENCY_OTHER: "only euros can be imported", SIDE_UNREADABLE: "this doesn't say whether it is in or out",
      ACCOUNT_MISSING: "the account is missing", FORMULA: "a formula without an outcome", CELL_ERROR: "an error of the spreadsheet",
    },
  },
} as const;
