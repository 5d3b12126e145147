import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Act } from "../lib/may";
import { FormDialog } from "./dialog";
import { TextField } from "./field";

interface ReasonDialogProps {
  title: string;
  label: string;
  submit: string;
  onReason: (reason: string) => void | Promise<void>;
  onClose: () => void;
  busy?: boolean;
  refused?: string | null;
  then?: ReactNode;
  act?: Act;
  brake?: boolean;
  /** More fields, above the reason. */
  children?: ReactNode;
}

/** Asks why, and does it only with an answer: the reason stands on the timeline and in the audit trail. */
export function ReasonDialog({ label, onReason, children, ...rest }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim() !== "") void onReason(reason.trim());
  };
  return (
    <FormDialog {...rest} onSubmit={send}>
      {children}
      <TextField label={label} value={reason} maxLength={300} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus fault={tried && reason.trim() === "" ? t("holds.reasonMissing") : null} />
    </FormDialog>
  );
}
