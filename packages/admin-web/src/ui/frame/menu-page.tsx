import { useTranslation } from "react-i18next";
import { useFrame } from "./frame-context";
import { Navigation } from "./frame";
import { Page } from "./page";
import { SideFoot, SwitchOrganisation } from "./side-foot";

/** The menu on a phone: what the sidebar holds on a wide screen. */
export default function MenuPage() {
  const { t } = useTranslation();
  const { openKeys } = useFrame();
  return (
    <Page title={t("frame.more")}>
      <SwitchOrganisation />
      <Navigation label={t("frame.more")} />
      <SideFoot openKeys={openKeys} />
    </Page>
  );
}
