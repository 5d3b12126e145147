import { useLazyQuery } from "@apollo/client/react";
import { parsePromiseDay } from "@tegemoet/domain";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ClaimAsOfDocument, type ClaimFactsFragment } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { errorText } from "../../lib/refusal";
import { DayField, Fault } from "../../ui/field";
import { Explain } from "../../ui/explain";

/** Below the total: what it is tomorrow, and "what if I pay on …" for any day. */
export function WhatIf({ caseId, claim }: { caseId: string; claim: Omit<ClaimFactsFragment, "__typename"> }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <Explain title={t("claim.whatIf")} width={320} target={<span className="tiny">{t("claim.tomorrowShort", { amount: money(claim.tomorrowCents) })}</span>}>
      <OnAnotherDay caseId={caseId} />
    </Explain>
  );
}

function OnAnotherDay({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { money, day, today, language } = useFormat();
  const [text, setText] = useState("+7");
  const [ask, { data, error }] = useLazyQuery(ClaimAsOfDocument, { fetchPolicy: "network-only" });
  const asOf = parsePromiseDay(text, today, language);
  useEffect(() => {
    if (asOf) void ask({ variables: { caseId, asOf } }).catch(() => undefined);
  }, [ask, asOf, caseId]);
  const answer = asOf && data?.claim.asOf === asOf ? data.claim : null;
  return (
    <div className="stack">
      <DayField label={t("claim.payOn")} text={text} onText={setText} fault={asOf ? null : t("field.dayUnreadable")} />
      {error && <Fault>{errorText(error)}</Fault>}
      {answer && (
        <table aria-live="polite">
          <tbody>
            <tr><td>{t("claim.principal")}</td><td className="amount">{money(answer.principalCents)}</td></tr>
            <tr><td>{t("claim.interest")}</td><td className="amount">{money(answer.interestCents)}</td></tr>
            <tr><td>{t("claim.costs")}</td><td className="amount">{money(answer.costsCents)}</td></tr>
            <tr><td>{t("claim.paid")}</td><td className="amount">{money(-answer.paidCents)}</td></tr>
          </tbody>
          <tfoot><tr><td>{t("claim.outstandingOn", { day: day(answer.asOf) })}</td><td className="amount">{money(answer.outstandingCents)}</td></tr></tfoot>
        </table>
      )}
    </div>
  );
}
