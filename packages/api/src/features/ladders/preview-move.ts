import { continueAfter } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { requireVersions } from "./move-cases";
import { furthestStep } from "./move-invoices";
import { listRunningOn } from "./running.queries";

export interface MovePreview {
  readonly invoices: number;
  readonly steps: readonly { readonly step: string | null; readonly invoices: number; readonly continueAfter: string | null }[];
}

/** How many running invoices stand at each step of a version, and after which step of another they would go on. Refuses with NOT_FOUND. */
export async function previewMove(reader: Reader, { fromVersionId, versionId }: { fromVersionId: string; versionId: string }): Promise<MovePreview> {
  const [from, to] = await requireVersions(reader, [fromVersionId, versionId]);
  if (!from || !to) return { invoices: 0, steps: [] };
  const counts = new Map<string | null, number>();
  const running = await listRunningOn(reader, fromVersionId);
  for (const { keys } of running) {
    const step = furthestStep(from.ladder, keys);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const order = (step: string | null): number => from.ladder.steps.findIndex(({ id }) => id === step);
  const steps = [...counts].sort(([a], [b]) => order(a) - order(b)).map(
    ([step, invoices]) => ({ step, invoices, continueAfter: step === null ? null : continueAfter(from.ladder, to.ladder, step) }));
  return { invoices: running.length, steps };
}
