import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { BulkActionsDocument } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";

/** What was done for many before, so that whoever left the page finds it again. */
export function EarlierActions({ except }: { except: string }) {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  const { data } = useQuery(BulkActionsDocument, { fetchPolicy: "cache-and-network" });
  const earlier = (data?.bulkActions ?? []).filter(({ id }) => id !== except);
  if (earlier.length === 0) return null;
  return (
    <section aria-label={t("bulk.earlier")}>
      <div className="section-head"><h2>{t("bulk.earlier")}</h2></div>
      <ul className="bulk-earlier">
        {earlier.map(({ id, act, undoesId, done, refused, startedAt, by, reason }) => (
          <li key={id} className="row">
            <Link to={`/bulk/${id}`}>{t(undoesId ? "bulk.titleUndo" : "bulk.titleAct", { act: t(`bulk.acts.${act as "pause"}`) })}</Link>
            <span className="small second">{t("bulk.earlierLine", { done: number(done), refused: number(refused), by, when: startedAt ? moment(startedAt) : "" })}, {reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
