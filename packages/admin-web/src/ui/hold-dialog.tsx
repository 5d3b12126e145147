import { useQuery } from "@apollo/client/react";
import { parsePromiseDay } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LiftHoldDocument, OwnersToChooseDocument, PlaceHoldDocument } from "../graphql/graphql";
import { useAct } from "../lib/act";
import { useFormat } from "../lib/format";
import { useWords } from "../lib/words";
import { FormDialog } from "./dialog";
import { Choice, DayField, TextField } from "./field";
import { useSay } from "./toast";

const KINDS = ["pause", "never", "hardship", "paid-claim"] as const;

interface HoldDialogProps {
  debtorId: string;
  caseId?: string | null;
  invoices: readonly { id: string; number: string }[];
  onClose: () => void;
}

/** Reminding waits: for one invoice, this case or everything of the debtor, with a reason, an end, a review and somebody who looks after it. */
export function HoldDialog({ debtorId, caseId, invoices, onClose }: HoldDialogProps) {
  const { t } = useTranslation();
  const { today, day, language } = useFormat();
  const word = useWords();
  const say = useSay();
  const owners = useQuery(OwnersToChooseDocument);
  const [form, setForm] = useState({ kind: "pause", about: "debtor", stops: "everything", reason: "", until: "+14", review: "", ownerId: "" });
  const [tried, setTried] = useState(false);
  const place = useAct(PlaceHoldDocument);
  const lift = useAct(LiftHoldDocument);
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const forGood = form.kind === "never";
  const until = forGood ? null : parsePromiseDay(form.until, today, language);
  const openEnd = forGood || form.until.trim() === "";
  const review = parsePromiseDay(form.review, today, language);
  const unreadable = !openEnd && !until;
  const save = async () => {
    setTried(true);
    if (form.reason.trim() === "" || unreadable || (form.review.trim() !== "" && !review)) return;
    const subject = form.about === "debtor" ? { debtorId } : form.about === "case" ? { caseId: caseId ?? null } : { invoiceId: form.about };
    const done = await place.run({ ...subject, kind: form.kind, stops: form.stops, reason: form.reason.trim(), until, reviewOn: review, ownerId: form.ownerId || null });
    if (!done) return;
    onClose();
    say.done(t("holds.placed"), () => lift.run({ id: done.placeHold.id, reason: t("holds.mistake") }));
  };
  return (
    <FormDialog
      title={t("holds.title")} onClose={onClose} submit={t("holds.place")} onSubmit={() => void save()} busy={place.busy} refused={place.refused} act="work"
      then={form.stops === "reminders" ? t("holds.placeThenReminders") : until ? t("holds.placeThen", { day: day(until) }) : t("holds.placeThenOpen")}
    >
      <TextField label={t("holds.reason")} value={form.reason} maxLength={300} onChange={(event) => set({ reason: event.currentTarget.value })} data-autofocus fault={tried && form.reason.trim() === "" ? t("holds.reasonMissing") : null} />
      <Choice label={t("holds.kind")} value={form.kind} onChange={(event) => set({ kind: event.currentTarget.value })} data={KINDS.map((value) => ({ value, label: word("holdKinds", value) }))} />
      <Choice
        label={t("holds.scope")} value={form.about} onChange={(event) => set({ about: event.currentTarget.value })}
        data={[
          { value: "debtor", label: t("holds.everything") }, ...(caseId ? [{ value: "case", label: t("holds.onlyCase") }] : []),
          ...invoices.map(({ id, number }) => ({ value: id, label: t("holds.onlyInvoice", { number }) })),
        ]}
      />
      <Choice
        label={t("holds.stops")} value={form.stops} onChange={(event) => set({ stops: event.currentTarget.value })}
        data={[{ value: "everything", label: t("holds.stopsEverything") }, { value: "reminders", label: t("holds.stopsReminders") }]}
      />
      {!forGood && <DayField label={t("holds.untilLabel")} text={form.until} onText={(text) => set({ until: text })} hint={t("holds.untilHint")} fault={unreadable ? t("field.dayUnreadable") : null} />}
      <DayField label={t("holds.reviewLabel")} text={form.review} onText={(text) => set({ review: text })} hint={t("holds.reviewHint")} fault={form.review.trim() !== "" && !review ? t("field.dayUnreadable") : null} />
      <Choice
        label={t("holds.owner")} value={form.ownerId} onChange={(event) => set({ ownerId: event.currentTarget.value })}
        data={[{ value: "", label: t("holds.noOwner") }, ...(owners.data?.staff ?? []).filter(({ active, role }) => active && role !== "viewer").map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </FormDialog>
  );
}
