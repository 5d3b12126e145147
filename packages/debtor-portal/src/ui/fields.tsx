import type { InputHTMLAttributes, ReactNode } from "react";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly children: (attributes: { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined }) => ReactNode;
}

/** A question with its label, hint and, when something is wrong, the sentence that says what to do. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={`q${error ? " has-err" : ""}`}>
      <label htmlFor={id}>{label}</label>
      {hint && <span className="hint" id={`${id}-hint`}>{hint}</span>}
      {error && <span className="err" id={`${id}-error`}>{error}</span>}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
    </div>
  );
}

type TextProps = Omit<FieldProps, "children"> & Pick<InputHTMLAttributes<HTMLInputElement>, "autoComplete" | "inputMode" | "min" | "max" | "maxLength"> & {
  readonly type?: "text" | "tel" | "email" | "date";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wide?: boolean;
};

/** A line of text, a phone number, a mail address or a day, in the control that the phone knows. */
export function TextField({ id, label, hint, error, value, onChange, type = "text", wide, ...rest }: TextProps) {
  return (
    <Field {...{ id, label, hint, error }}>
      {(attributes) => (
        <input {...attributes} {...rest} type={type} name={id} value={value} className={wide ? "wide" : undefined}
          onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** An amount in euros, typed as people type it. */
export function MoneyField({ id, label, hint, error, value, onChange, after }: Omit<TextProps, "type"> & { readonly after?: string }) {
  return (
    <Field {...{ id, label, hint, error }}>
      {(attributes) => (
        <span className="euro">
          € <input {...attributes} type="text" inputMode="decimal" autoComplete="off" name={id} value={value} maxLength={14}
            onChange={(event) => onChange(event.target.value)} /> {after}
        </span>
      )}
    </Field>
  );
}

export function TextArea({ id, label, hint, error, value, onChange }: Omit<TextProps, "type">) {
  return (
    <Field {...{ id, label, hint, error }}>
      {(attributes) => <textarea {...attributes} name={id} value={value} maxLength={1000} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly name: ReactNode;
  readonly hint?: ReactNode;
  readonly side?: ReactNode;
}

interface PicksProps {
  readonly id: string;
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly Option[];
  readonly chosen: string | readonly string[];
  readonly onChoose: (value: string) => void;
  /** What opens under the rows when its choice is made. */
  readonly children?: ReactNode;
}

/** A choice: native radios, or checkboxes when more may be chosen, in rows that are label all over. */
export function Picks({ id, legend, hideLegend = false, hint, error, options, chosen, onChoose, children }: PicksProps) {
  const many = typeof chosen !== "string";
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className={`q${error ? " has-err" : ""}`} aria-describedby={described || undefined}>
      <legend className={hideLegend ? "hide" : "h"}>{legend}</legend>
      {hint && <span className="hint" id={`${id}-hint`}>{hint}</span>}
      {error && <span className="err" id={`${id}-error`}>{error}</span>}
      {options.map(({ value, name, hint: small, side }, index) => {
        const on = many ? chosen.includes(value) : chosen === value;
        return (
          <label key={value} className={on ? "pick chosen" : "pick"}>
            <input type={many ? "checkbox" : "radio"} name={id} id={index === 0 ? id : `${id}-${value}`} value={value} checked={on}
              onChange={() => onChoose(value)} />
            <span>{name}{small && <small>{small}</small>}</span>
            {side && <b className="money">{side}</b>}
          </label>
        );
      })}
      {children && <div className="sub">{children}</div>}
    </fieldset>
  );
}

/** The one filled button of a page. Never disabled: pressing it says what is missing. */
export function Submit({ busy, children }: { busy: boolean; children: ReactNode }) {
  return <button className="btn" type="submit" aria-busy={busy || undefined}>{children}</button>;
}
