/** What a column of a bank's own export can be. The day and an amount are needed; the account unless a person names it. */
export const BANK_FIELDS = [
  "bookedOn", "amount", "amountIn", "amountOut", "debitCredit", "account", "iban", "name", "remittance", "remittance2", "remittance3", "reference", "endToEndId", "mandateId",
  "bankReference", "valueOn", "currency", "balanceAfter", "code", "returnReason",
] as const;
export type BankField = (typeof BANK_FIELDS)[number];

/** Which column, by its name, is what. */
export interface BankMapping {
  readonly columns: Readonly<Partial<Record<BankField, string>>>;
  /** How amounts are written, where the column itself doesn't tell. */
  readonly decimal?: "comma" | "point";
  /** The account of the file, where no column names it. */
  readonly account?: string;
}

/** How Dutch banks call their columns, without blanks and marks. The first name that is there wins. */
const NAMES: Readonly<Record<BankField, readonly string[]>> = {
  bookedOn: ["datum", "boekdatum", "boekingsdatum", "transactiedatum", "date", "bookingdate", "transactiondate", "startdatum"],
  amount: ["bedrag", "bedrageur", "transactiebedrag", "amount", "amounteur"],
  amountIn: ["bij", "credit", "creditbedrag", "bijgeschreven", "in"],
  amountOut: ["af", "debet", "debit", "debetbedrag", "afgeschreven", "uit", "out"],
  debitCredit: ["afbij", "bijaf", "debetcredit", "creditdebet", "debitcredit", "dc", "cd"],
  account: ["ibanbban", "rekening", "rekeningnummer", "eigenrekening", "accountnumber", "account", "iban"],
  iban: ["tegenrekening", "tegenrekeningibanbban", "tegenrekeningiban", "rekeningtegenpartij", "ibantegenpartij", "counterparty", "counterpartyiban", "counterpartyaccount"],
  name: ["naamtegenpartij", "naamomschrijving", "tegenpartij", "naam", "counterpartyname", "namedescription", "name", "payee"],
  remittance: ["omschrijving1", "mededelingen", "omschrijving", "notifications", "description", "details", "remittanceinformation"],
  remittance2: ["omschrijving2"],
  remittance3: ["omschrijving3"],
  reference: ["betalingskenmerk", "paymentreference"],
  endToEndId: ["endtoendid", "eindtoteindid", "endtoendreference"],
  mandateId: ["machtigingskenmerk", "mandaatid", "mandateid"],
  bankReference: ["transactiereferentie", "volgnr", "volgnummer", "transactionid", "bankreference"],
  valueOn: ["rentedatum", "valutadatum", "valuedate"],
  currency: ["munt", "muntsoort", "valuta", "currency"],
  balanceAfter: ["saldonatrn", "saldonamutatie", "resultingbalance", "balanceafter", "saldo", "balance"],
  code: ["code", "transactiecode", "mutatiesoort", "transactiontype"],
  returnReason: ["redenretour", "returnreason"],
};

/** A column's name without blanks, marks and accents. */
export function bareName(name: string): string {
  return name.toLowerCase().normalize("NFD").replace(/[^a-z0-9]/g, "");
}

/** The mapping that the names of the columns suggest. A column is one thing at most. */
export function suggestBankMapping(columns: readonly string[]): BankMapping {
  const free = new Map([...columns].reverse().map((column) => [bareName(column), column]));
  const chosen: Partial<Record<BankField, string>> = {};
  for (const field of BANK_FIELDS) {
    // Beside one amount, "Credit" and "Debet" say which way it goes; without it they are amounts.
    if ((field === "amountIn" || field === "amountOut") && chosen.amount) continue;
    const name = NAMES[field].find((candidate) => free.has(candidate));
    if (name === undefined) continue;
    chosen[field] = free.get(name);
    free.delete(name);
  }
  return { columns: chosen };
}

/** The fields that a mapping still needs before the file can be read. */
export function missingBankFields({ columns, account }: BankMapping): BankField[] {
  const missing: BankField[] = [];
  if (!columns.bookedOn) missing.push("bookedOn");
  if (!columns.amount && !(columns.amountIn && columns.amountOut)) missing.push("amount");
  if (!columns.account && !account) missing.push("account");
  return missing;
}
