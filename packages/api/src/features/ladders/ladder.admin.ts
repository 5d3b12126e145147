import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Reader, Tx } from "../../platform/database/transaction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { countReach } from "./count-reach";
import { createLadder } from "./create-ladder";
import { discardLadderDraft } from "./discard-ladder-draft";
import { listLadders, listOwners, listSegments } from "./ladder-list.queries";
import { AdminLadder, AdminLadderChoices, AdminLadderReach, LadderStepInput } from "./ladder.view";
import { proposeLadder } from "./propose-ladder";
import { publishLadder } from "./publish-ladder";
import { KNOWN_TEXTS } from "./read-steps";
import { countRunning } from "./running.queries";
import { saveLadderDraft } from "./save-ladder-draft";

/** The ladders as staff see them. Refuses with NOT_FOUND when one is asked for that isn't there. */
export async function laddersOf(reader: Reader, context: StaffContext, ladderId?: string): Promise<AdminLadder[]> {
  const rows = await listLadders(reader, ladderId);
  if (ladderId !== undefined && rows.length === 0) throw new Refusal("NOT_FOUND");
  const running = new Map((await countRunning(reader)).map(({ versionId, invoices }) => [versionId, invoices]));
  return rows.map((row) => AdminLadder.of(row, context.viewer.staffId, running));
}

/** Does something to a ladder and answers with it as it is then. */
export function changingLadder(context: StaffContext, act: (tx: Tx) => Promise<string>): Promise<AdminLadder> {
  return context.write(async (tx) => {
    const [ladder] = await laddersOf(tx, context, await act(tx));
    if (!ladder) throw new Refusal("NOT_FOUND");
    return ladder;
  });
}

@Resolver()
export class LadderAdminResolver {
  @Query(() => [AdminLadder], { description: "Ladders in the order in which their rules are tried, the default after them, archived ones last. Empty before the first night." })
  ladders(@Ctx() context: StaffContext): Promise<AdminLadder[]> {
    return context.read((reader) => laddersOf(reader, context));
  }

  @Query(() => AdminLadder)
  async ladder(@Arg("id", () => ID) id: string, @Ctx() context: StaffContext): Promise<AdminLadder> {
    const [ladder] = await context.read((reader) => laddersOf(reader, context, idOf(id)));
    if (!ladder) throw new Refusal("NOT_FOUND");
    return ladder;
  }

  @Query(() => [AdminLadderReach], { description: "Who falls where: every debtor with something open, by the rules of today." })
  ladderReach(@Ctx() context: StaffContext): Promise<AdminLadderReach[]> {
    return context.read((reader) => countReach(reader, context.today));
  }

  @Query(() => AdminLadderChoices)
  ladderChoices(@Ctx() context: StaffContext): Promise<AdminLadderChoices> {
    return context.read(async (reader) => ({
      messageKinds: KNOWN_TEXTS.templates, onPaper: KNOWN_TEXTS.onPaper, owners: await listOwners(reader), segments: await listSegments(reader),
    }));
  }

  @Mutation(() => AdminLadder, { description: "A draft beside the others: a copy of one, or the ready Dutch one." })
  createLadder(@Arg("name", () => String) name: string, @Ctx() context: StaffContext, @Arg("copyOf", () => ID, { nullable: true }) copyOf?: string | null): Promise<AdminLadder> {
    return changingLadder(context, async (tx) => (await createLadder(tx, { name, copyOf: copyOf ? idOf(copyOf) : undefined })).ladderId);
  }

  @Mutation(() => AdminLadder, { description: "rowVersion is that of the draft as it was seen, 0 when there was none. CONFLICT names who saved meanwhile, and per field that differs \"step|field|theirs|yours\"." })
  saveLadderDraft(
    @Arg("id", () => ID) id: string, @Arg("rowVersion", () => Int) rowVersion: number, @Arg("steps", () => [LadderStepInput]) steps: LadderStepInput[],
    @Ctx() context: StaffContext, @Arg("note", () => String, { nullable: true }) note?: string | null,
  ): Promise<AdminLadder> {
    return changingLadder(context, async (tx) => {
      await saveLadderDraft(tx, { ladderId: idOf(id), rowVersion, steps, note });
      return idOf(id);
    });
  }

  @Mutation(() => AdminLadder, { description: "Asks a second person to publish." })
  proposeLadder(@Arg("id", () => ID) id: string, @Arg("rowVersion", () => Int) rowVersion: number, @Ctx() context: StaffContext): Promise<AdminLadder> {
    return changingLadder(context, async (tx) => {
      await proposeLadder(tx, { ladderId: idOf(id), rowVersion });
      return idOf(id);
    });
  }

  @Mutation(() => AdminLadder, { description: "The second person: never who proposed it. Running invoices stay on their version." })
  publishLadder(@Arg("id", () => ID) id: string, @Arg("rowVersion", () => Int) rowVersion: number, @Ctx() context: StaffContext): Promise<AdminLadder> {
    return changingLadder(context, async (tx) => {
      await publishLadder(tx, { ladderId: idOf(id), rowVersion });
      return idOf(id);
    });
  }

  @Mutation(() => AdminLadder, { nullable: true, description: "Null when the ladder went with it, because it never had a published version." })
  discardLadderDraft(@Arg("id", () => ID) id: string, @Arg("rowVersion", () => Int) rowVersion: number, @Ctx() context: StaffContext): Promise<AdminLadder | null> {
    return context.write(async (tx) => {
      const { ladderGone } = await discardLadderDraft(tx, { ladderId: idOf(id), rowVersion });
      return ladderGone ? null : ((await laddersOf(tx, context, idOf(id)))[0] ?? null);
    });
  }
}
