import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Empty } from "../view-state";
import { Page } from "./page";

/** An address that leads nowhere. */
export default function UnknownPage() {
  const { t } = useTranslation();
  return <Page title={t("states.unknownTitle")}><Empty act={<Link to="/">{t("states.toToday")}</Link>}>{t("states.unknown")}</Empty></Page>;
}
