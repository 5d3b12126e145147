import { debtorRegime, Refusal, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { findDebtor, listContacts } from "../debtors/debtor.queries";
import { claimOf } from "../ledger/claim-of";
import { findOrganisation } from "../organisations/organisation.queries";
import { findDossierLetter, listDossierDocuments, listDossierInvoices, listDossierPayments } from "./dossier.queries";
import { handedOverInvoiceIds } from "./hand-over.queries";
import { isActive, type HandedOverRow } from "./handed-over-case.queries";
import type { PartnerCase } from "./handed-over-case.view";
import { caseTimeline } from "./case-timeline";
import { listStandstills, standstillOn } from "./standstill.queries";

/** A case that the agency no longer works on: that it was one, and how it ended. Nothing else (I-60). */
function endedCase({ debtorId: _, ...row }: HandedOverRow): PartnerCase {
  return { ...row, number: String(row.number), debtor: null, creditor: null, claim: null, claims: [], timeline: [], documents: [], letter: null, standstillSince: null };
}

/** A case as its agency reads it today: what is owed by part, invoice by invoice, and all that happened about these invoices. */
export async function readHandedOverCase(reader: Reader, row: HandedOverRow, today: PlainDate): Promise<PartnerCase> {
  if (!isActive(row)) return endedCase(row);
  const invoiceIds = await handedOverInvoiceIds(reader, row.id);
  const organisation = await findOrganisation(reader);
  const debtor = await findDebtor(reader, row.debtorId, today);
  if (!debtor) throw new Refusal("NOT_FOUND");
  const [contact] = await listContacts(reader, row.debtorId);
  const claim = await claimOf(reader, { invoiceIds, asOf: today });
  const regime = debtorRegime(debtor.kind);
  const payments = await listDossierPayments(reader, invoiceIds);
  const letter = await findDossierLetter(reader, invoiceIds);
  const invoices = await listDossierInvoices(reader, invoiceIds);
  const standstills = await listStandstills(reader, row.debtorId, row.handedOverAt, today);
  const { principalCents, interestCents, costsCents, paidCents, outstandingCents } = claim;
  return {
    ...endedCase(row),
    debtor: { ...debtor, contactName: contact?.name ?? null },
    creditor: organisation,
    claim: {
      asOf: today, principalCents, interestCents, costsCents, paidCents, outstandingCents,
      interestArticle: regime.interestKind === "consumer" ? "BW 6:119" : "BW 6:119a",
      costsArticle: regime.letterRequired ? "BW 6:96 lid 5, 6 en 7; Besluit BIK art. 2" : "BW 6:96 lid 2 en 4; Besluit BIK art. 2",
    },
    claims: invoices.map((invoice) => {
      const found = claim.invoices.find(({ history }) => history.invoiceId === invoice.id);
      return {
        ...invoice, invoiceNumber: invoice.number, principalCents: found?.principalCents ?? 0, interestCents: found?.interestCents ?? 0,
        payments: payments.filter(({ invoiceId }) => invoiceId === invoice.id),
      };
    }),
    timeline: await caseTimeline(reader, { debtorId: row.debtorId, invoiceIds, invoices, payments, standstills, handOverId: row.id, language: organisation.language }),
    documents: (await listDossierDocuments(reader, invoiceIds)).map((document) => ({ ...document, url: `/documents/${document.id}` })),
    letter: letter ?? null,
    standstillSince: standstillOn(standstills, today) ?? null,
  };
}
