import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { LadderDocument } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { View } from "../../ui/view-state";
import { WideTable } from "../../ui/wide-table";

/** The ladder, to read: which step on which day, by which channel, by itself or by a person. */
export function LadderSettings() {
  const { t } = useTranslation();
  const { day, money } = useFormat();
  const word = useWords();
  const asked = useQuery(LadderDocument);
  return (
    <View asked={asked}>
      {({ ladder }) => (
        <>
          <div className="section-head"><h2>{ladder.name}</h2><span className="second">{t("ladder.version", { version: ladder.version })}{ladder.publishedOn ? `, ${t("settings.publishedOn", { day: day(ladder.publishedOn) })}` : ""}</span></div>
          <p className="second reading">{t("settings.ladderWhat")}</p>
          <WideTable label={ladder.name}>
            <thead><tr><th scope="col" className="amount" style={{ textAlign: "left" }}>{t("settings.stepDay")}</th><th scope="col">{t("columns.step")}</th><th scope="col">{t("columns.channel")}</th><th scope="col">{t("settings.how")}</th><th scope="col">{t("settings.onlyFor")}</th></tr></thead>
            <tbody>
              {ladder.steps.map((step) => (
                <tr key={step.key}>
                  <td className="nowrap">{step.afterDays < 0 ? t("settings.before", { count: -step.afterDays }) : t("settings.after", { count: step.afterDays })}</td>
                  <td>{word("steps", step.key)}</td><td>{word("channels", step.channel)}</td>
                  <td>{step.automatic ? t("settings.automatic") : t("settings.byHand")}{step.minimumCents ? `, ${t("settings.from", { amount: money(step.minimumCents) })}` : ""}</td>
                  <td>{step.onlyFor ? word("roads", step.onlyFor) : ""}</td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </>
      )}
    </View>
  );
}
