import { Fragment, useState, type ReactNode } from "react";
import { usePortal } from "../lib/portal";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly figures?: boolean;
  /** What a copy button puts on the clipboard. */
  readonly copy?: string;
}

/** A name and under it the thing itself, easy to compare with the paper invoice. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value, figures, copy }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd className={copy ? "pair" : undefined}>
            {figures ? <span className="money">{value}</span> : value}
            {copy && <Copy what={name} text={copy} />}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Copy({ what, text }: { what: string; text: string }) {
  const { frame } = usePortal().texts;
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false));
  return (
    <>
      <button className="link" type="button" onClick={copy}>{frame.copy(what.toLowerCase())}</button>
      <span role="status" className="soft">{copied ? frame.copied : ""}</span>
    </>
  );
}
