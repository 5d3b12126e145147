import { createHash } from "node:crypto";
import { addDays, Refusal, type DebtorKind } from "@tegemoet/domain";
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from "type-graphql";
import { momentAt } from "../../platform/clock";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { optionalText, requiredText } from "../../platform/graphql/text";
import type { StaffContext } from "../../platform/graphql/viewer";
import { DebtorKindEnum } from "../debtors/debtor.view";
import { addImportResults, findImport, findImportByKey, finishImport, insertImport, type ImportResultRow } from "../invoices/import.queries";
import { AdminImport } from "../invoices/import.view";
import { InvoiceKindEnum } from "../invoices/invoice.view";
import { mandateOf } from "../invoices/mandate";
import type { SourceInvoice } from "../invoices/source-invoice";
import type { TakenInvoice } from "../invoices/take-invoices";
import { DEFAULT_TERM_DAYS } from "../invoices/ubl-source";
import { LanguageEnum } from "../organisations/organisation.view";
import { bringInvoices } from "./bring-invoices";

const MOST_INVOICES = 200;

@InputType("InvoiceLineInput")
export class InvoiceLineInput {
  @Field(() => String) description!: string;
  @Field(() => CentsScalar) amountCents!: number;
  @Field(() => Int, { nullable: true }) vatBasisPoints?: number | null;
}

@InputType("InvoiceDebtorInput", { description: "key: what your own system calls the debtor, by which it is found again." })
export class InvoiceDebtorInput {
  @Field(() => String) key!: string;
  @Field(() => String) name!: string;
  @Field(() => DebtorKindEnum, { nullable: true }) kind?: DebtorKind | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) street?: string | null;
  @Field(() => String, { nullable: true }) houseNumber?: string | null;
  @Field(() => String, { nullable: true }) postalCode?: string | null;
  @Field(() => String, { nullable: true }) city?: string | null;
  @Field(() => String, { nullable: true }) kvk?: string | null;
  @Field(() => LanguageEnum, { nullable: true }) language?: "nl" | "en" | null;
}

@InputType("InvoiceInput", { description: "totalCents: what is to be paid with VAT, or given back by a credit note; never negative." })
export class InvoiceInput {
  @Field(() => String) number!: string;
  @Field(() => InvoiceKindEnum, { nullable: true }) kind?: "invoice" | "credit-note" | null;
  @Field(() => DayScalar) issuedOn!: string;
  @Field(() => DayScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => String, { nullable: true }) orderReference?: string | null;
  @Field(() => String, { nullable: true }) paymentReference?: string | null;
  @Field(() => String, { nullable: true }) creditsNumber?: string | null;
  @Field(() => [InvoiceLineInput], { nullable: true }) lines?: InvoiceLineInput[] | null;
  @Field(() => Boolean, { nullable: true, description: "You collect this invoice by direct debit: its debtor isn't reminded while the collection is awaited." }) directDebit?: boolean | null;
  @Field(() => String, { nullable: true, description: "The reference of the mandate you collect by." }) mandate?: string | null;
  @Field(() => InvoiceDebtorInput) debtor!: InvoiceDebtorInput;
}

@Resolver()
export class BringInvoicesAdminResolver {
  /** Takes at most 200 invoices in at once. The same key again answers with the same import and does nothing else. */
  @Mutation(() => AdminImport)
  bringInvoices(@Ctx() context: StaffContext, @Arg("key", () => String) key: string, @Arg("invoices", () => [InvoiceInput]) invoices: InvoiceInput[]): Promise<AdminImport> {
    const once = `api:${requiredText("key", key, 180)}`;
    if (invoices.length === 0 || invoices.length > MOST_INVOICES) throw new Refusal("INPUT_INVALID", { fields: [`invoices: between 1 and ${MOST_INVOICES}`] });
    const sources = invoices.map(sourceOfInput);
    return context.write(async (tx) => {
      const known = await findImportByKey(tx, once);
      const importId = known ?? (await insertImport(tx, { kind: "invoices", fileName: "API", total: sources.length, key: once }));
      if (!known) {
        const taken = await bringInvoices(tx, sources, context.realNow);
        await addImportResults(tx, importId, taken.map((outcome, index) => resultOf(sources[index]?.number ?? "", outcome)));
        await finishImport(tx, importId);
      }
      const row = await findImport(tx, importId, tx.now);
      if (!row) throw new Refusal("NOT_FOUND");
      return AdminImport.of(row);
    });
  }
}

function resultOf(label: string, taken: TakenInvoice): ImportResultRow {
  const empty = { label, statementId: null, warnings: [] };
  if (taken.outcome === "refused") return { ...empty, outcome: "refused", code: taken.refusal.code, details: JSON.stringify(taken.refusal.details), invoiceId: null, debtorId: null };
  return { ...empty, outcome: taken.outcome, code: null, details: null, invoiceId: taken.invoiceId, debtorId: taken.debtorId };
}

function sourceOfInput(input: InvoiceInput): SourceInvoice {
  const { debtor } = input;
  const number = requiredText("number", input.number, 60);
  const dueOn = input.dueOn ?? addDays(input.issuedOn, DEFAULT_TERM_DAYS);
  if (dueOn < input.issuedOn) throw new Refusal("INPUT_INVALID", { fields: [`dueOn: not before issuedOn (${number})`] });
  const description = optionalText("description", input.description, 500);
  const email = optionalText("debtor.email", debtor.email, 254);
  return {
    kind: input.kind ?? "invoice", number, issuedOn: input.issuedOn, dueOn, totalCents: input.totalCents, currency: "EUR", description,
    orderReference: optionalText("orderReference", input.orderReference, 60), paymentReference: optionalText("paymentReference", input.paymentReference, 60),
    creditsNumber: input.kind === "credit-note" ? optionalText("creditsNumber", input.creditsNumber, 60) : undefined,
    lines: (input.lines ?? [{ description: description ?? number, amountCents: input.totalCents }]).map((line) => ({
      description: requiredText("lines.description", line.description, 500), amountCents: line.amountCents, vatBasisPoints: line.vatBasisPoints ?? undefined,
    })),
    debtor: {
      externalKey: `api:${requiredText("debtor.key", debtor.key, 100)}`, name: requiredText("debtor.name", debtor.name, 200), kind: debtor.kind ?? undefined, email,
      phone: optionalText("debtor.phone", debtor.phone, 40), street: optionalText("debtor.street", debtor.street, 120), houseNumber: optionalText("debtor.houseNumber", debtor.houseNumber, 20),
      postalCode: optionalText("debtor.postalCode", debtor.postalCode, 16), city: optionalText("debtor.city", debtor.city, 120), kvk: optionalText("debtor.kvk", debtor.kvk, 8),
      language: debtor.language ?? undefined,
    },
    directDebit: input.directDebit ? { mandate: mandateOf(input.mandate) } : undefined,
    source: "api", sourceHash: createHash("sha256").update(JSON.stringify(input)).digest(), warnings: [],
    delivery: { channel: "unknown", address: email, sentAt: momentAt(input.issuedOn, 720) },
  };
}
