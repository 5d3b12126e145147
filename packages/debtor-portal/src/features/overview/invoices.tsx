import { useFormats, useOpenPortal, type Invoice } from "../../lib/portal";
import { Bill } from "../../ui/bill";

/** Each invoice with its own sum: what it was, what was paid, what is still open, and the document. */
export function Invoices() {
  const { texts, overview } = useOpenPortal();
  if (overview.invoices.length === 0) return null;
  return (
    <section className="gap" aria-labelledby="invoices">
      <h2 id="invoices">{texts.overview.invoices}</h2>
      {overview.invoices.map((invoice) => <OneInvoice key={invoice.id} invoice={invoice} />)}
    </section>
  );
}

function OneInvoice({ invoice }: { invoice: Invoice }) {
  const { texts } = useOpenPortal();
  const { fullDay } = useFormats();
  const words = texts.overview;
  const { number, description, issuedOn, totalCents, openCents, documentUrl, state } = invoice;
  const paid = totalCents - openCents;
  const name = words.invoice(number);
  const note = { paid: words.settled, disputed: words.disputed, inPlan: words.inPlan }[state];
  return (
    <div className="flow-tight">
      <Bill
        caption={name}
        rows={[
          {
            key: "total", name: <b>{description ?? name}</b>, cents: totalCents,
            hint: <>{description && <>{name}<br /></>}{words.issuedOn(fullDay(issuedOn))}</>,
          },
          ...(paid > 0 && openCents > 0 ? [{ key: "paid", name: words.paid, cents: -paid }] : []),
        ]}
        {...(paid > 0 && openCents > 0 ? { total: { name: words.stillOpen, cents: openCents } } : {})}
      />
      {note && <p className="soft">{note}</p>}
      {documentUrl && <p><a className="tap" href={documentUrl} target="_blank" rel="noopener noreferrer">{words.document(number)}</a></p>}
    </div>
  );
}
