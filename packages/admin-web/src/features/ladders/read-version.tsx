import { useQuery } from "@apollo/client/react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LadderChoicesDocument, type LadderFactsFragment, type LadderVersionFactsFragment } from "../../graphql/graphql";
import { useKeys } from "../../lib/keys";
import { Button } from "../../ui/button";
import { StepList } from "./step-list";
import { StepPreview, type Preview } from "./step-preview";
import { stepOf } from "./steps";
import { StepToRead } from "./step-to-read";
import { ToneMargin } from "./tone-margin";
import { useResults } from "./use-results";
import { Versions } from "./versions";

/** A published version as it stands: to read, never to change. */
export function ReadVersion({ ladder, version, onBack }: { ladder: LadderFactsFragment; version: LadderVersionFactsFragment; onBack: () => void }) {
  const { t } = useTranslation();
  const choices = useQuery(LadderChoicesDocument).data?.ladderChoices;
  const steps = useMemo(() => version.steps.map(stepOf), [version]);
  const [selected, setSelected] = useState(0);
  const [preview, setPreview] = useState<Preview | null>(null);
  const results = useResults(ladder.id);
  const step = steps[selected];
  useKeys({ j: () => setSelected(Math.min(steps.length - 1, selected + 1)), k: () => setSelected(Math.max(0, selected - 1)) });
  return (
    <>
      <div className="ladder-acts-bar"><Button look="text" shape="left" onClick={onBack}>{t("ladder.back")}</Button></div>
      <div className="ladder-editor">
        <StepList steps={steps} selected={selected} onSelect={setSelected} changes={new Map()} inForceVersion={null} draftVersion={version.version} faulty={new Set()} onAdd={null} results={results} />
        <div className="ladder-middle">
          {step && <StepToRead step={step} choices={choices} />}
          {step && <StepPreview step={step} onPreview={setPreview} />}
        </div>
        <div className="ladder-side">{preview && <ToneMargin preview={preview} />}<Versions ladder={ladder} /></div>
      </div>
    </>
  );
}
