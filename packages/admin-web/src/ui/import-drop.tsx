import "./import-drop.css";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { sendFiles } from "../lib/send-files";
import { errorText } from "../lib/refusal";
import { useMay } from "../lib/may";
import { watchImport } from "../lib/watched-imports";
import { Button } from "./button";
import { Fault } from "./field";

interface FileDropProps {
  kind: "invoices" | "bank";
  accept: string;
  compact?: boolean;
  children: ReactNode;
  /** The import runs on; its id is for asking how far it is. */
  onStarted: (importId: string) => void;
}

/** A place to drop files or to choose them. The work starts at once and goes on when you leave the page. */
export function FileDrop({ kind, accept, compact = false, children, onStarted }: FileDropProps) {
  const { t } = useTranslation();
  const { may } = useMay("work");
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (files: FileList | null) => {
    if (!files || files.length === 0 || !may || busy) return;
    setBusy(true);
    setFault(null);
    try {
      const id = await sendFiles(kind, [...files]);
      watchImport({ id, kind });
      onStarted(id);
    } catch (error) {
      setFault(errorText(error));
    } finally {
      setBusy(false);
      if (picker.current) picker.current.value = "";
    }
  };
  return (
    <>
      {/* Dropping is a shortcut for the mouse; the button beside it does the same for everybody. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={compact ? "drop compact" : "drop"} data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send(event.dataTransfer.files);
        }}
      >
        <p>{children}</p>
        <input ref={picker} type="file" multiple accept={accept} className="unseen" tabIndex={-1} aria-label={t("imports.choose")} onChange={(event) => void send(event.target.files)} />
        <Button shape="plus" act="work" busy={busy} onClick={() => picker.current?.click()}>{busy ? t("imports.sending") : t("imports.choose")}</Button>
      </div>
      {fault && <Fault>{fault}</Fault>}
    </>
  );
}
