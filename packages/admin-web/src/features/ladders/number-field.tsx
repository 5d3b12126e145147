import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/field";

interface NumberFieldProps {
  label: string;
  value: number | undefined;
  /** Undefined when the field was emptied, which only an optional one may be. */
  onValue: (value: number | undefined) => void;
  optional?: boolean;
  hint?: string;
}

/** A whole number, also one below nothing, read while it is typed. What can't be read is kept in the field and changes nothing. */
export function NumberField({ label, value, onValue, optional = false, hint }: NumberFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value === undefined ? "" : String(value));
  useEffect(() => {
    setTyped((before) => (read(before) === value ? before : value === undefined ? "" : String(value)));
  }, [value]);
  const wrong = typed.trim() === "" ? !optional : read(typed) === undefined;
  const change = (text: string) => {
    setTyped(text);
    const number = read(text);
    if (number !== undefined || (optional && text.trim() === "")) onValue(number);
  };
  return (
    <TextField
      label={label} value={typed} inputMode="numeric" {...(hint ? { description: hint } : {})} onChange={(event) => change(event.currentTarget.value)}
      fault={wrong ? t("ladder.wholeNumber") : null}
    />
  );
}

function read(text: string): number | undefined {
  const tidy = text.trim().replace("−", "-").replace("+", "");
  return /^-?\d{1,4}$/.test(tidy) ? Number(tidy) : undefined;
}
