import "./field.css";
import { NativeSelect, Textarea, TextInput, type NativeSelectProps, type TextareaProps, type TextInputProps } from "@mantine/core";
import { parsePromiseDay } from "@tegemoet/domain";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { amountForField, parseAmount } from "../lib/amount-input";
import { useFormat } from "../lib/format";
import { Shape } from "./shape";

/** A fault: a triangle and a sentence that says what to do, under the field. */
export function Fault({ children, id }: { children: ReactNode; id?: string }) {
  return <span className="fault" id={id} role="alert"><Shape name="caution" size={13} /><span>{children}</span></span>;
}

type WithFault<Props> = Omit<Props, "error"> & { fault?: string | null | undefined };

/** One line of text with its label above, its hint and fault below. */
export function TextField({ fault, ...rest }: WithFault<TextInputProps>) {
  return <TextInput {...rest} error={fault ? <Fault>{fault}</Fault> : undefined} />;
}

/** Several lines of text. */
export function TextArea({ fault, ...rest }: WithFault<TextareaProps>) {
  return <Textarea rows={3} {...rest} error={fault ? <Fault>{fault}</Fault> : undefined} />;
}

/** A choice from a list, the browser's own. */
export function Choice({ fault, ...rest }: WithFault<NativeSelectProps>) {
  return <NativeSelect {...rest} error={fault ? <Fault>{fault}</Fault> : undefined} />;
}

interface ReadFieldProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** What was understood of it, shown in the field. */
  read: string | null;
  hint?: string | undefined;
  fault?: string | null | undefined;
  right?: boolean;
  before?: string;
  placeholder?: string;
  inputMode?: "decimal" | "text";
  autoFocus?: boolean;
}

function ReadField({ label, text, onText, read, hint, fault, right, before, placeholder, inputMode, autoFocus }: ReadFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className={right ? "read-field right" : "read-field"} data-fault={fault ? true : undefined}>
        {before && <span className="third" aria-hidden="true">{before}</span>}
        <input
          id={id} value={text} onChange={(event) => onText(event.target.value)} inputMode={inputMode} placeholder={placeholder} autoComplete="off"
          // Set only on the first field of a form that somebody just opened.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={autoFocus} aria-invalid={fault ? true : undefined} aria-describedby={`${id}-read${fault ? ` ${id}-fault` : ""}`}
        />
        <b id={`${id}-read`} aria-live="polite">{read}</b>
      </span>
      {hint && <span className="hint">{hint}</span>}
      {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
    </div>
  );
}

type TypedField = Pick<ReadFieldProps, "label" | "text" | "onText" | "hint" | "fault" | "autoFocus">;

/** An amount, typed as people type it and read back as it will be kept. {@link parseAmount} gives its cents. */
export function AmountField(props: TypedField) {
  const { money, language } = useFormat();
  const cents = parseAmount(props.text);
  const asKept = cents !== null && props.text.trim() === amountForField(cents, language);
  return <ReadField {...props} right inputMode="decimal" before="€" read={cents === null || asKept ? null : money(cents)} />;
}

/** A day, typed as "vr", "+7" or "27-11" and read back with its weekday. `parsePromiseDay` gives the day. */
export function DayField(props: TypedField) {
  const { t } = useTranslation();
  const { day, today, language } = useFormat();
  const value = parsePromiseDay(props.text, today, language);
  return <ReadField hint={t("field.dayHint")} {...props} read={value === null ? null : day(value)} />;
}

/** A few choices of which one holds: native radio buttons in rows that are label all over. */
export function OptionList<Value extends string>({ label, name, options, value, onChoose }: {
  label: string; name: string; options: readonly { value: Value; label: ReactNode; keys?: ReactNode }[]; value: Value | null; onChoose: (value: Value) => void;
}) {
  return (
    <fieldset className="field">
      <legend className="label small second">{label}</legend>
      <div className="option-list">
        {options.map((option) => (
          <label className="option" key={option.value}>
            <input type="radio" name={name} checked={value === option.value} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
            {option.keys}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
