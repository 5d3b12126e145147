import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BankField, DecimalSign } from "../../graphql/graphql";
import { Choice, TextField } from "../../ui/field";
import type { BankChosen, BankTablePreview } from "./bank-table-wizard";

/** The day, an amount and the account are needed; the amount may stand in two columns instead. */
const NEEDED: ReadonlySet<BankField> = new Set(["bookedOn", "amount", "account"]);
const USUAL: ReadonlySet<BankField> = new Set(["name", "iban", "remittance"]);

interface ColumnsProps {
  preview: BankTablePreview;
  chosen: BankChosen;
  choose: (chosen: BankChosen) => void;
}

/** Which column of a bank's export is what: first what is needed, what matching leans on and what was recognised, the rest behind a fold. */
export function BankColumns({ preview, chosen, choose }: ColumnsProps) {
  const { t } = useTranslation();
  const fields = preview.mapping.map(({ field }) => field);
  const shown = fields.filter((field) => NEEDED.has(field) || USUAL.has(field) || chosen.columns[field]);
  const folded = fields.filter((field) => !shown.includes(field));
  const list = (those: readonly BankField[]) => <div className="import-columns">{those.map((field) => <ColumnOf key={field} field={field} preview={preview} chosen={chosen} choose={choose} />)}</div>;
  return (
    <section>
      <div className="section-head"><h2>{t("wizard.columns")}</h2></div>
      <p className="small second">{t("bankColumns.hint")}</p>
      {list(shown)}
      {!chosen.columns.account && <Account chosen={chosen} choose={choose} />}
      {folded.length > 0 && <details><summary>{t("wizard.more")}</summary>{list(folded)}</details>}
      <Choice
        className="import-decimal" label={t("wizard.decimal")} value={chosen.decimal ?? ""} onChange={(event) => choose({ ...chosen, decimal: (event.target.value || null) as DecimalSign | null })}
        data={[{ value: "", label: t("wizard.decimalAuto") }, { value: "comma", label: t("wizard.decimalComma") }, { value: "point", label: t("wizard.decimalPoint") }]}
      />
    </section>
  );
}

/** Where no column names the account a person does; it is asked when the field is left, not at every letter. */
function Account({ chosen, choose }: Omit<ColumnsProps, "preview">) {
  const { t } = useTranslation();
  const [text, setText] = useState(chosen.account);
  return (
    <TextField
      className="import-decimal" label={t("bankColumns.ownAccount")} description={t("bankColumns.ownAccountHint")} value={text} autoComplete="off" spellCheck={false}
      onChange={(event) => setText(event.target.value)} onBlur={() => { if (text.trim() !== chosen.account) choose({ ...chosen, account: text.trim() }); }}
      onKeyDown={(event) => { if (event.key === "Enter") choose({ ...chosen, account: text.trim() }); }}
    />
  );
}

function ColumnOf({ field, preview, chosen, choose }: { field: BankField } & ColumnsProps) {
  const { t } = useTranslation();
  const label = t(`bankColumns.fields.${field}`);
  const needed = NEEDED.has(field) && !(field === "amount" && chosen.columns.amountIn && chosen.columns.amountOut) && !(field === "account" && chosen.account !== "");
  return (
    <Choice
      label={needed ? `${label} (${t("wizard.needed")})` : label} value={chosen.columns[field] ?? ""} data-needed={needed || undefined}
      data={[{ value: "", label: t("wizard.none") }, ...preview.columns.map((column) => ({ value: column, label: column }))]}
      onChange={(event) => {
        const column = event.target.value;
        // A column is one thing: chosen here, it is let go elsewhere.
        const others = Object.fromEntries(Object.entries(chosen.columns).map(([other, its]) => [other, its === column ? "" : its]));
        choose({ ...chosen, columns: { ...others, [field]: column } });
      }}
    />
  );
}
