import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { findLadderVersions, type LadderInForce } from "./ladder.queries";
import { moveInvoices, type Continuation } from "./move-invoices";
import { listRunningOn } from "./running.queries";

export interface MoveCases {
  readonly fromVersionId: string;
  readonly versionId: string;
  /** Absent: all that run on the old version. */
  readonly invoiceIds?: readonly string[];
  readonly continueAfter: readonly { readonly step: string; readonly continueAfter: string | null }[];
  readonly reason: string;
}

/**
 * Moves running invoices from one published version to another, by somebody's explicit choice (I-46). Steps done stay done.
 *
 * Refuses with NOT_FOUND for a version that isn't there or isn't published, INPUT_INVALID for a step that a version doesn't have.
 */
export async function moveCases(tx: Tx, { fromVersionId, versionId, invoiceIds, continueAfter, reason }: MoveCases): Promise<{ moved: number }> {
  const because = requiredText("reason", reason, 500);
  const [from, to] = await requireVersions(tx, [fromVersionId, versionId]);
  if (!from || !to || from.versionId === to.versionId) throw new Refusal("INPUT_INVALID", { fields: ["versionId: another version"] });
  const running = await listRunningOn(tx, fromVersionId, invoiceIds);
  const moved = await moveInvoices(tx, { invoices: running, from, to, continuation: readContinuation(from, to, continueAfter), reason: because });
  await audit(tx, {
    action: "move-cases", subject: "ladder-version", subjectId: versionId,
    before: { versionId: fromVersionId, version: from.version }, after: { version: to.version, invoices: moved, invoiceIds: moved <= 200 ? running.map(({ invoiceId }) => invoiceId) : undefined, continueAfter, reason: because },
  });
  return { moved };
}

/** Published versions in the order asked for. Refuses with NOT_FOUND when one isn't there. */
export async function requireVersions(tx: Pick<Tx, "organisationId" | "query">, ids: readonly string[]): Promise<LadderInForce[]> {
  const found = await findLadderVersions(tx, ids);
  return ids.map((id) => {
    const version = found.find(({ versionId }) => versionId === id);
    if (!version) throw new Refusal("NOT_FOUND");
    return version;
  });
}

function readContinuation(from: LadderInForce, to: LadderInForce, given: MoveCases["continueAfter"]): Continuation {
  const has = ({ ladder }: LadderInForce, key: string): boolean => ladder.steps.some(({ id }) => id === key);
  const strange = given.find(({ step, continueAfter }) => !has(from, step) || (continueAfter !== null && !has(to, continueAfter)));
  if (strange) throw new Refusal("INPUT_INVALID", { fields: [`continueAfter: ${strange.step} to ${strange.continueAfter ?? "the beginning"}`] });
  return new Map(given.map(({ step, continueAfter }) => [step, continueAfter]));
}
