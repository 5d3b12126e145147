import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LadderFactsFragment, LadderVersionFactsFragment } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { Button } from "../../ui/button";
import { MoveDialog } from "./move-dialog";

/** The versions that were published, how many invoices run on each, and the choice to move those of an older one. */
export function Versions({ ladder }: { ladder: LadderFactsFragment }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const [moving, setMoving] = useState<LadderVersionFactsFragment | null>(null);
  const newest = ladder.inForce;
  if (!newest) return null;
  return (
    <section aria-label={t("ladder.versions")}>
      <div className="section-head"><h2>{t("ladder.versions")}</h2></div>
      <ul className="ladder-versions small">
        {ladder.versions.map((version) => (
          <li key={version.id}>
            <span><Link to={`/settings/ladders/${ladder.id}?version=${version.version}`}>{t("ladder.version", { version: version.version })}</Link> <span className="second">{version.publishedOn && (version.publishedBy ? t("ladder.versionLine", { day: day(version.publishedOn), who: version.publishedBy }) : t("ladder.versionReady"))}</span></span>
            <span className="row">
              <span className="second">{t("ladders.invoices", { count: version.invoices })}</span>
              {version.id !== newest.id && version.invoices > 0 && <Button size="row" act="ladders" onClick={() => setMoving(version)}>{t("ladder.move")}</Button>}
            </span>
          </li>
        ))}
      </ul>
      {moving && <MoveDialog from={moving} to={newest} onClose={() => setMoving(null)} />}
    </section>
  );
}
