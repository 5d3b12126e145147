import type { ReactNode } from "react";
import { formatIban, formatPhone } from "@tegemoet/domain";
import { usePortal, type Creditor } from "../lib/portal";
import { Facts } from "./facts";
import { Link } from "./link";

interface FrameProps {
  /** The invoices the mail named, for comparing with the paper. */
  readonly invoiceNumbers: readonly string[];
  /** Before the link is opened, with its pages behind it, or after the end. */
  readonly state: "preview" | "open" | "closed";
  readonly children: ReactNode;
}

/** What stands around every page: who asks, is it real, and a person to call. */
export function Frame({ invoiceNumbers, state, children }: FrameProps) {
  const { texts, creditor, language, setLanguage } = usePortal();
  const { frame } = texts;
  const other = language === "nl" ? "en" : "nl";
  return (
    <>
      <a className="skip" href="#main">{frame.skip}</a>
      <header>
        <div className="who"><div className="in">
          <Mark creditor={creditor} />
          <b>{creditor.name}</b>
          <button className="link" type="button" lang={other} onClick={() => setLanguage(other)}>{frame.otherLanguage}</button>
        </div></div>
        <Real invoiceNumbers={invoiceNumbers} />
      </header>
      <div className="in page">
        {children}
        <Person help={state !== "closed"} />
      </div>
      {state !== "closed" && <Foot inSession={state === "open"} />}
    </>
  );
}

/** Up to three letters in the organisation's colour. The name always stands beside it. */
function Mark({ creditor }: { creditor: Creditor }) {
  const letters = creditor.mark || creditor.name.split(/\s+/).slice(0, 2).map((word) => word.charAt(0)).join("").toUpperCase();
  return <svg className="mark" viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="6" /><text x="20" y="20.500">{letters}</text></svg>;
}

function Real({ invoiceNumbers }: { invoiceNumbers: readonly string[] }) {
  const { texts, creditor } = usePortal();
  const { real } = texts.frame;
  return (
    <details className="real">
      <summary className="in">{real.title}</summary>
      <div className="in"><div className="flow">
        <p>{real.intro}</p>
        <Facts facts={[
          { name: real.weAre, value: <>{creditor.legalName}{creditor.city && <><br />{creditor.city}</>}</> },
          ...(creditor.kvk ? [{ name: real.kvk, value: creditor.kvk, figures: true }] : []),
          { name: real.iban, value: formatIban(creditor.iban), figures: true },
          ...(invoiceNumbers.length > 0 ? [{ name: real.invoices, value: invoiceNumbers.map((number) => <span key={number}>{number}<br /></span>) }] : []),
          { name: real.address, value: location.host },
        ]} />
        <p>{real.doubt}</p>
        <p>{real.never}</p>
      </div></div>
    </details>
  );
}

/** A person with name, number and hours closes every page. */
function Person({ help }: { help: boolean }) {
  const { texts, creditor } = usePortal();
  const { person } = texts.frame;
  return (
    <aside className="flow" aria-labelledby="person">
      <h2 id="person">{person.title}</h2>
      <p>{person.call(creditor.contactPerson)}</p>
      <p><a className="money tap" href={`tel:${creditor.phone.replace(/[^\d+]/g, "")}`}><b>{formatPhone(creditor.phone)}</b></a><small>{creditor.phoneHours}</small></p>
      <p><a className="tap" href={`mailto:${creditor.email}`}>{creditor.email}</a></p>
      {help && <p><Link className="tap" to="/hulp">{person.help}</Link></p>}
    </aside>
  );
}

function Foot({ inSession }: { inSession: boolean }) {
  const { texts, close } = usePortal();
  const { footer } = texts.frame;
  return (
    <footer className="foot"><div className="in">
      <ul>
        {inSession && <li><Link className="tap" to="/gegevens">{footer.details}</Link></li>}
        {inSession && <li><Link className="tap" to="/privacy">{footer.privacy}</Link></li>}
        <li><button className="link" type="button" onClick={close}>{footer.close}</button></li>
      </ul>
      <p className="soft">{footer.cookie}</p>
    </div></footer>
  );
}
