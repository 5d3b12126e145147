import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../../lib/keys";
import { Button } from "../../ui/button";

/** Kept as codes, so that each colleague reads them in their own language. */
const REASONS = ["own-account", "not-a-debtor", "refund"] as const;

export type IgnoreReason = (typeof REASONS)[number];

/** Why a line belongs to nobody: one press or 1 to 3; Esc goes back. */
export function IgnoreReasons({ busy, choose, cancel }: { busy: boolean; choose: (reason: IgnoreReason) => void; cancel: () => void }) {
  const { t } = useTranslation();
  const reasons = useRef<HTMLDivElement>(null);
  useEffect(() => reasons.current?.querySelector("button")?.focus(), []);
  useKeys({ ...Object.fromEntries(REASONS.map((reason, index) => [String(index + 1), () => choose(reason)])), esc: cancel });
  return (
    <div className="stack decide" role="group" aria-labelledby="why-ignore" ref={reasons}>
      <p className="medium" id="why-ignore">{t("bank.whyIgnore")}</p>
      <div className="row">
        {REASONS.map((reason, index) => <Button key={reason} keys={String(index + 1)} act="work" inBar busy={busy} onClick={() => choose(reason)}>{t(`bank.ignoreReasons.${reason}`)}</Button>)}
        <Button look="text" keys="esc" onClick={cancel}>{t("dialog.cancel")}</Button>
      </div>
    </div>
  );
}
