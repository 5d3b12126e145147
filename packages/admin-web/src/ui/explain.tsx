import "./explain.css";
import { Popover } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "./kbd";

interface ExplainProps {
  title: string;
  /** What can be opened: an amount or a word. It gets a dotted underline. */
  target: ReactNode;
  children: ReactNode;
  /** The article of law and the day from which it counts. */
  law?: ReactNode;
  width?: number;
}

/** Explains one amount: what it is made of, and which article says so. Esc closes it and the focus returns to the amount. */
export function Explain({ title, target, children, law, width = 440 }: ExplainProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} width={width} withArrow arrowSize={12} trapFocus returnFocus transitionProps={{ duration: 0 }} middlewares={{ flip: true, shift: { padding: 12 } }}>
      <Popover.Target>
        <button type="button" className="explain-target" onClick={() => setOpen(!open)}>{target}</button>
      </Popover.Target>
      <Popover.Dropdown className="explain" aria-label={title} style={{ maxWidth: "calc(100vw - 24px)" }}>
        <div className="explain-head">
          <b>{title}</b>
          <button type="button" onClick={() => setOpen(false)} aria-label={t("dialog.close")}><Kbd keys="esc" /></button>
        </div>
        <div className="explain-scroll">{children}</div>
        {law && <p className="explain-law">{law}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
