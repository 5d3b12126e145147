import { useQuery } from "@apollo/client/react";
import { LADDER_RISKS, PAYER_HISTORIES } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LadderChoicesDocument, SetLadderRulesDocument, type DebtorKind, type LadderFactsFragment, type Language } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { amountForField, parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { FormDialog } from "../../ui/dialog";
import { AmountField, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";

const KINDS: readonly DebtorKind[] = ["consumer", "naturalPersonInBusiness", "legalPerson", "unknown"];
const LANGUAGES: readonly Language[] = ["nl", "en"];

/** The name of a ladder and whom it is for. */
export function RuleDialog({ ladder, onClose }: { ladder: LadderFactsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const word = useWords();
  const say = useSay();
  const known = useQuery(LadderChoicesDocument).data?.ladderChoices.segments ?? [];
  const [name, setName] = useState(ladder.name);
  const [asked, setAsked] = useState(ladder.conditions);
  const [segments, setSegments] = useState(ladder.conditions.segments.join(", "));
  const amount = (cents: number | null) => (cents === null ? "" : amountForField(cents, language));
  const [amounts, setAmounts] = useState({ minimum: amount(ladder.conditions.minimumOpenCents), below: amount(ladder.conditions.belowOpenCents) });
  const [tried, setTried] = useState(false);
  const { run, busy, refused, failure } = useAct(SetLadderRulesDocument);
  const [minimum, below] = [parseAmount(amounts.minimum), parseAmount(amounts.below)];
  const unreadable = (text: string, cents: number | null) => (tried && text.trim() !== "" && cents === null ? t("field.amountUnreadable") : null);
  const crossed = minimum !== null && below !== null && minimum >= below;
  const save = async () => {
    setTried(true);
    if (name.trim() === "" || crossed || (amounts.minimum.trim() && minimum === null) || (amounts.below.trim() && below === null)) return;
    const conditions = { kinds: asked.kinds, languages: asked.languages, histories: asked.histories, risks: asked.risks, segments: segments.split(",").map((each) => each.trim()).filter(Boolean), minimumOpenCents: minimum, belowOpenCents: below };
    if (!(await run({ id: ladder.id, rowVersion: ladder.rowVersion, name, rank: ladder.rank, conditions }))) return;
    say.done(t("ladders.ruleSaved", { name }));
    onClose();
  };
  return (
    <FormDialog
      title={t("ladders.ruleTitle", { name: ladder.name })} onClose={onClose} size={560} submit={t("ladders.saveRule")} onSubmit={() => void save()} busy={busy} act="ladders"
      refused={failure?.code === "CONFLICT" ? t("ladders.ruleConflict") : refused} then={ladder.isDefault ? undefined : t("ladders.ruleThen")}
    >
      <TextField label={t("ladders.name")} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} fault={tried && name.trim() === "" ? t("ladders.nameMissing") : null} />
      {!ladder.isDefault && (
        <>
          <p className="hint">{t("ladders.ruleNothing")}</p>
          <Several legend={t("ladders.kinds")} all={KINDS} chosen={asked.kinds} label={(kind) => word("debtorKinds", kind)} onChoose={(kinds) => setAsked({ ...asked, kinds })} />
          <Several legend={t("ladders.languages")} all={LANGUAGES} chosen={asked.languages} label={(each) => t(`ladders.languageWords.${each}`)} onChoose={(languages) => setAsked({ ...asked, languages })} />
          <TextField label={t("ladders.segments")} value={segments} list="ladder-segments" onChange={(event) => setSegments(event.currentTarget.value)} description={t("ladders.segmentsHint")} />
          <datalist id="ladder-segments">{known.map((segment) => <option key={segment} value={segment}>{segment}</option>)}</datalist>
          <AmountField label={t("ladders.minimum")} text={amounts.minimum} onText={(text) => setAmounts({ ...amounts, minimum: text })} fault={unreadable(amounts.minimum, minimum)} />
          <AmountField label={t("ladders.below")} text={amounts.below} onText={(text) => setAmounts({ ...amounts, below: text })} fault={unreadable(amounts.below, below) ?? (tried && crossed ? t("ladders.belowWrong") : null)} />
          <Several legend={t("ladders.histories")} all={PAYER_HISTORIES} chosen={asked.histories} label={(history) => t(`ladders.historyWords.${history as (typeof PAYER_HISTORIES)[number]}`)} onChoose={(histories) => setAsked({ ...asked, histories })} />
          <Several legend={t("ladders.risks")} all={LADDER_RISKS} chosen={asked.risks} label={(risk) => t(`ladders.riskWords.${risk as (typeof LADDER_RISKS)[number]}`)} onChoose={(risks) => setAsked({ ...asked, risks })} />
        </>
      )}
    </FormDialog>
  );
}

function Several<Value extends string>({ legend, all, chosen, label, onChoose }: {
  legend: string; all: readonly Value[]; chosen: readonly Value[]; label: (value: Value) => string; onChoose: (chosen: Value[]) => void;
}) {
  return (
    <fieldset className="field several">
      <legend className="label small second">{legend}</legend>
      {all.map((value) => (
        <label key={value} className="row small">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onChoose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])} />
          <span>{label(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
