import { sum } from "@tegemoet/domain";
import { useFormats, usePortal, type LinkPreview } from "../../lib/portal";
import { WAY_PATHS, wayOf } from "../../lib/ways";
import { usePagesSoon } from "../../routes";
import { Bill, Sum } from "../../ui/bill";
import { Link } from "../../ui/link";
import { Page } from "../../ui/page";
import { Rich } from "../../ui/rich";
import { Ways } from "../../ui/ways";
import { billRows } from "./bill-rows";

interface PreviewPageProps {
  readonly preview: LinkPreview;
  readonly destination: string;
  /** What kept the link from opening, when something did. */
  readonly notice: string | null;
}

/** The first screen: who asks, how much, by when, one button, and the ways. It shows what the mail said and nothing else. */
export function PreviewPage({ preview, destination, notice }: PreviewPageProps) {
  const { texts } = usePortal();
  usePagesSoon();
  const { overview } = texts;
  const toAgreement = preview.agreementId !== null && destination.includes("agreement");
  const asks = preview.totalCents > 0;
  const title = toAgreement ? overview.agreementTitle : asks ? overview.title(preview.invoices.length) : overview.noAmount.title;
  // A message that named no amount leads to the overview; what is open now is only known behind the link.
  const way = asks || destination !== "overview" ? wayOf(destination) : undefined;
  return (
    <Page title={title} back={false}>
      {notice && <p className="trouble" role="alert">{notice}</p>}
      <div className="first flow">
        {toAgreement && <p>{overview.agreementIntro}</p>}
        {asks ? <WhatIsAsked preview={preview} /> : !toAgreement && <p>{overview.noAmount.what}</p>}
        <p>
          {toAgreement ? <AgreementButton id={String(preview.agreementId)} wrong={destination === "disagreement"} />
            : way ? <Link className="btn" to={WAY_PATHS[way]}>{texts.frame.ways[way].name}</Link>
              : <Link className="btn" to="/">{overview.noAmount.button}</Link>}
        </p>
      </div>
      <Ways without={toAgreement ? undefined : way} hints />
    </Page>
  );
}

function WhatIsAsked({ preview }: { preview: LinkPreview }) {
  const { texts, today } = usePortal();
  const { day } = useFormats();
  const { overview } = texts;
  const { invoices, totalCents, payBy } = preview;
  // Only before the letter of the law is it certain that a message holds no costs; the page knows no more than the message said.
  const noCosts = /^(note-before-due|reminder-\d)$/.test(preview.messageKind ?? "");
  const more = totalCents - sum(invoices.map(({ cents }) => cents));
  return (
    <>
      <Bill caption={overview.caption} rows={billRows(invoices, more, overview)} />
      <Sum name={invoices.length === 1 && more === 0 ? overview.open : overview.together} cents={totalCents} />
      <p><Rich text={payBy && payBy >= today ? overview.payBy(day(payBy), noCosts && more === 0) : overview.payWhen(noCosts && more === 0)} /></p>
    </>
  );
}

function AgreementButton({ id, wrong }: { id: string; wrong: boolean }) {
  const { texts, go } = usePortal();
  return <button className="btn" type="button" onClick={() => go(`/klopt/${id}`, { wrong })}>{texts.overview.agreementOpen}</button>;
}
