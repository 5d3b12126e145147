import { useQuery } from "@apollo/client/react";
import type { FieldChange, LadderFault, LadderStep, StepChange } from "@tegemoet/domain";
import { useTranslation } from "react-i18next";
import { LadderChoicesDocument } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { Shape } from "../../ui/shape";
import { Status } from "../../ui/status";
import { signedDay, useStepName } from "./step-name";
import type { LadderDraft } from "./use-ladder-draft";

/** What keeps the draft from being published, each with the way to its step. */
export function Faults({ faults, steps, onSelect }: { faults: readonly LadderFault[]; steps: readonly LadderStep[]; onSelect: (index: number) => void }) {
  const { t } = useTranslation();
  const name = useStepName();
  if (faults.length === 0) return <p className="small ladder-sound"><Status shape="done" mood="running">{t("ladder.sound")}</Status></p>;
  return (
    <section aria-label={t("ladder.faults")}>
      <div className="section-head"><h2>{t("ladder.faults")}</h2></div>
      <ul className="ladder-faults">
        {faults.map(({ code, stepId }) => {
          const at = steps.findIndex(({ id }) => id === stepId);
          const step = steps[at];
          return (
            <li key={`${code}${stepId}`}>
              <Shape name="caution" size={14} />
              <span>{step && <button type="button" className="as-link" onClick={() => onSelect(at)}>{name(step)} {signedDay(step.afterDays)}</button>} {t(`ladder.faultWords.${code}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What differs from the version in force. */
export function Changes({ changes, steps, version }: { changes: readonly StepChange[]; steps: readonly LadderStep[]; version: number }) {
  const { t } = useTranslation();
  const different = changes.filter(({ kind }) => kind !== "same");
  return (
    <section aria-label={t("ladder.changes", { version })}>
      <div className="section-head"><h2>{t("ladder.changes", { version })}</h2></div>
      {different.length === 0 ? <p className="small second">{t("ladder.noChanges")}</p> : <ChangeList changes={different} steps={steps} />}
    </section>
  );
}

function ChangeList({ changes, steps }: { changes: readonly StepChange[]; steps: readonly LadderStep[] }) {
  const { t } = useTranslation();
  const nameOf = useNameById(steps);
  const words = useFieldWords();
  return (
    <ul className="ladder-changes small">
      {changes.map(({ stepId, kind, moved, fields }) => (
        <li key={stepId}>
          <b className="medium">{nameOf(stepId)}</b>{" "}
          <span className="second">
            {kind === "added" ? t("ladder.added") : kind === "removed" ? t("ladder.goneWord") : [moved ? t("ladder.movedPlace") : null, ...fields.filter(({ field }) => field !== "legal").map((field) => `${t(`ladder.fields.${field.field}`)} ${words(field.field, field.before)} → ${words(field.field, field.after)}`)].filter(Boolean).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Somebody else saved meanwhile: both values beside each other, and the choice (I-70). */
export function Conflict({ draft }: { draft: LadderDraft }) {
  const { t } = useTranslation();
  const nameOf = useNameById(draft.steps);
  const words = useFieldWords();
  const { conflict } = draft;
  if (!conflict) return null;
  const rows = conflict.changes.flatMap(({ stepId, kind, fields }) => (kind === "added" || kind === "removed"
    ? [{ stepId, what: "", theirs: kind === "removed" ? t("ladder.conflictRemoved") : "", yours: kind === "added" ? t("ladder.conflictAdded") : "" }]
    : fields.map(({ field, before, after }) => ({ stepId, what: t(`ladder.fields.${field}`), theirs: words(field, before), yours: words(field, after) }))));
  return (
    <section className="ladder-conflict" role="alert">
      <p className="row"><Shape name="caution" /><b className="medium">{conflict.by ? t("ladder.conflict", { name: conflict.by }) : t("ladder.conflictSomebody")}</b></p>
      <table>
        <thead><tr><th scope="col">{t("ladder.conflictField")}</th><th scope="col">{t("ladder.conflictTheirs")}</th><th scope="col">{t("ladder.conflictYours")}</th></tr></thead>
        <tbody>{rows.map(({ stepId, what, theirs, yours }) => <tr key={`${stepId}${what}`}><td>{nameOf(stepId)} <span className="second">{what}</span></td><td>{theirs}</td><td>{yours}</td></tr>)}</tbody>
      </table>
      <div className="row"><Button busy={draft.busy} onClick={() => void draft.save()}>{t("ladder.keepMine")}</Button><Button look="text" onClick={draft.drop}>{t("ladder.takeTheirs")}</Button></div>
    </section>
  );
}

function useNameById(steps: readonly LadderStep[]): (stepId: string) => string {
  const name = useStepName();
  const word = useWords();
  return (stepId) => {
    const step = steps.find(({ id }) => id === stepId);
    return step ? name(step) : word("steps", stepId);
  };
}

/** The value of a field as people read it. */
function useFieldWords(): (field: FieldChange["field"], value: FieldChange["before"]) => string {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  const owners = useQuery(LadderChoicesDocument).data?.ladderChoices.owners ?? [];
  return (field, value) => {
    if (value === null) return t("ladder.nothing");
    if (typeof value === "boolean") return value ? t("ladder.yes") : t("ladder.no");
    if (field === "afterDays") return signedDay(Number(value));
    if (field === "minimumCents") return money(Number(value));
    if (field === "channel") return word("channels", String(value));
    if (field === "template") return word("steps", String(value));
    if (field === "onlyFor") return word("roads", String(value));
    if (field === "ownerId") return owners.find(({ id }) => id === value)?.name ?? String(value);
    return String(value);
  };
}
