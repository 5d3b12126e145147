import { DEBTOR_KINDS, LADDER_RISKS, PAYER_HISTORIES, Refusal, type LadderConditions } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { requireFreeName } from "./create-ladder";
import { lockLadder } from "./draft.queries";

export interface SetLadderRules {
  readonly ladderId: string;
  readonly rowVersion: number;
  readonly name: string;
  readonly rank: number;
  readonly conditions: { readonly [Key in keyof LadderConditions]: LadderConditions[Key] | null };
}

/**
 * Gives a ladder its name, its place among the rules and whom it is for. It holds for invoices that begin: what runs stays on its version.
 *
 * Refuses with NOT_FOUND, CONFLICT with both values when somebody changed it meanwhile, INPUT_INVALID naming each field that can't be,
 * ALREADY_DECIDED for an archived ladder.
 */
export async function setLadderRules(tx: Tx, { ladderId, rowVersion, name, rank, conditions }: SetLadderRules): Promise<void> {
  const named = requiredText("name", name, 80);
  const asked = readConditions(conditions);
  if (!Number.isInteger(rank) || rank < 0 || rank > 100_000) throw new Refusal("INPUT_INVALID", { fields: ["rank: between 0 and 100000"] });
  const before = await lockLadder(tx, ladderId);
  if (before.archivedAt) throw new Refusal("ALREADY_DECIDED", { state: "archived" });
  if (before.rowVersion !== rowVersion) {
    throw new Refusal("CONFLICT", {
      rowVersion: before.rowVersion,
      theirs: JSON.stringify({ name: before.name, rank: before.rank, conditions: before.conditions }), yours: JSON.stringify({ name: named, rank, conditions: asked }),
    });
  }
  await requireFreeName(tx, named, ladderId);
  const kept = before.isDefault ? {} : asked;
  await tx.query(
    "update ladder set name = $3, rank = $4, conditions = $5, row_version = row_version + 1 where organisation_id = $1 and id = $2",
    [tx.organisationId, ladderId, named, rank, JSON.stringify(kept)],
  );
  await audit(tx, {
    action: "set-ladder-rules", subject: "ladder", subjectId: ladderId,
    before: { name: before.name, rank: before.rank, conditions: before.conditions }, after: { name: named, rank, conditions: kept },
  });
}

function readConditions(given: SetLadderRules["conditions"]): LadderConditions {
  const fields: string[] = [];
  const oneOf = <Value extends string>(field: keyof LadderConditions, known: readonly Value[]): void => {
    const strange = (given[field] as readonly string[] | null | undefined)?.find((value) => !(known as readonly string[]).includes(value));
    if (strange !== undefined) fields.push(`conditions.${field}: one of ${known.join(", ")}`);
  };
  oneOf("kinds", DEBTOR_KINDS);
  oneOf("languages", ["nl", "en"]);
  oneOf("histories", PAYER_HISTORIES);
  oneOf("risks", LADDER_RISKS);
  const segments = (given.segments ?? []).map((segment) => segment.trim().toLowerCase()).filter((segment) => segment !== "");
  if (segments.some((segment) => segment.length > 60)) fields.push("conditions.segments: at most 60 characters each");
  for (const field of ["minimumOpenCents", "belowOpenCents"] as const) if ((given[field] ?? 0) < 0) fields.push(`conditions.${field}: not below nothing`);
  if (given.minimumOpenCents != null && given.belowOpenCents != null && given.minimumOpenCents >= given.belowOpenCents) fields.push("conditions.belowOpenCents: above minimumOpenCents");
  if (fields.length > 0) throw new Refusal("INPUT_INVALID", { fields });
  return Object.fromEntries(Object.entries({ ...given, segments: [...new Set(segments)] }).filter(([, value]) => value != null && (!Array.isArray(value) || value.length > 0)));
}
