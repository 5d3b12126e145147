import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { giveUpLetterBatch } from "./give-up-letter-batch";
import { handToPrintService } from "./hand-to-print-service";
import { findLetterBatch, listBatchLetters, listLetterBatches, listWaitingLetters } from "./letter-batch.queries";
import { AdminLetterBatch, AdminLetters, AdminMadeLetterBatch, AdminReturnedLetter, AdminWaitingLetter } from "./letter.view";
import { makeLetterBatch } from "./make-letter-batch";
import { postLetterBatch } from "./post-letter-batch";
import { recordReturnedLetter } from "./record-returned-letter";
import { setLettersByHand } from "./set-letters-by-hand";

const MOST_WAITING = 500;
const MOST_BATCHES = 20;

@Resolver()
export class LetterAdminResolver {
  @Query(() => AdminLetters)
  letters(@Ctx() context: StaffContext): Promise<AdminLetters> {
    return context.read((reader) => lettersOf(reader, context));
  }

  @Mutation(() => AdminMadeLetterBatch)
  makeLetterBatch(@Ctx() context: StaffContext, @Arg("ids", () => [ID]) ids: string[]): Promise<AdminMadeLetterBatch> {
    const { config, realNow, outside } = context;
    const options = { secretKey: config.SECRET_KEY, publicUrl: config.PUBLIC_URL, realNow, sms: outside.sms !== undefined };
    return context.write(async (tx) => {
      const { batchId, ...counts } = await makeLetterBatch(tx, { messageIds: ids.map(idOf), options });
      return { batch: batchId ? await batchOf(tx, batchId) : null, ...counts };
    });
  }

  @Mutation(() => AdminLetterBatch)
  postLetterBatch(
    @Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("postedOn", () => DayScalar) postedOn: string,
    @Arg("leftOut", () => [ID], { nullable: true, description: "Letters of it that were not posted." }) leftOut?: string[] | null,
  ): Promise<AdminLetterBatch> {
    return context.write(async (tx) => {
      await postLetterBatch(tx, { batchId: idOf(id), postedOn, leftOut: (leftOut ?? []).map(idOf) });
      return batchOf(tx, idOf(id));
    });
  }

  @Mutation(() => AdminLetterBatch)
  giveUpLetterBatch(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminLetterBatch> {
    return context.write(async (tx) => {
      await giveUpLetterBatch(tx, { batchId: idOf(id) });
      return batchOf(tx, idOf(id));
    });
  }

  @Mutation(() => Int, { description: "These letters go by the print service. Gives how many were still in line." })
  async handToPrintService(@Ctx() context: StaffContext, @Arg("ids", () => [ID]) ids: string[]): Promise<number> {
    return (await context.write((tx) => handToPrintService(tx, { messageIds: ids.map(idOf), hasService: context.outside.letters !== undefined }))).handed;
  }

  @Mutation(() => AdminLetters)
  setLettersByHand(@Ctx() context: StaffContext, @Arg("byHand", () => Boolean) byHand: boolean): Promise<AdminLetters> {
    return context.write(async (tx) => {
      await setLettersByHand(tx, { byHand });
      return lettersOf(tx, context);
    });
  }

  @Mutation(() => AdminReturnedLetter, { description: "The post brought a letter back." })
  async recordReturnedLetter(
    @Ctx() context: StaffContext, @Arg("messageId", () => ID) messageId: string, @Arg("on", () => DayScalar) on: string,
    @Arg("reason", () => String, { nullable: true }) reason?: string | null,
  ): Promise<AdminReturnedLetter> {
    const id = idOf(messageId);
    return { messageId: id, ...(await context.write((tx) => recordReturnedLetter(tx, { messageId: id, on, reason: reason ?? null }))) };
  }
}

async function lettersOf(reader: Reader, { now, outside }: StaffContext): Promise<AdminLetters> {
  const setting = await reader.first<{ byHand: boolean }>(`select letters_by_hand as "byHand" from organisation where id = $1`, [reader.organisationId]);
  const byHand = !outside.letters || (setting?.byHand ?? false);
  const batches = await listLetterBatches(reader, MOST_BATCHES);
  const letters = await listBatchLetters(reader, batches.map(({ id }) => id));
  return {
    byHand, printService: outside.letters !== undefined,
    waiting: byHand ? (await listWaitingLetters(reader, now, MOST_WAITING)).map((row) => AdminWaitingLetter.of(row)) : [],
    batches: batches.map((batch) => AdminLetterBatch.of(batch, letters)),
  };
}

async function batchOf(reader: Reader, batchId: string): Promise<AdminLetterBatch> {
  const batch = await findLetterBatch(reader, batchId);
  if (!batch) throw new Refusal("NOT_FOUND");
  return AdminLetterBatch.of(batch, await listBatchLetters(reader, [batchId]));
}
