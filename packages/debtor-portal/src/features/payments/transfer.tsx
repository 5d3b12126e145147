import { centsToDecimal, formatIban, type Cents } from "@tegemoet/domain";
import { useFormats, usePagePortal } from "../../lib/portal";
import { Facts } from "../../ui/facts";

/** The bank details, for who would rather make the transfer by hand; opened and first when iDEAL is down. */
export function Transfer({ cents, open = false }: { cents: Cents; open?: boolean }) {
  const { texts, creditor, overview } = usePagePortal();
  const { money } = useFormats();
  const { transfer } = texts.payments;
  return (
    <details open={open}>
      <summary>{transfer.title}</summary>
      <div className="flow">
        <p>{transfer.intro}</p>
        <Facts facts={[
          { name: transfer.amount, value: money(cents), figures: true, copy: centsToDecimal(cents).replace(".", ",") },
          { name: transfer.iban, value: formatIban(creditor.iban), figures: true, copy: creditor.iban.replace(/\s/g, "") },
          { name: transfer.name, value: creditor.legalName },
          { name: transfer.reference, value: inFours(overview.paymentReference), figures: true, copy: overview.paymentReference },
        ]} />
        <p>{transfer.time}</p>
      </div>
    </details>
  );
}

/** A reference of figures in groups of four, as banks print it. */
function inFours(reference: string): string {
  return /^\d{9,16}$/.test(reference) ? reference.replace(/(.{4})(?=.)/g, "$1\u00a0") : reference;
}
