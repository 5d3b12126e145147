import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LadderChoicesDocument, type LadderFactsFragment } from "../../graphql/graphql";
import { useKeys } from "../../lib/keys";
import { useMay } from "../../lib/may";
import { Fault, TextArea } from "../../ui/field";
import { useSay } from "../../ui/toast";
import { Conflict, Changes, Faults } from "./draft-state";
import { LadderActs } from "./ladder-acts";
import { StepForm } from "./step-form";
import { StepList } from "./step-list";
import { useStepName } from "./step-name";
import { StepPreview, type Preview } from "./step-preview";
import { useResults } from "./use-results";
import { moved, newStep, withField } from "./steps";
import { StepToRead } from "./step-to-read";
import { ToneMargin } from "./tone-margin";
import { TrialPanel } from "./trial-panel";
import { useLadderDraft } from "./use-ladder-draft";
import { Versions } from "./versions";

/** The editor: steps by day, the fields and the text of the chosen one, and what the whole would do. */
export function LadderEditor({ ladder, refetch }: { ladder: LadderFactsFragment; refetch: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const say = useSay();
  const name = useStepName();
  const { may } = useMay("ladders");
  const choices = useQuery(LadderChoicesDocument).data?.ladderChoices;
  const results = useResults(ladder.id);
  const draft = useLadderDraft(ladder, choices, refetch);
  const { steps, change, faults, changes } = draft;
  const [selected, setSelected] = useState(0);
  const [trying, setTrying] = useState(0);
  const [preview, setPreview] = useState<Preview | null>(null);
  const editable = may && ladder.archivedAt === null;
  const at = Math.min(selected, Math.max(0, steps.length - 1));
  const step = steps[at];

  const replace = (next: (typeof steps)[number]) => change(steps.map((each, index) => (index === at ? next : each)));
  const add = () => {
    const fresh = newStep(steps, at);
    change([...steps.slice(0, at + 1), fresh, ...steps.slice(at + 1)]);
    setSelected(steps.length === 0 ? 0 : at + 1);
  };
  const remove = () => {
    if (!step) return;
    const before = steps;
    change(steps.filter((_, index) => index !== at));
    setSelected(Math.max(0, at - 1));
    say.done(t("ladder.removed", { step: name(step) }), async () => change(before));
  };
  const move = (by: number) => {
    change(moved(steps, at, by));
    setSelected(Math.min(steps.length - 1, Math.max(0, at + by)));
  };
  const shift = (days: number) => step && replace(withField(step, "afterDays", step.afterDays + days));
  useKeys({ j: () => setSelected(Math.min(steps.length - 1, at + 1)), k: () => setSelected(Math.max(0, at - 1)), u: () => setTrying(trying + 1) });
  useKeys({
    "+": () => shift(1), "=": () => shift(1), "-": () => shift(-1), n: add, "alt+arrowup": () => move(-1), "alt+arrowdown": () => move(1),
    "mod+s": () => { if (draft.dirty) void draft.save().then((saved) => saved && say.done(t("ladder.saved"))); },
  }, { active: editable });
  useLeaveWarning(draft.dirty);

  return (
    <>
      <LadderActs ladder={ladder} draft={draft} onTry={() => setTrying(trying + 1)} />
      {draft.refused && <Fault>{draft.refused}</Fault>}
      {draft.conflict && <Conflict draft={draft} />}
      <div className="ladder-editor">
        <StepList
          steps={steps} selected={at} onSelect={setSelected} changes={new Map(changes.map((each) => [each.stepId, each]))} inForceVersion={ladder.inForce?.version ?? null}
          draftVersion={ladder.draft?.version ?? (ladder.inForce?.version ?? 0) + 1} faulty={new Set(faults.flatMap(({ stepId }) => stepId ?? []))} onAdd={editable ? add : null} results={results}
        />
        <div className="ladder-middle">
          {step && (editable
            ? <StepForm key={step.id} step={step} first={at === 0} last={at === steps.length - 1} choices={choices} onChange={replace} onRemove={remove} onMove={move} />
            : <StepToRead step={step} choices={choices} />)}
          {step && <StepPreview step={step} onPreview={setPreview} />}
        </div>
        <div className="ladder-side">
          {preview && <ToneMargin preview={preview} />}
          <Faults faults={faults} steps={steps} onSelect={setSelected} />
          {ladder.inForce && <Changes changes={changes} steps={steps} version={ladder.inForce.version} />}
          {(draft.dirty || ladder.draft) && editable && <TextArea label={t("ladder.note")} description={t("ladder.noteHint")} value={draft.note} maxLength={500} onChange={(event) => draft.setNote(event.currentTarget.value)} />}
          {ladder.draft?.note && !editable && <p className="reading second small">{ladder.draft.note}</p>}
          <TrialPanel ladderId={ladder.id} steps={steps} sound={faults.length === 0} inForceVersion={ladder.inForce?.version ?? null} asked={trying} />
          <Versions ladder={ladder} />
        </div>
      </div>
    </>
  );
}

/** The browser asks before what isn't saved is lost. */
function useLeaveWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}
