import { addDays, Refusal, type PlainDate } from "@tegemoet/domain";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { DayScalar } from "../../platform/graphql/scalars";
import type { DebtorContext } from "../../platform/graphql/viewer";
import { findDebtor } from "../debtors/debtor.queries";
import { findLinkMessageId, listOverviewInvoices } from "../escalations/overview.queries";
import { explainClaim } from "../ledger/explained-claim";
import { PortalStanding, type PortalStandingLetter } from "./standing.portal-view";

/** So far ahead somebody may ask what paying then would be: rates of interest are known for half a year at most. */
const DAYS_AHEAD = 366;

@Resolver()
export class StandingPortalResolver {
  @Query(() => PortalStanding, { description: "What is owed when it is paid on a day: today, or later. The same invoices as the overview, to the cent." })
  standing(@Ctx() context: DebtorContext, @Arg("payOn", () => DayScalar, { nullable: true }) payOn?: string): Promise<PortalStanding> {
    const { viewer, today } = context;
    const asOf = payOn ?? today;
    if (asOf < today || asOf > addDays(today, DAYS_AHEAD)) throw new Refusal("INPUT_INVALID", { fields: [`payOn: from ${today} until ${addDays(today, DAYS_AHEAD)}`] });
    return context.read(async (reader) => {
      const debtor = await findDebtor(reader, viewer.debtorId, today);
      if (!debtor) throw new Refusal("NOT_FOUND");
      const messageId = viewer.checked ? null : await findLinkMessageId(reader, viewer.linkId);
      const rows = viewer.checked || messageId ? await listOverviewInvoices(reader, { debtorId: debtor.id, messageId, today }) : [];
      const invoiceIds = rows.map(({ id }) => id);
      // Today is what the overview and the mail say: what was asked for. On a later day the interest that was asked for has gone on.
      const later = asOf > today;
      const claim = await explainClaim(reader, { invoiceIds, asOf, interest: later ? "if-paid" : "claimed" });
      return PortalStanding.of(claim, debtor.kind, await findRunningLetter(reader, invoiceIds, today), ({ history: { interestClaimedOn } }) => (interestClaimedOn === null ? null : later ? asOf : interestClaimedOn));
    });
  }
}

/** The letter whose fourteen days still run: its costs are no part of what is owed, only of what the letter says comes after. */
async function findRunningLetter(reader: Reader, invoiceIds: readonly string[], today: PlainDate): Promise<PortalStandingLetter | null> {
  const letter = await reader.first<PortalStandingLetter>(
    `select letter.last_day as "lastDay", letter.costs_cents + letter.vat_cents as "costsCents" from fourteen_day_letter letter
     where letter.organisation_id = $1 and letter.last_day >= $3
       and exists (select 1 from letter_invoice line join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = line.invoice_id and standing.principal_cents > 0
                   where line.organisation_id = $1 and line.letter_id = letter.id and line.invoice_id = any($2::uuid[]))
     order by letter.last_day desc limit 1`,
    [reader.organisationId, invoiceIds, today],
  );
  return letter ?? null;
}
