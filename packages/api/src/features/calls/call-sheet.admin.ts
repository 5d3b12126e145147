import { addDays, CALL_OUTCOMES, daysBetween, EXCUSES, lastPlanDay, Refusal, sum, type PlainDate } from "@tegemoet/domain";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { listMessageRows } from "../communications/message.queries";
import { AdminMessageRow } from "../communications/message.view";
import { findDebtor, listContacts } from "../debtors/debtor.queries";
import { AdminContact, AdminDebtor } from "../debtors/debtor.view";
import { listDeliveries, listOpenInvoices, type InvoiceRow } from "../invoices/invoice.queries";
import { AdminInvoice, AdminInvoiceDelivery } from "../invoices/invoice.view";
import { findOrganisation } from "../organisations/organisation.queries";
import { behaviourOf } from "./behaviour.view";
import { listCallLogs } from "./call-log.queries";
import { AdminCallSheet, type AdminCallLimits, type AdminSheetInvoice } from "./call-sheet.view";
import { evidenceOf, type SheetFacts } from "./excuse-evidence";
import { openingLine } from "./opening-line";
import { listPromised } from "./promised.queries";
import { AdminPromise } from "./promised.view";
import { countReminders, findCaller, findSheetTask, listCreditsAndPayments, listLooseReceipts, listOpenDisputes, listSheetLines } from "./sheet-facts.queries";

@Resolver()
export class CallSheetAdminResolver {
  @Query(() => AdminCallSheet)
  callSheet(@Ctx() context: StaffContext, @Arg("taskId", () => ID) taskId: string): Promise<AdminCallSheet> {
    const id = idOf(taskId);
    return context.read((reader) => sheetOf(reader, id, context));
  }
}

/** All that a caller wants to know before dialling, on one sheet: nobody has to ask the debtor what we could know. */
async function sheetOf(reader: Reader, taskId: string, { today, viewer }: StaffContext): Promise<AdminCallSheet> {
  const task = await findSheetTask(reader, taskId);
  const debtor = task && (await findDebtor(reader, task.debtorId, today));
  if (!task || !debtor) throw new Refusal("NOT_FOUND");
  const caller = (await findCaller(reader, viewer.staffId)) ?? { name: "", language: "nl" as const };
  const { language } = caller;
  const organisation = await findOrganisation(reader);
  const facts = await factsOf(reader, debtor.id, organisation.planPolicy, today);
  const { invoices, contacts, promised } = facts;
  const totalCents = sum(invoices.map(({ openCents }) => openCents));
  const latestDay = addDays(today, organisation.promiseMaxDays);
  const evidence = evidenceOf(facts, language);
  const broken = promised[0] && ["broken", "partly"].includes(promised[0].standing.state) ? promised[0] : null;
  const spoken = openingLine({
    caller: caller.name, organisation: organisation.name, person: contacts[0]?.name ?? (debtor.kind === "consumer" ? debtor.name : null), invoiceNumbers: invoices.map(({ number }) => number),
    description: invoices.length === 1 ? describe(invoices[0] as InvoiceRow, facts) : null, totalCents, brokenPromise: broken, latestDay, today, language,
  });
  return Object.assign(new AdminCallSheet(), {
    taskId, debtor: AdminDebtor.of(debtor), caseId: task.caseId, contacts: contacts.map((contact) => AdminContact.of(contact)), invoices: await sheetInvoices(reader, facts, today),
    messages: facts.messages.map((row) => AdminMessageRow.of(row)), calls: facts.calls, behaviour: await behaviourOf(reader, debtor.id, today), promises: promised.map((row) => AdminPromise.of(row)),
    excuses: EXCUSES.map(({ key, label, reply, followUp, evidence: kinds }) => ({ key, label: label[language], reply: reply[language], followUp: followUp[language], evidence: kinds.flatMap((kind) => evidence[kind]) })),
    outcomes: CALL_OUTCOMES.map(({ key, label, reached, required }) => ({ key, label: label[language], reached, needs: required })),
    totalCents, limits: { latestDay, ...instalmentLimits(organisation.planPolicy, today) }, ...spoken,
  });
}

function instalmentLimits(policy: SheetFacts["policy"], today: PlainDate): Omit<AdminCallLimits, "latestDay"> {
  return { maxInstalments: policy.maxInstalments, minInstalmentCents: policy.minInstalmentCents, lastInstalmentDay: lastPlanDay(policy, today) };
}

async function factsOf(reader: Reader, debtorId: string, policy: SheetFacts["policy"], today: PlainDate): Promise<SheetFacts> {
  const invoices = (await listOpenInvoices(reader, debtorId)).filter(({ kind }) => kind === "invoice");
  const ids = invoices.map(({ id }) => id);
  const amounts = [...new Set([...invoices.map(({ openCents }) => openCents), sum(invoices.map(({ openCents }) => openCents))])];
  return {
    invoices, policy, deliveries: await listDeliveries(reader, ids), lines: await listSheetLines(reader, ids), messages: await listMessageRows(reader, debtorId, 10),
    calls: await listCallLogs(reader, debtorId, 10, today), promised: await listPromised(reader, [debtorId], today), contacts: await listContacts(reader, debtorId),
    disputes: await listOpenDisputes(reader, debtorId), receipts: await listLooseReceipts(reader, debtorId, amounts), ...(await listCreditsAndPayments(reader, debtorId, today)),
  };
}

function describe({ id, description }: InvoiceRow, { lines }: SheetFacts): string | null {
  return description ?? lines.find(({ invoiceId }) => invoiceId === id)?.description ?? null;
}

async function sheetInvoices(reader: Reader, facts: SheetFacts, today: PlainDate): Promise<AdminSheetInvoice[]> {
  const reminders = await countReminders(reader, facts.invoices.map(({ id }) => id));
  return facts.invoices.map((row) => ({
    invoice: AdminInvoice.of(row), openCents: row.openCents, daysOverdue: Math.max(0, daysBetween(row.dueOn, today)), description: describe(row, facts),
    deliveries: facts.deliveries.filter(({ invoiceId }) => invoiceId === row.id).map((delivery) => AdminInvoiceDelivery.of(delivery)), reminders: reminders.get(row.id) ?? 0,
  }));
}
