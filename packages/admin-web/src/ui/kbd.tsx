import "./kbd.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { onMac } from "../lib/keys";
import { Shape } from "./shape";

/** A key as it stands on the keyboard: "j", "mod+k" (Ctrl, or ⌘ on a Mac), "enter", "space", "esc". */
export function Kbd({ keys }: { keys: string }) {
  const { t } = useTranslation();
  const parts = (keys === "+" ? [keys] : keys.split("+")).map((key) => {
    if (key === "mod") return onMac ? <Shape key="mod" name="command" size={10} /> : t("keys.ctrl");
    if (key === "enter") return t("keys.enter");
    if (key === "space") return t("keys.space");
    if (key === "esc") return "Esc";
    if (key === "alt") return "Alt";
    return key.length === 1 ? key.toUpperCase() : key;
  });
  return <kbd aria-hidden="true">{parts.map((part, index) => <span key={index}>{part}</span>)}</kbd>;
}

/** The quiet line of keys at the foot or head of a pane. */
export function KeyHints({ hints }: { hints: readonly { keys: readonly string[]; does: ReactNode }[] }) {
  return (
    <span className="keys">
      {hints.map(({ keys, does }) => (
        <span key={keys.join()}>{keys.map((key) => <Kbd key={key} keys={key} />)}{does}</span>
      ))}
    </span>
  );
}
