import { Refusal, type LadderStep, type TrialStep } from "@tegemoet/domain";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { AdminStepResult, AdminTriedInvoice, AdminTriedYear, AdminTrialStep } from "./ladder-trial.view";
import { LadderStepInput } from "./ladder.view";
import { requireSound } from "./propose-ladder";
import { readSteps, type GivenStep } from "./read-steps";
import { listStepResults } from "./step-results.queries";
import { tryOnInvoices, tryOnLastYear } from "./try-ladder";

@Resolver()
export class LadderTrialAdminResolver {
  @Query(() => [AdminTriedInvoice], { description: "What would happen to these open invoices, or to five of the ladder's own, on these steps. Nothing is written." })
  tryLadder(
    @Arg("ladderId", () => ID) ladderId: string, @Arg("steps", () => [LadderStepInput]) steps: LadderStepInput[], @Ctx() context: StaffContext,
    @Arg("invoiceIds", () => [ID], { nullable: true }) invoiceIds?: string[] | null,
  ): Promise<AdminTriedInvoice[]> {
    if ((invoiceIds?.length ?? 0) > 25) throw new Refusal("INPUT_INVALID", { fields: ["invoiceIds: at most 25"] });
    return context.read(async (reader) => {
      await requireLadder(reader, idOf(ladderId));
      const tried = await tryOnInvoices(reader, { ladderId: idOf(ladderId), steps: soundSteps(steps), invoiceIds: invoiceIds?.map(idOf), today: context.today });
      return tried.map(({ row, now, tried: then }) => ({
        invoiceId: row.invoiceId, invoiceNumber: row.invoiceNumber, debtorId: row.debtorId, debtorName: row.debtorName, dueOn: row.dueOn, openCents: row.openCents,
        had: row.steps.filter(({ skippedOn }) => !skippedOn).map(({ stepId }) => stepId), now: now.map(trialStep), tried: then.map(trialStep),
      }));
    });
  }

  @Query(() => [AdminStepResult])
  ladderResults(@Arg("ladderId", () => ID) ladderId: string, @Ctx() context: StaffContext): Promise<AdminStepResult[]> {
    return context.read(async (reader) => {
      await requireLadder(reader, idOf(ladderId));
      return listStepResults(reader, idOf(ladderId), context.today);
    });
  }

  @Query(() => AdminTriedYear, { description: "What last year would have asked of people on these steps, beside the version in force. Nothing is written." })
  tryLadderOnLastYear(
    @Arg("ladderId", () => ID) ladderId: string, @Arg("steps", () => [LadderStepInput]) steps: LadderStepInput[], @Ctx() context: StaffContext,
  ): Promise<AdminTriedYear> {
    return context.read(async (reader) => {
      await requireLadder(reader, idOf(ladderId));
      return tryOnLastYear(reader, { ladderId: idOf(ladderId), steps: soundSteps(steps), today: context.today });
    });
  }
}

function trialStep({ stepId, channel, occurrence, on, payBy }: TrialStep): AdminTrialStep {
  return { step: stepId, channel, occurrence, on, payBy };
}

/** Only a sound ladder can be walked: an unsound one would say something about nothing. */
function soundSteps(given: readonly GivenStep[]): LadderStep[] {
  const steps = readSteps(given);
  requireSound(steps);
  return steps;
}

async function requireLadder(reader: Reader, ladderId: string): Promise<void> {
  const known = await reader.first("select 1 from ladder where organisation_id = $1 and id = $2", [reader.organisationId, ladderId]);
  if (!known) throw new Refusal("NOT_FOUND");
}
