import "./button.css";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "react-router";
import { useMay, type Act } from "../lib/may";
import { Kbd } from "./kbd";
import { Shape, type ShapeName } from "./shape";

interface Looks {
  /** filled: the one next step of a view. outline: any other. text: rare. brake…: the emergency brake only. */
  look?: "filled" | "outline" | "text" | "brake" | "brake-text" | "brake-filled";
  /** row: 28 px, in lists. end: 40 px, the act that ends a form. */
  size?: "row" | "normal" | "end";
  shape?: ShapeName;
  keys?: string;
  wide?: boolean;
  children: ReactNode;
}

type ButtonProps = Looks & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> & {
  /** The act it does. Who may not do it sees the button, disabled, with who can. */
  act?: Act;
  /** The act is on its way: a second press does nothing. */
  busy?: boolean;
  /** One of a bar of acts that says once, at its end, who can: see {@link WhoCan}. */
  inBar?: boolean;
};

/** A button: a verb first, and its outcome. */
export function Button({ look = "outline", size = "normal", shape, keys, wide, act, busy, inBar, children, onClick, ...rest }: ButtonProps) {
  const { may, whoCan } = useMay(act);
  const off = !may || busy === true;
  const button = (
    <button
      type="button" {...rest} className="button" data-look={look} data-size={size} data-wide={wide || undefined}
      aria-disabled={off || rest["aria-disabled"] || undefined} aria-busy={busy || undefined} title={may ? rest.title : whoCan}
      onClick={(event) => (off ? event.preventDefault() : onClick?.(event))}
    >
      {shape && <Shape name={shape} />}
      {children}
      {keys && <Kbd keys={keys} />}
      {!may && <span className="unseen">, {whoCan}</span>}
    </button>
  );
  return may || inBar || size === "row" ? button : <span className="row">{button}<span className="who-can">{whoCan}</span></span>;
}

/** At the end of a bar of acts: who can do them, when the person who looks can't. */
export function WhoCan({ act }: { act: Act }) {
  const { may, whoCan } = useMay(act);
  return may ? null : <p className="who-can" aria-hidden="true">{whoCan}</p>;
}

/** A link that looks like a button: it opens something and changes nothing. */
export function ButtonLink({ look = "outline", size = "normal", shape, keys, wide, children, to, ...rest }: Looks & { to: string; "data-row-link"?: boolean }) {
  return (
    <Link {...rest} to={to} className="button" data-look={look} data-size={size} data-wide={wide || undefined}>
      {shape && <Shape name={shape} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </Link>
  );
}

/** A choice among a few, with how many it holds. */
export function Chip({ pressed, count, onPress, children }: { pressed: boolean; count?: number | undefined; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {children}
      {count !== undefined && <span className="count">{count}</span>}
    </button>
  );
}
