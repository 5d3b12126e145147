import "./frame.css";
import { useEffect, useRef, type ReactNode } from "react";
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { SendingDocument } from "../../graphql/graphql";
import { Link, useLocation } from "react-router";
import { useFormat } from "../../lib/format";
import { useLostAt } from "../../lib/connection";
import { Kbd } from "../kbd";
import { Shape } from "../shape";
import { useFrame } from "./frame-context";
import { RulerOfTheDay } from "./ruler-of-the-day";

interface PageProps {
  title: string;
  /** Beside the title: a status, or what the page is about. */
  sub?: ReactNode;
  /** The list that this page is one of. */
  crumb?: { to: string; text: string };
  children: ReactNode;
}

/** A page in the frame: title, day, the ruler of the day, search; below it the content. */
export function Page({ title, sub, crumb, children }: PageProps) {
  const { t } = useTranslation();
  const { openPalette } = useFrame();
  return (
    <>
      <header className="top">
        {crumb && <Link className="crumb" to={crumb.to}>{crumb.text}<Shape name="right" size={14} /></Link>}
        <PageTitle title={title} />
        {sub && <span className="sub">{sub}</span>}
        <div className="right">
          <RulerOfTheDay />
          <button type="button" className="find" onClick={openPalette}><Shape name="find" /><span className="long">{t("frame.find")}</span><span className="short">{t("frame.search")}</span><Kbd keys="mod+k" /></button>
        </div>
      </header>
      <ConnectionLine />
      <StoppedLine />
      <div className="page">{children}</div>
    </>
  );
}

/** The title of a page: in the tab of the browser too, and read aloud after a change of page. */
export function PageTitle({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    document.title = `${title} · Tegemoet`;
  }, [title]);
  useEffect(() => {
    if (!first.current) heading.current?.focus({ preventScroll: true });
    first.current = false;
  }, [pathname]);
  return <h1 ref={heading} tabIndex={-1}>{title}</h1>;
}

/** One line under the header while the stop button stands: nobody forgets that nothing leaves. */
function StoppedLine() {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { data } = useQuery(SendingDocument, { fetchPolicy: "cache-first" });
  const sending = data?.sending;
  if (!sending?.stopped) return null;
  return <p className="line-above" role="status"><Shape name="stop" />{t("sending.line", { name: sending.stoppedBy ?? t("sending.somebody"), when: sending.stoppedAt ? moment(sending.stoppedAt) : "", reason: sending.reason ?? "" })}</p>;
}

/** One line under the header while there is no connection. */
export function ConnectionLine() {
  const { t } = useTranslation();
  const { time } = useFormat();
  const lostAt = useLostAt();
  return lostAt && <p className="line-above" role="status"><Shape name="caution" />{t("states.offline", { time: time(lostAt) })}</p>;
}
