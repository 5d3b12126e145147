import { formatIban } from "@tegemoet/domain";
import { useTranslation } from "react-i18next";
import type { BankQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { WideTable } from "../../ui/wide-table";

/** The last statements that came in, each with its balances: whoever misses a day sees it here. */
export function Statements({ statements }: { statements: BankQuery["bank"]["statements"] }) {
  const { t } = useTranslation();
  const { day, money, number, moment } = useFormat();
  if (statements.length === 0) return null;
  return (
    <details className="statements">
      <summary>{t("bank.statements", { count: statements.length })}</summary>
      <WideTable label={t("bank.statements", { count: statements.length })}>
          <thead>
            <tr>
              <th scope="col">{t("bank.account")}</th><th scope="col">{t("bank.number")}</th><th scope="col">{t("bank.days")}</th><th scope="col" className="amount">{t("bank.opening")}</th>
              <th scope="col" className="amount">{t("bank.closing")}</th><th scope="col" className="amount">{t("bank.lines")}</th><th scope="col">{t("bank.importedAt")}</th>
            </tr>
          </thead>
          <tbody>
            {statements.map((one) => (
              <tr key={one.id}>
                <td className="nowrap">{formatIban(one.iban)}</td><td>{one.number}</td>
                <td className="nowrap">{[one.from, one.until].filter((on, place, all) => on && all.indexOf(on) === place).map((on) => day(on as string)).join(" – ")}</td>
                <td className="amount">{money(one.openingCents)}</td><td className="amount">{money(one.closingCents)}</td><td className="amount">{number(one.lineCount)}</td><td className="nowrap">{moment(one.importedAt)}</td>
              </tr>
            ))}
          </tbody>
      </WideTable>
    </details>
  );
}
