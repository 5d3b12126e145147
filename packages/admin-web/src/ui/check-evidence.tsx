import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format";
import { useWords } from "../lib/words";

export interface Evidence {
  readonly name: string;
  readonly text?: string | null;
  readonly cents?: number | null;
  readonly number?: number | null;
  readonly day?: string | null;
  readonly yes?: boolean | null;
}

/** What one check of our own looked at, in a line. */
export function EvidenceLine({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useTranslation();
  const { money, day, number } = useFormat();
  const word = useWords();
  const value = ({ cents, day: on, number: count, yes, text, name }: Evidence): string => {
    if (cents != null) return money(cents);
    if (on != null) return day(on);
    if (count != null) return number(count);
    if (yes != null) return yes ? t("message.yes") : t("message.no");
    return name === "channel" ? word("channels", text ?? "") : text ?? "";
  };
  return <>{evidence.map((one) => `${word("evidence", one.name)} ${value(one)}`).join(" · ") || t("message.nothingSeen")}</>;
}
