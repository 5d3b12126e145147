import "./frame.css";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useNavigate } from "react-router";
import { useFormat } from "../../lib/format";
import { useKeys, useKeysAfter } from "../../lib/keys";
import { useViewer } from "../../lib/viewer";
import { ImportWatch } from "../import-watch";
import { Shape } from "../shape";
import { Skeleton } from "../view-state";
import { FrameContext } from "./frame-context";
import { ALL_PAGES, PAGES } from "./pages";
import { SideFoot, SwitchOrganisation } from "./side-foot";

const CommandPalette = lazy(() => import("./command-palette"));
const KeysHelp = lazy(() => import("./keys-help"));

/** The frame around every page: the sidebar with counts of open work, the palette, the keys, and on a phone four tabs. */
export function Frame() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const acts = useMemo(() => ({ openPalette: () => setOpen("palette"), openKeys: () => setOpen("keys") }), []);
  const navigate = useNavigate();
  useKeys({ "mod+k": acts.openPalette, "?": acts.openKeys });
  useKeysAfter("g", Object.fromEntries(ALL_PAGES.map(({ letter, to }) => [letter, () => navigate(to)])));
  return (
    <FrameContext value={acts}>
      <div className="app">
        <a className="skip" href="#main">{t("frame.skip")}</a>
        <header className="side">
          <div className="brand"><Shape name="brand" size={22} />Tegemoet</div>
          <SwitchOrganisation />
          <Navigation />
          <SideFoot openKeys={acts.openKeys} />
        </header>
        <ImportWatch />
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<div className="page"><Skeleton rows={8} waiting /></div>}><Outlet /></Suspense>
        </main>
        <nav className="tabs" aria-label={t("frame.phoneMenu")}>
          <NavLink to="/" end><Shape name="done" />{t("nav.today")}</NavLink>
          <NavLink to="/calls"><Shape name="phone" />{t("nav.calls")}</NavLink>
          <button type="button" onClick={acts.openPalette}><Shape name="find" />{t("frame.search")}</button>
          <NavLink to="/menu"><Shape name="dots" />{t("frame.more")}</NavLink>
        </nav>
      </div>
      <Suspense fallback={null}>
        {open === "palette" && <CommandPalette onClose={() => setOpen(null)} />}
        {open === "keys" && <KeysHelp onClose={() => setOpen(null)} />}
      </Suspense>
    </FrameContext>
  );
}

/** The pages with how much open work each holds. */
export function Navigation({ label }: { label?: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const counts = useViewer()?.counts;
  return (
    <nav aria-label={label ?? t("frame.menu")}>
      {PAGES.map((group) => (
        <div className="nav" key={group[0].key}>
          {group.map(({ key, to, count }) => (
            <NavLink key={key} to={to} end={to === "/"}>
              {t(`nav.${key}`)}
              {count && counts && counts[count] > 0 && <span className="count">{number(counts[count])}</span>}
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
}
