import { Modal } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Fault } from "./field";
import type { Act } from "../lib/may";

interface DialogProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  size?: number;
}

/** Something asked above the page. Esc closes it, the focus stays inside and goes back to where it was. */
export function Dialog({ title, onClose, children, size = 480 }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ "aria-label": t("dialog.close") }}>
      {children}
    </Modal>
  );
}

interface FormDialogProps extends DialogProps {
  /** The verb and its outcome. */
  submit: string;
  onSubmit: () => void;
  busy?: boolean;
  refused?: string | null;
  /** What will happen when it is pressed. */
  then?: ReactNode;
  act?: Act;
  brake?: boolean;
}

/** A dialog with a form: fields, what went wrong, the act that ends it, and under it what will happen. */
export function FormDialog({ submit, onSubmit, busy, refused, then, act, brake, children, ...rest }: FormDialogProps) {
  const { t } = useTranslation();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <Dialog {...rest}>
      <form className="stack" onSubmit={send} noValidate>
        {children}
        {refused && <Fault>{refused}</Fault>}
        <div className="dialog-foot">
          <Button look="text" size="end" onClick={rest.onClose}>{t("dialog.cancel")}</Button>
          <Button type="submit" look={brake ? "brake-filled" : "filled"} size="end" {...(busy === undefined ? {} : { busy })} {...(act ? { act } : {})}>{submit}</Button>
        </div>
        {then && <p className="hint">{then}</p>}
      </form>
    </Dialog>
  );
}
