import { ladderDifference, ladderFaults, type LadderFault, type LadderStep, type StepChange } from "@tegemoet/domain";
import { useMemo, useState } from "react";
import { SaveLadderDraftDocument, type LadderChoicesQuery, type LadderFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { inputOf, stepOf } from "./steps";

export interface LadderDraft {
  readonly steps: readonly LadderStep[];
  readonly note: string;
  /** Something was changed that isn't saved. */
  readonly dirty: boolean;
  readonly faults: readonly LadderFault[];
  /** What differs from the version in force. */
  readonly changes: readonly StepChange[];
  readonly change: (steps: readonly LadderStep[]) => void;
  readonly setNote: (note: string) => void;
  readonly save: () => Promise<boolean>;
  readonly busy: boolean;
  readonly refused: string | null;
  /** Somebody else saved meanwhile: who, and what differs between theirs (before) and yours (after). */
  readonly conflict: { readonly by: string | null; readonly changes: readonly StepChange[] } | null;
  readonly drop: () => void;
}

interface Edit { readonly steps: readonly LadderStep[]; readonly note: string; readonly seen: number }

/** A draft while it is edited: what was typed stays, whatever the server says meanwhile, until it is saved or given up. */
export function useLadderDraft(ladder: LadderFactsFragment, choices: LadderChoicesQuery["ladderChoices"] | undefined, refetch: () => Promise<unknown>): LadderDraft {
  const source = ladder.draft ?? ladder.inForce;
  const kept = useMemo(() => (source?.steps ?? []).map(stepOf), [source]);
  const published = useMemo(() => (ladder.inForce?.steps ?? []).map(stepOf), [ladder.inForce]);
  const [edit, setEdit] = useState<Edit | null>(null);
  const { run, busy, refused, failure, clear } = useAct(SaveLadderDraftDocument);
  const steps = edit?.steps ?? kept;
  const note = edit?.note ?? ladder.draft?.note ?? "";
  const begin = (part: Partial<Edit>) => setEdit({ steps, note, seen: edit?.seen ?? ladder.draft?.rowVersion ?? 0, ...part });
  const conflicted = failure?.code === "CONFLICT";
  const save = async () => {
    // After a conflict the choice is made with both on screen, so it is made upon what is saved now.
    const rowVersion = conflicted ? (ladder.draft?.rowVersion ?? 0) : (edit?.seen ?? 0);
    const saved = await run({ id: ladder.id, rowVersion, steps: steps.map(inputOf), note: note || null });
    if (saved) setEdit(null);
    else await refetch();
    return saved !== undefined;
  };
  return {
    steps, note, dirty: edit !== null, busy, save,
    refused: conflicted ? null : refused,
    faults: useMemo(() => ladderFaults({ steps }, choices ? { templates: choices.messageKinds, onPaper: choices.onPaper } : {}), [steps, choices]),
    changes: useMemo(() => (ladder.inForce ? ladderDifference({ steps: published }, { steps }) : []), [ladder.inForce, published, steps]),
    change: (next) => begin({ steps: next }),
    setNote: (next) => begin({ note: next }),
    conflict: conflicted ? { by: typeof failure.details["by"] === "string" ? failure.details["by"] : null, changes: ladderDifference({ steps: kept }, { steps }).filter(({ kind }) => kind !== "same") } : null,
    drop: () => {
      setEdit(null);
      clear();
    },
  };
}
