import "./delivery.css";
import { useTranslation } from "react-i18next";
import type { MessageStateFragment } from "../graphql/graphql";
import { useFormat } from "../lib/format";
import { Shape } from "./shape";
import { Status } from "./status";

/** Queued, handed over, delivered, opened: four words in a row with a time each; the one to come is dashed. */
export function DeliveryLine({ message }: { message: MessageStateFragment }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const steps = [
    ["queued", message.queuedAt], ["handedOver", message.handedOverAt], ["delivered", message.deliveredAt], ["opened", message.openedAt],
  ] as const;
  if (message.bouncedAt) return <p role="status"><Status shape="caution">{t("delivery.bouncedAt", { to: message.to ?? "", time: time(message.bouncedAt) })}</Status></p>;
  return (
    <ol className="delivery" aria-live="polite">
      {steps.map(([word, at]) => (
        <li key={word} data-coming={at === null || undefined}>
          <Shape name={at === null ? "planned" : "done"} size={14} />
          <span>{t(`delivery.${word}`)}<small>{at === null ? t("delivery.notYet") : time(at)}</small></span>
        </li>
      ))}
    </ol>
  );
}

/** The state of a message in one shape and word. */
export function DeliveryState({ state, openedAt }: { state: string; openedAt?: string | null }) {
  const { t } = useTranslation();
  if (openedAt) return <Status shape="done" mood="running">{t("delivery.opened")}</Status>;
  switch (state) {
    case "delivered": return <Status shape="done" mood="running">{t("delivery.delivered")}</Status>;
    case "handedOver": return <Status shape="half">{t("delivery.handedOver")}</Status>;
    case "printed": return <Status shape="letter">{t("delivery.printed")}</Status>;
    case "queued": return <Status shape="planned">{t("delivery.queued")}</Status>;
    case "bounced": return <Status shape="caution">{t("delivery.bounced")}</Status>;
    case "parked": return <Status shape="pause">{t("delivery.parked")}</Status>;
    default: return <Status shape="ring" mood="quiet">{t("delivery.cancelled")}</Status>;
  }
}

/** How sure a match is: five small bars and a word; a percentage only beside alternatives. */
export function Confidence({ score, percent = false }: { score: number; percent?: boolean }) {
  const { t } = useTranslation();
  const bars = Math.max(1, Math.min(5, Math.round(score * 5)));
  const word = bars >= 5 ? t("confidence.sure") : bars === 4 ? t("confidence.fairly") : bars >= 2 ? t("confidence.doubt") : t("confidence.small");
  return (
    <span className="confidence">
      <span className="bars" aria-hidden="true">{Array.from({ length: 5 }, (_, index) => <i key={index} data-full={index < bars || undefined} />)}</span>
      {percent ? `${word}, ${Math.round(score * 100)}\u00a0%` : word}
    </span>
  );
}

/** How late the last invoices were paid, oldest first, as small bars with the sentence beside them for everybody else. */
export function LateBars({ days }: { days: readonly number[] }) {
  const { t } = useTranslation();
  if (days.length === 0) return null;
  const most = Math.max(10, ...days);
  const width = 240 / Math.max(12, days.length);
  return (
    <svg className="late-bars" viewBox="0 0 240 40" preserveAspectRatio="none" role="img" aria-label={t("behaviour.bars", { days: days.join(", ") })}>
      <path d="M0 39.5H240" />
      {days.map((late, index) => {
        const height = Math.max(2, (Math.max(0, late) / most) * 36);
        return <rect key={index} x={index * width + 1} y={39 - height} width={width - 4} height={height} rx="1" data-new={index >= days.length - 3 || undefined} />;
      })}
    </svg>
  );
}
