import { usePortal } from "../lib/portal";
import { WAY_PATHS, WAYS, type Way } from "../lib/ways";
import { Link } from "./link";

interface WaysProps {
  /** The page where we are, in plain ink. */
  readonly current?: Way;
  /** The way that already has the button of this page. */
  readonly without?: Way;
  /** On the overview each way says in a few words what it is. */
  readonly hints?: boolean;
}

/** The ways on: the same words in the same order on every page where something is asked. */
export function Ways({ current, without, hints = false }: WaysProps) {
  const { frame } = usePortal().texts;
  return (
    <nav aria-labelledby="ways">
      <h2 id="ways" className="ways-title">{frame.waysTitle}</h2>
      <ol className="ways">
        {WAYS.filter((way) => way !== without).map((way) => (
          <li key={way}>
            <Link to={WAY_PATHS[way]} aria-current={way === current ? "page" : undefined}>
              <span><b>{frame.ways[way].name}</b>{hints && <small>{frame.ways[way].hint}</small>}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
