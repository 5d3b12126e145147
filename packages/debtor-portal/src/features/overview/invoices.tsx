import { useFormats, useOpenPortal, type Invoice } from "../../lib/portal";
import { Bill, type BillRow } from "../../ui/bill";

/** Each invoice with its own sum: what it was, what came to it, what was paid, what is still open, and the document. */
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
  const changes = useChanges(invoice);
  const words = texts.overview;
  const { number, description, issuedOn, totalCents, openCents, documentUrl, state } = invoice;
  const name = words.invoice(number);
  const note = { paid: words.settled, disputed: words.disputed, inPlan: words.inPlan }[state];
  const total = { key: "total", name: <b>{description ?? name}</b>, cents: totalCents, hint: <>{description && <>{name}<br /></>}{words.issuedOn(fullDay(issuedOn))}</> };
  return (
    <div className="flow-tight">
      <Bill caption={name} rows={[total, ...changes]} {...(changes.length > 0 ? { total: { name: words.stillOpen, cents: openCents } } : {})} />
      {note && <p className="soft">{note}</p>}
      {documentUrl && <p><a className="tap" href={documentUrl} target="_blank" rel="noopener noreferrer">{words.document(number)}</a></p>}
    </div>
  );
}

/** What changed the amount since the invoice was made, from the lines of the claim: credits, interest, costs, payments. */
function useChanges({ number, totalCents }: Invoice): BillRow[] {
  const { texts, overview } = useOpenPortal();
  const { fullDay } = useFormats();
  const words = texts.overview;
  const lines = overview.claim.lines.filter(({ invoiceNumber }) => invoiceNumber === number);
  const principal = lines.find(({ kind }) => kind === "principal")?.cents ?? totalCents;
  const rows: BillRow[] = principal === totalCents ? [] : [{ key: "credited", name: words.credited, cents: principal - totalCents }];
  for (const [index, { kind, cents, from }] of lines.entries()) {
    if (kind === "interest") rows.push({ key: `${index}`, name: words.breakdown.interest, cents });
    if (kind === "costs") rows.push({ key: `${index}`, name: words.breakdown.costs, cents });
    if (kind === "payment") rows.push({ key: `${index}`, name: words.paid, hint: from ? words.paidOn(fullDay(from)) : null, cents });
  }
  return rows;
}
