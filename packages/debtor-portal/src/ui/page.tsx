import { useEffect, useRef, type ReactNode } from "react";
import type { Act } from "../lib/use-act";
import { usePortal } from "../lib/portal";
import { hasMoved } from "../lib/router";
import type { Way } from "../lib/ways";
import { Link } from "./link";
import { Rich } from "./rich";
import { Says } from "./says";
import { Ways } from "./ways";

interface PageProps {
  readonly title: string;
  readonly back?: boolean;
  /** The form of this page: its faults stand first, and name the title. */
  readonly act?: Act;
  /** Shows the ways on, with the present one marked. Left out while waiting and on confirmations. */
  readonly ways?: Way | true;
  /** A tick beside the heading, and a sentence under it, on confirmations. */
  readonly done?: string;
  readonly children: ReactNode;
}

/** One thing a page: the way back, what is wrong, the heading, the thing, and the other ways on. */
export function Page({ title, back = true, act, ways, done, children }: PageProps) {
  const { texts, creditor } = usePortal();
  const top = useRef<HTMLHeadingElement>(null);
  const failing = (act?.faults.length ?? 0) > 0;

  useEffect(() => {
    document.title = `${failing ? texts.errors.titlePrefix : ""}${title} – ${creditor.name}`;
  }, [title, failing, creditor.name, texts]);
  useEffect(() => {
    // Who came from another page hears and sees where she is now; the first page leaves the focus at the top.
    if (hasMoved()) top.current?.focus({ preventScroll: true });
  }, []);

  const heading = <h1 ref={top} tabIndex={-1}>{title}</h1>;
  return (
    <main id="main" tabIndex={-1}>
      {back && <Link className="back" to="/">{texts.frame.back}</Link>}
      {act && <Trouble key={act.round} act={act} />}
      {done === undefined ? heading : <Says shape="done">{heading}<p><Rich text={done} /></p></Says>}
      <div className="flow under">{children}</div>
      {ways && <div className="gap"><Ways current={ways === true ? undefined : ways} /></div>}
    </main>
  );
}

/** What is wrong, each fault a link to its field. Takes the focus, so that nobody can miss it. */
function Trouble({ act }: { act: Act }) {
  const { errors } = usePortal().texts;
  const box = useRef<HTMLDivElement>(null);
  const { faults } = act;
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  const inFields = faults.every(({ field }) => field !== "");
  const heading = inFields ? errors.missing : errors.notYet;
  const follow = (field: string) => (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const control = document.getElementById(field);
    control?.scrollIntoView({ block: "center" });
    control?.focus({ preventScroll: true });
  };
  return (
    <div className="trouble" role="alert" tabIndex={-1} ref={box} aria-labelledby="trouble">
      <h2 id="trouble">{heading}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={field + text}>{field ? <a href={`#${field}`} onClick={follow(field)}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}
