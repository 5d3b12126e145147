import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SetAutopilotDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { FormDialog } from "../dialog";
import { TextField } from "../field";

/** Switches the autopilot, and says before what that means. */
export default function AutopilotDialog({ on, onClose }: { on: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const { run, busy, refused } = useAct(SetAutopilotDocument);
  const change = async () => {
    if (await run({ on: !on, reason: reason.trim() || null })) onClose();
  };
  return (
    <FormDialog
      title={on ? t("frame.autopilotStop") : t("frame.autopilotStart")} submit={on ? t("frame.switchOff") : t("frame.switchOn")} onClose={onClose}
      onSubmit={() => void change()} busy={busy} refused={refused} then={on ? t("frame.autopilotStopThen") : t("frame.autopilotStartThen")}
    >
      <TextField label={t("frame.autopilotReason")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
    </FormDialog>
  );
}
