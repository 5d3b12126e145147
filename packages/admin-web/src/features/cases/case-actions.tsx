import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { PlanCallDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useKeys } from "../../lib/keys";
import { useMay } from "../../lib/may";
import { Button, WhoCan } from "../../ui/button";
import { EmergencyBrake } from "../../ui/emergency-brake";
import { Fault } from "../../ui/field";
import { HoldDialog } from "../../ui/hold-dialog";
import type { CaseFacts } from "./case-page";
import { CorrectDialog } from "../../ui/correct-dialog";
import { DisputeDialog } from "./dispute-dialog";
import { HandOverDialog } from "./hand-over-dialog";
import { NoteDialog } from "./note-dialog";
import { PaymentDialog } from "./payment-dialog";
import { PlanDialog } from "./plan-dialog";
import "./case-actions.css";

type Which = "note" | "hold" | "dispute" | "plan" | "handOver" | "payment" | "correct";

/** What can be done in a case. Noodrem stands at the right end, always. */
export function CaseActions({ found }: { found: CaseFacts }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Which | null>(null);
  const { may } = useMay("work");
  const planCall = useAct(PlanCallDocument);
  const call = async () => {
    const done = await planCall.run({ debtorId: found.debtor.id, on: today });
    if (done) navigate(`/calls/${done.planCall.taskId}`);
  };
  useKeys({ b: () => void call(), n: () => setOpen("note") }, { active: may });
  const close = () => setOpen(null);
  const handedOver = found.handOver !== null && found.handOver.state !== "rejected" && found.handOver.state !== "recalled" && found.handOver.state !== "declined";
  return (
    <>
      <div className="case-actions">
        <Button look="filled" shape="phone" keys="b" act="work" inBar busy={planCall.busy} onClick={() => void call()}>{t("actions.call")}</Button>
        <Button shape="note" keys="n" act="work" inBar onClick={() => setOpen("note")}>{t("actions.note")}</Button>
        <Button shape="bank" act="work" inBar onClick={() => setOpen("payment")}>{t("actions.payment")}</Button>
        <span className="divider" />
        <Button look="text" act="work" inBar onClick={() => setOpen("hold")}>{t("actions.hold")}</Button>
        <Button look="text" act="work" inBar onClick={() => setOpen("dispute")}>{t("actions.dispute")}</Button>
        <Button look="text" act="work" inBar onClick={() => setOpen("plan")}>{t("actions.plan")}</Button>
        {found.claim.invoices.length > 0 && <Button look="text" act="work" inBar onClick={() => setOpen("correct")}>{t("correct.act")}</Button>}
        {!handedOver && <Button look="text" act="work" inBar onClick={() => setOpen("handOver")}>{t("actions.handOver")}</Button>}
        <span className="brake-end"><EmergencyBrake debtorId={found.debtor.id} debtorName={found.debtor.name} /></span>
      </div>
      <WhoCan act="work" />
      {planCall.refused && <Fault>{planCall.refused}</Fault>}
      {open === "note" && <NoteDialog caseId={found.id} onClose={close} />}
      {open === "hold" && <HoldDialog debtorId={found.debtor.id} caseId={found.id} invoices={found.invoices.map(({ invoice }) => invoice)} onClose={close} />}
      {open === "dispute" && <DisputeDialog found={found} onClose={close} />}
      {open === "plan" && <PlanDialog found={found} onClose={close} />}
      {open === "handOver" && <HandOverDialog found={found} onClose={close} />}
      {open === "correct" && <CorrectDialog invoices={found.claim.invoices} onClose={close} />}
      {open === "payment" && <PaymentDialog found={found} onClose={close} />}
    </>
  );
}
