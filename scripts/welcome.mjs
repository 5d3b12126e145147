/**
 * What a newcomer reads when everything runs: addresses, logins, one debtor link.
 *
 * @param welcome What the API tells at /demo/welcome: { logins: [{ email, password, role, organisation }], debtorLink }.
 */
export function welcomeText({ environment, welcome, seconds }) {
  const address = environment.PUBLIC_URL;
  const lines = [
    "",
    `  Tegemoet is ready (${seconds.toFixed(1)} s).`,
    "",
    `  Admin portal    ${address}/`,
    `  Debtor portal   ${address}/portal`,
    `  Sandbox         ${environment.SANDBOX_URL}/   the bank, the mail inbox, the letters, the calendar`,
  ];
  if (welcome?.logins?.length) lines.push("", "  Sign in as", ...table(welcome.logins));
  if (welcome?.debtorLink) lines.push("", "  See it as a debtor", `    ${welcome.debtorLink}`);
  if (welcome?.debtorCheck) lines.push(`    postcode and house number, when it asks: ${welcome.debtorCheck}`);
  return [...lines, "", "  Ctrl-C stops everything; the data stays. npm run demo:reset starts anew.", ""].join("\n");
}

function table(logins) {
  const columns = ["organisation", "role", "email", "password"];
  const widths = columns.map((column) => Math.max(...logins.map((login) => String(login[column] ?? "").length)));
  return logins.map((login) => `    ${columns.map((column, index) => String(login[column] ?? "").padEnd(widths[index])).join("  ")}`.trimEnd());
}
