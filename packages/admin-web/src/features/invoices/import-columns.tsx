import { useTranslation } from "react-i18next";
import type { DecimalSign, ImportPreviewQuery } from "../../graphql/graphql";
import { Choice } from "../../ui/field";
import type { Chosen } from "./import-wizard";

type Preview = ImportPreviewQuery["importPreview"];
type Field = Preview["mapping"][number];

interface ColumnsProps {
  preview: Preview;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}

/** Which column is what: first what is needed and what was recognised, the rest behind a fold. */
export function ImportColumns({ preview, chosen, choose }: ColumnsProps) {
  const { t } = useTranslation();
  const shown = preview.mapping.filter(({ field, needed, column }) => needed || column !== null || chosen.columns[field]);
  const folded = preview.mapping.filter((field) => !shown.includes(field));
  const list = (fields: readonly Field[]) => (
    <div className="import-columns">{fields.map((field) => <ColumnOf key={field.field} field={field} preview={preview} chosen={chosen} choose={choose} />)}</div>
  );
  return (
    <section>
      <div className="section-head"><h2>{t("wizard.columns")}</h2></div>
      <p className="small second">{t("wizard.columnsHint")}</p>
      {list(shown)}
      {folded.length > 0 && <details><summary>{t("wizard.more")}</summary>{list(folded)}</details>}
      <Choice
        className="import-decimal" label={t("wizard.decimal")} value={chosen.decimal ?? ""} onChange={(event) => choose({ ...chosen, decimal: (event.target.value || null) as DecimalSign | null })}
        data={[{ value: "", label: t("wizard.decimalAuto") }, { value: "comma", label: t("wizard.decimalComma") }, { value: "point", label: t("wizard.decimalPoint") }]}
      />
    </section>
  );
}

function ColumnOf({ field: { field, label, needed }, preview, chosen, choose }: { field: Field } & ColumnsProps) {
  const { t } = useTranslation();
  const value = chosen.columns[field] ?? "";
  return (
    <Choice
      label={needed ? `${label} (${t("wizard.needed")})` : label} value={value} data-needed={needed || undefined}
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
