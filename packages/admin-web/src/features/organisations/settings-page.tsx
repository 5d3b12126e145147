import "./settings.css";
import { useTranslation } from "react-i18next";
import { NavLink, useParams } from "react-router";
import { Page } from "../../ui/frame/page";
import { Empty } from "../../ui/view-state";
import { AgencySettings } from "./agency-settings";
import { OrganisationSettings } from "./organisation-settings";
import { PolicySettings } from "./policy-settings";
import { StaffSettings } from "./staff-settings";

const PARTS = ["organisation", "policy", "staff", "agencies", "ladders", "texts"] as const;

/** Instellingen: organisation and tone, plan policy, people, agencies with their keys, and the way to the ladders. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const { part = "organisation" } = useParams();
  return (
    <Page title={t("nav.settings")}>
      <div className="settings">
        <nav aria-label={t("nav.settings")}>{PARTS.map((one) => <NavLink key={one} to={`/settings/${one}`} {...(one === part ? { "aria-current": "page" as const } : {})}>{t(`settings.parts.${one}`)}</NavLink>)}</nav>
        <div>
          {part === "organisation" && <OrganisationSettings />}
          {part === "policy" && <PolicySettings />}
          {part === "staff" && <StaffSettings />}
          {part === "agencies" && <AgencySettings />}
          {!(PARTS as readonly string[]).includes(part) && <Empty>{t("states.unknown")}</Empty>}
        </div>
      </div>
    </Page>
  );
}
