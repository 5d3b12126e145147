import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { AdminBehaviour, behaviourOf } from "../calls/behaviour.view";
import { findDebtor, listContacts } from "../debtors/debtor.queries";
import { AdminContact, AdminDebtor } from "../debtors/debtor.view";
import { listHolds, listStatuses } from "../escalations/hold.queries";
import { AdminDebtorStatus, AdminHold } from "../escalations/hold.view";
import { ensureInvoicePdf } from "../invoices/ensure-invoice-pdf";
import { findInvoice, listDeliveries, listInvoiceDocuments, listInvoiceLines, listInvoicePayments, listInvoices } from "../invoices/invoice.queries";
import { AdminDocument, AdminInvoice, AdminInvoiceDelivery, AdminInvoiceLine, AdminInvoicePayment, AdminInvoiceRow } from "../invoices/invoice.view";
import { AdminClaim } from "../ledger/claim.view";
import { explainClaim } from "../ledger/explained-claim";
import { findStaff } from "../users/staff-session.queries";
import { timelineOf } from "./timeline.queries";
import { AdminTimelineEntry } from "./timeline.view";

@ObjectType("DebtorDetail")
export class AdminDebtorDetail {
  @Field(() => AdminDebtor) debtor!: AdminDebtor;
  @Field(() => [AdminContact]) contacts!: AdminContact[];
  @Field(() => [AdminInvoiceRow]) invoices!: AdminInvoiceRow[];
  @Field(() => AdminBehaviour) behaviour!: AdminBehaviour;
  @Field(() => [AdminTimelineEntry]) timeline!: AdminTimelineEntry[];
  @Field(() => [AdminHold]) holds!: AdminHold[];
  @Field(() => [AdminDebtorStatus]) statuses!: AdminDebtorStatus[];
}

@ObjectType("InvoiceDetail")
export class AdminInvoiceDetail {
  @Field(() => AdminInvoice) invoice!: AdminInvoice;
  @Field(() => [AdminInvoiceLine]) lines!: AdminInvoiceLine[];
  @Field(() => [AdminDocument]) documents!: AdminDocument[];
  @Field(() => [AdminInvoiceDelivery]) deliveries!: AdminInvoiceDelivery[];
  @Field(() => [AdminInvoicePayment]) payments!: AdminInvoicePayment[];
  @Field(() => AdminClaim, { nullable: true }) claim!: AdminClaim | null;
  @Field(() => [AdminTimelineEntry]) timeline!: AdminTimelineEntry[];
  @Field(() => ID, { nullable: true }) caseId!: string | null;
}

@Resolver()
export class DebtorDetailAdminResolver {
  @Query(() => AdminDebtorDetail)
  debtor(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminDebtorDetail> {
    return context.read(async (reader) => {
      const debtor = await findDebtor(reader, idOf(id), context.today);
      if (!debtor) throw new Refusal("NOT_FOUND");
      const me = await findStaff(reader, context.viewer.staffId);
      const invoices = await listInvoices(reader, { debtorId: debtor.id, sort: "dueOn", direction: "desc", limit: 100, offset: 0, today: context.today });
      return {
        debtor: AdminDebtor.of(debtor),
        contacts: (await listContacts(reader, debtor.id)).map((row) => AdminContact.of(row)),
        invoices: invoices.rows.map((row) => AdminInvoiceRow.of(row)),
        behaviour: await behaviourOf(reader, debtor.id, context.today),
        timeline: (await timelineOf(reader, { debtorId: debtor.id }, me?.language ?? "nl")).map((row) => AdminTimelineEntry.of(row)),
        holds: (await listHolds(reader, debtor.id, context.today)).map((row) => AdminHold.of(row)),
        statuses: (await listStatuses(reader, debtor.id)).map((row) => AdminDebtorStatus.of(row)),
      };
    });
  }

  @Query(() => AdminInvoiceDetail)
  async invoice(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminInvoiceDetail> {
    const invoiceId = idOf(id);
    // An invoice that came without a PDF gets one from its lines the first time somebody looks.
    await context.write((tx) => ensureInvoicePdf(tx, invoiceId));
    return context.read(async (reader) => {
      const invoice = await findInvoice(reader, invoiceId);
      const debtor = invoice && (await findDebtor(reader, invoice.debtorId, context.today));
      if (!invoice || !debtor) throw new Refusal("NOT_FOUND");
      const me = await findStaff(reader, context.viewer.staffId);
      const asked = { invoiceIds: [invoice.id], asOf: context.today };
      const claim = invoice.kind === "invoice" ? await explainClaim(reader, asked) : undefined;
      return {
        invoice: AdminInvoice.of(invoice),
        lines: (await listInvoiceLines(reader, invoice.id)).map((row) => Object.assign(new AdminInvoiceLine(), row)),
        documents: (await listInvoiceDocuments(reader, invoice.id)).map((row) => AdminDocument.of(row)),
        deliveries: (await listDeliveries(reader, [invoice.id])).map((row) => AdminInvoiceDelivery.of(row)),
        payments: (await listInvoicePayments(reader, invoice.id)).map((row) => Object.assign(new AdminInvoicePayment(), row)),
        claim: claim ? AdminClaim.of(claim, claim.outstandingCents, debtor.kind, claim.costsCents > 0) : null,
        timeline: (await timelineOf(reader, { debtorId: invoice.debtorId, invoiceId: invoice.id }, me?.language ?? "nl")).map((row) => AdminTimelineEntry.of(row)),
        caseId: debtor.caseId,
      };
    });
  }
}
