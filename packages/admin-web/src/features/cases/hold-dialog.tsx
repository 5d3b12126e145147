import { parsePromiseDay } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LiftHoldDocument, PlaceHoldDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { FormDialog } from "../../ui/dialog";
import { Choice, DayField, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";
import type { CaseFacts } from "./case-page";

const KINDS = ["pause", "hardship", "paid-claim"] as const;

/** Reminding waits: for one invoice or for everything of the debtor, with a reason and an end. */
export function HoldDialog({ found, onClose }: { found: CaseFacts; onClose: () => void }) {
  const { t } = useTranslation();
  const { today, day, language } = useFormat();
  const word = useWords();
  const say = useSay();
  const [kind, setKind] = useState<string>("pause");
  const [invoiceId, setInvoiceId] = useState("");
  const [reason, setReason] = useState("");
  const [untilText, setUntil] = useState("+14");
  const [tried, setTried] = useState(false);
  const place = useAct(PlaceHoldDocument);
  const lift = useAct(LiftHoldDocument);
  const until = parsePromiseDay(untilText, today, language);
  const openEnd = untilText.trim() === "";
  const save = async () => {
    setTried(true);
    if (reason.trim() === "" || (!openEnd && !until)) return;
    const done = await place.run({ ...(invoiceId ? { invoiceId } : { debtorId: found.debtor.id }), kind, reason: reason.trim(), until: openEnd ? null : until });
    if (!done) return;
    onClose();
    say.done(t("holds.placed"), () => lift.run({ id: done.placeHold.id, reason: t("toast.undo") }));
  };
  return (
    <FormDialog
      title={t("holds.title")} onClose={onClose} submit={t("holds.place")} onSubmit={() => void save()} busy={place.busy} refused={place.refused}
      then={until ? t("holds.placeThen", { day: day(until) }) : t("holds.placeThenOpen")}
    >
      <Choice label={t("holds.kind")} value={kind} onChange={(event) => setKind(event.currentTarget.value)} data={KINDS.map((value) => ({ value, label: word("holdKinds", value) }))} />
      <Choice
        label={t("holds.scope")} value={invoiceId} onChange={(event) => setInvoiceId(event.currentTarget.value)}
        data={[{ value: "", label: t("holds.everything") }, ...found.invoices.map(({ invoice }) => ({ value: invoice.id, label: t("holds.onlyInvoice", { number: invoice.number }) }))]}
      />
      <TextField label={t("holds.reason")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus fault={tried && reason.trim() === "" ? t("holds.reasonMissing") : null} />
      <DayField label={t("holds.untilLabel")} text={untilText} onText={setUntil} hint={t("holds.untilHint")} fault={!openEnd && !until ? t("field.dayUnreadable") : null} />
    </FormDialog>
  );
}
