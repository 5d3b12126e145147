import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format";
import { useWords } from "../lib/words";

interface WaitingProps {
  reason: string;
  until?: string | null | undefined;
  detail?: string | null | undefined;
}

/** "Wacht: toezegging loopt, t/m vr 27 nov". Why nothing happens, and until when: a day that has passed says nothing of that. */
export function Waiting({ reason, until, detail }: WaitingProps) {
  const { t } = useTranslation();
  const { day, today } = useFormat();
  const word = useWords();
  const because = word("waits", reason);
  return <>{until && until >= today ? t("waiting.until", { reason: because, day: day(until) }) : t("waiting.plain", { reason: because })}{detail && word("waitDetails", detail) !== detail ? ` (${word("waitDetails", detail)})` : ""}</>;
}
