import { addBusinessDays, planSchedule, sum, type PlainDate } from "@tegemoet/domain";
import { approveHandOver } from "../../features/agencies/approve-hand-over";
import { proposeHandOver } from "../../features/agencies/propose-hand-over";
import { matchBankLine } from "../../features/bank/match-bank-line";
import { markReplyRead } from "../../features/communications/mark-reply-read";
import { decideDispute } from "../../features/disputes/decide-dispute";
import { addNote } from "../../features/escalations/add-note";
import { answerPaidClaim } from "../../features/escalations/answer-paid-claim";
import { liftHold } from "../../features/escalations/lift-hold";
import { issueInvoice } from "../../features/invoices/issue-invoice";
import { acceptPlan } from "../../features/payment-plans/accept-plan";
import { declinePlan } from "../../features/payment-plans/decline-plan";
import { offerPlan } from "../../features/payment-plans/offer-plan";
import type { Tx } from "../../platform/database/transaction";
import { Chance } from "./chance";
import { attempt, collector, isLeftOpen, manager, onDay, type DemoWorld } from "./demo-world";
import {
  listDisputesToDecide, listHandOversToApprove, listHardshipToReview, listPaidClaims, listPlansToDecide, listProposedLines, listReadyForAgency, listUnreadReplies, type DisputeToDecide,
} from "./office-work.queries";

/** What collector and manager decide on a day, each with the patience people have. The last days of the history wait for somebody else. */
export async function workAtOffice(world: DemoWorld, day: PlainDate, { collectors, managers }: { collectors: boolean; managers: boolean }): Promise<void> {
  if (collectors) await onDay(world, day, 970, collector(world), (tx) => collectorsDesk(tx, world, day));
  if (managers) await onDay(world, day, 990, manager(world), (tx) => managersDesk(tx, world, day));
}

/** Days before the last on which nobody approves a hand-over any more: with one organisation for weeks, so that one surely waits. */
const UNAPPROVED_DAYS: Readonly<Record<string, number>> = { K: 3, M: 40 };


async function collectorsDesk(tx: Tx, world: DemoWorld, day: PlainDate): Promise<void> {
  if (!isLeftOpen(world, day, 6)) {
    for (const { lineId, invoices } of await listProposedLines(tx, day)) await attempt(tx, () => matchBankLine(tx, { lineId, allocations: invoices }));
  }
  if (!isLeftOpen(world, day, 4)) {
    for (const { id, proposedOn, terms } of await listPlansToDecide(tx)) {
      if (addBusinessDays(proposedOn, 1) > day) continue;
      const refuse = terms > 9 && new Chance(world.span.seed, id.length, proposedOn, terms).percent(40);
      await attempt(tx, () => refuse
        ? declinePlan(tx, { planId: id, reason: "Tien maanden is langer dan wij kunnen wachten. Lukt het in zes?", today: day })
        : acceptPlan(tx, { planId: id, today: day }));
    }
  }
  if (!isLeftOpen(world, day, 3)) for (const { id } of await listUnreadReplies(tx)) await attempt(tx, () => markReplyRead(tx, { inboundMessageId: id }));
  for (const claim of await listPaidClaims(tx)) {
    if (isLeftOpen(world, day, 8)) break;
    if (claim.openCents === 0 || addBusinessDays(claim.placedOn, 5) <= day) {
      await attempt(tx, () => answerPaidClaim(tx, { holdId: claim.id, found: claim.openCents === 0, today: day }));
    }
  }
  for (const { caseId } of await listReadyForAgency(tx, addBusinessDays(day, -2))) {
    if (isLeftOpen(world, day, 1)) break;
    const proposed = await attempt(tx, () => proposeHandOver(tx, { caseId, agencyId: world.agencyId, today: day }));
    if (proposed) await addNote(tx, { caseId, text: "Drie keer geschreven, gebeld en de brief verstuurd. Voorgesteld om over te dragen." });
  }
}

async function managersDesk(tx: Tx, world: DemoWorld, day: PlainDate): Promise<void> {
  for (const dispute of await listDisputesToDecide(tx)) await attempt(tx, () => decide(tx, world, dispute, day));
  if (!isLeftOpen(world, day, 8)) {
    for (const hardship of await listHardshipToReview(tx, day)) {
      await attempt(tx, async () => {
        await liftHold(tx, { holdId: hardship.id, reason: "Samen gekeken wat wel lukt: in zes termijnen." });
        const total = sum(hardship.invoices.map(({ openCents }) => openCents));
        if (total < 6_000) return;
        await offerPlan(tx, {
          debtorId: hardship.debtorId, invoiceIds: hardship.invoices.map(({ invoiceId }) => invoiceId), mayGoOutside: true, today: day,
          instalments: planSchedule({ total, count: 6, firstOn: addBusinessDays(day, 10), every: "month" }),
        });
      });
    }
  }
  if (!isLeftOpen(world, day, UNAPPROVED_DAYS[world.creditor.letter] ?? 3)) {
    for (const { id, proposedOn } of await listHandOversToApprove(tx)) {
      if (proposedOn < day) await attempt(tx, () => approveHandOver(tx, { handOverId: id, today: day }));
    }
  }
}

/** Most answers come within the promised days; some lie on the desk for weeks. */
async function decide(tx: Tx, world: DemoWorld, dispute: DisputeToDecide, day: PlainDate): Promise<void> {
  const chance = new Chance(world.span.seed, dispute.number, "dispute");
  const slow = world.debtors.get(dispute.key)?.habit === "disputes" && chance.percent(35);
  const answerOn = addBusinessDays(dispute.raisedOn, slow ? 25 : chance.between(2, 6));
  // Of the last ones somebody has yet to say something.
  if (answerOn > day || isLeftOpen(world, dispute.raisedOn, 17)) return;
  const agreed = chance.percent(45);
  await decideDispute(tx, {
    disputeId: dispute.id, outcome: agreed ? "partly" : "rejected", today: day,
    text: agreed ? "U heeft gelijk over een deel. Daarvoor krijgt u een creditnota." : "We hebben de werkbon nagekeken. Het werk is gedaan zoals afgesproken.",
  });
  if (!agreed) return;
  const net = Math.round((dispute.openCents * 0.2) / 1.21);
  const cents = net + Math.round(net * 0.21);
  const number = `C${dispute.number}${dispute.creditNotes > 0 ? `-${dispute.creditNotes + 1}` : ""}`;
  await issueInvoice(tx, {
    debtorId: dispute.debtorId, kind: "credit-note", number, issuedOn: day, dueOn: day, totalCents: cents, creditsNumber: dispute.number, source: "demo",
    sourceKey: number, description: `Creditnota bij ${dispute.number}`, lines: [{ description: "Tegemoetkoming", vatBasisPoints: 2100, amountCents: net }],
  });
}
