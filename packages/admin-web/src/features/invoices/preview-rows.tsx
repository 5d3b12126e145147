import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { ImportPreviewQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { Chip } from "../../ui/button";
import { Shape } from "../../ui/shape";
import { Status } from "../../ui/status";
import { Empty } from "../../ui/view-state";
import { WideTable } from "../../ui/wide-table";

type Preview = ImportPreviewQuery["importPreview"];
type Row = Preview["rows"][number];

/** Rows as they would be taken, each fault under its row with what to do. */
export function PreviewRows({ preview, onlyFaulty, show }: { preview: Preview; onlyFaulty: boolean; show: (onlyFaulty: boolean) => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const rows = onlyFaulty ? preview.faulty : preview.rows;
  return (
    <>
      <p className="row small">
        <span className="chips">
          <Chip pressed={!onlyFaulty} onPress={() => show(false)}>{t("wizard.allRows")}</Chip>
          <Chip pressed={onlyFaulty} count={preview.refused} onPress={() => show(true)}>{t("wizard.onlyFaulty")}</Chip>
        </span>
        <span className="second">{t("wizard.previewHint", { shown: number(rows.length), total: number(onlyFaulty ? preview.refused : preview.total) })}</span>
      </p>
      {rows.length === 0 ? <Empty done>{t("wizard.noFaulty")}</Empty> : (
        <WideTable label={t("wizard.preview")}>
          <thead>
            <tr>
              <th scope="col" className="amount">{t("wizard.line")}</th><th scope="col">{t("wizard.outcomes")}</th><th scope="col">{t("columns.invoice")}</th><th scope="col">{t("columns.debtor")}</th>
              <th scope="col">{t("columns.issued")}</th><th scope="col">{t("columns.due")}</th><th scope="col" className="amount">{t("columns.amount")}</th>
            </tr>
          </thead>
          <tbody>{rows.map((row) => <PreviewRow key={row.line} row={row} />)}</tbody>
        </WideTable>
      )}
    </>
  );
}

function PreviewRow({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { day, money, number } = useFormat();
  const refused = row.outcome === "refused";
  const said = [...row.faults.map(({ text }) => text), ...row.notices];
  return (
    <Fragment>
      <tr data-said={said.length > 0 || undefined}>
        <td className="amount">{number(row.line)}</td>
        <td className="nowrap"><Status shape={refused ? "caution" : row.outcome === "unchanged" ? "ring" : "done"} mood={refused ? "plain" : "quiet"}>{t(`wizard.becomes.${row.outcome as "created"}`)}</Status></td>
        {refused && row.number === null
          ? <td colSpan={5} className="second small">{row.cells.filter((text) => text !== "").join(" · ")}</td>
          : (
            <>
              <td className="nowrap">{row.number}{row.kind === "creditNote" && <span className="small second block">{t("wizard.credit")}</span>}</td><td>{row.debtorName}</td>
              <td className="nowrap">{row.issuedOn && day(row.issuedOn)}</td><td className="nowrap">{row.dueOn && day(row.dueOn)}</td>
              <td className="amount">{row.totalCents !== null && money(row.kind === "creditNote" ? -row.totalCents : row.totalCents)}</td>
            </>
          )}
      </tr>
      {said.length > 0 && (
        <tr className="said">
          <td colSpan={7}>
            {row.faults.map(({ text }) => <span key={text} className="fault small"><Shape name="caution" size={13} /><span>{text}</span></span>)}
            {row.notices.map((text) => <span key={text} className="small second block">{text}</span>)}
          </td>
        </tr>
      )}
    </Fragment>
  );
}
