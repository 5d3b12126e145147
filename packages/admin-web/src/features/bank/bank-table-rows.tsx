import { formatIban } from "@tegemoet/domain";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format";
import { Fault } from "../../ui/field";
import { Status } from "../../ui/status";
import { WideTable } from "../../ui/wide-table";
import type { BankTablePreview } from "./bank-table-wizard";

/** The lines as they would be read: what is wrong first, then what each account comes to, then the first lines. */
export function BankTableRows({ preview: { rows, faults, statements, total } }: { preview: BankTablePreview }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <>
      <div className="section-head"><h2>{t("bankColumns.preview")}</h2></div>
      <p aria-live="polite">
        <Status shape={faults.length > 0 ? "caution" : "done"} mood={faults.length > 0 ? "plain" : "running"}>
          {faults.length > 0 ? t("bankColumns.faulty", { count: faults.length, shown: `${number(faults.length)}${faults.length === 20 ? "+" : ""}` }) : t("bankColumns.sound", { count: total })}
        </Status>
      </p>
      {faults.length > 0 && (
        <ul className="bank-faults">
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.field}`}>
              <Fault>{t("bankColumns.fault", { line: fault.line, field: t(`bankColumns.fields.${fault.field}`), what: t(`bankColumns.faults.${fault.code as "DAY_UNREADABLE"}`, { defaultValue: fault.code }), value: fault.value })}</Fault>
            </li>
          ))}
        </ul>
      )}
      <Accounts statements={statements} />
      {rows.length > 0 && <FirstRows rows={rows} total={total} />}
    </>
  );
}

function Accounts({ statements }: { statements: BankTablePreview["statements"] }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  return (
    <ul className="bank-accounts small">
      {statements.map((one) => (
        <li key={one.account}>
          <b className="medium">{formatIban(one.account)}</b> {t("bankColumns.lines", { count: one.lines })}{one.from && one.until && `, ${t("claim.span", { from: day(one.from), until: day(one.until) })}`}
          {one.openingCents !== null && one.closingCents !== null && <span className="second">, {t("bankColumns.balances", { opening: money(one.openingCents), closing: money(one.closingCents) })}</span>}
          {one.differenceCents !== null && one.differenceCents !== 0 && <Fault>{t("bankColumns.difference", { amount: money(one.differenceCents) })}</Fault>}
        </li>
      ))}
    </ul>
  );
}

function FirstRows({ rows, total }: { rows: BankTablePreview["rows"]; total: number }) {
  const { t } = useTranslation();
  const { day, money, number } = useFormat();
  return (
    <>
      <p className="small second">{t("wizard.previewHint", { shown: number(rows.length), total: number(total) })}</p>
      <WideTable label={t("bankColumns.preview")}>
        <thead>
          <tr>
            <th scope="col" className="amount">{t("wizard.line")}</th><th scope="col">{t("bank.bookedOn")}</th><th scope="col">{t("bank.fromWhom")}</th>
            <th scope="col">{t("bankColumns.fields.iban")}</th><th scope="col" className="amount">{t("bank.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className="amount">{number(row.line)}</td><td className="nowrap">{day(row.bookedOn)}</td>
              <td>{row.name ?? t("bank.noName")}<span className="small second block">{row.remittance ?? t("bank.noText")}</span></td>
              <td className="nowrap small">{row.iban && formatIban(row.iban)}</td><td className="amount">{money(row.cents)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}
