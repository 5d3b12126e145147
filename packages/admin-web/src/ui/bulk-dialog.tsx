import { useQuery } from "@apollo/client/react";
import { parsePromiseDay } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { LaddersToChooseDocument, OwnersToChooseDocument, PrepareBulkActionDocument, type BulkActionInput } from "../graphql/graphql";
import { useAct } from "../lib/act";
import { parseAmount } from "../lib/amount-input";
import { useFormat } from "../lib/format";
import { useMay } from "../lib/may";
import type { BulkFilter, BulkList } from "./bulk-bar";
import { FormDialog } from "./dialog";
import { AmountField, Choice, DayField, TextField } from "./field";

/** What can be done with many of each list, as the server has it. */
const ACTS = {
  cases: ["pause", "lift", "assign", "postpone", "skip"],
  invoices: ["pause", "lift", "postpone", "skip", "write-off"],
  debtors: ["pause", "lift", "choose-ladder"],
} as const satisfies Record<BulkList, readonly string[]>;
type Act = (typeof ACTS)[BulkList][number];

/** A key that nobody else has. `randomUUID` is only there on a secure address; these numbers are there everywhere. */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

interface BulkDialogProps {
  list: BulkList;
  count: number;
  cents: number;
  chosen: BulkFilter | Pick<BulkActionInput, "rows">;
  onClose: () => void;
}

/** Which act, and what it asks. It does nothing yet: the next page shows what would happen to each row. */
export function BulkDialog({ list, count, cents, chosen, onClose }: BulkDialogProps) {
  const { t } = useTranslation();
  const { today, money, number, language } = useFormat();
  const navigate = useNavigate();
  const owners = useQuery(OwnersToChooseDocument, { skip: list !== "cases" });
  const ladders = useQuery(LaddersToChooseDocument, { skip: list !== "debtors" });
  const mayLadder = useMay("ladders").may;
  const mayWriteOff = useMay("writeOff").may;
  // One key for what is filled in: a second press, or an answer that got lost, is the same action.
  const [key, setKey] = useState(newKey);
  const [form, setForm] = useState({ act: "pause" as Act, reason: "", until: "", stops: "everything", ownerId: "", ladderId: "", maximum: "" });
  const [tried, setTried] = useState(false);
  const prepare = useAct(PrepareBulkActionDocument);
  const set = (part: Partial<typeof form>) => {
    setForm((before) => ({ ...before, ...part }));
    setKey(newKey());
  };
  const { act } = form;
  const until = parsePromiseDay(form.until, today, language);
  const needsDay = act === "postpone" || (act === "pause" && form.until.trim() !== "");
  const maximumCents = parseAmount(form.maximum);
  const missing = form.reason.trim() === "" || (needsDay && !until) || (act === "write-off" && maximumCents === null);
  const acts = ACTS[list].filter((one) => (one === "choose-ladder" ? mayLadder : one === "write-off" ? mayWriteOff : true));
  const look = async () => {
    setTried(true);
    if (missing) return;
    const done = await prepare.run({
      input: {
        key, list, act, ...chosen, reason: form.reason.trim(), until: needsDay ? until : null, stops: act === "pause" ? form.stops : null,
        ownerId: act === "assign" ? form.ownerId || null : null, ladderId: act === "choose-ladder" ? form.ladderId || null : null, maximumCents: act === "write-off" ? maximumCents : null,
      },
    });
    if (done) navigate(`/bulk/${done.prepareBulkAction.id}`);
  };
  return (
    <FormDialog title={t("bulk.title", { count, shown: number(count), sum: money(cents) })} onClose={onClose} submit={t("bulk.look")} onSubmit={() => void look()} busy={prepare.busy} refused={prepare.refused} act="work" then={t("bulk.lookThen")}>
      <Choice label={t("bulk.what")} value={act} onChange={(event) => set({ act: event.currentTarget.value as Act })} data={acts.map((value) => ({ value, label: t(`bulk.acts.${value}`) }))} data-autofocus />
      {act === "pause" && (
        <>
          <DayField label={t("holds.untilLabel")} text={form.until} onText={(text) => set({ until: text })} hint={t("holds.untilHint")} fault={needsDay && !until ? t("field.dayUnreadable") : null} />
          <Choice label={t("holds.stops")} value={form.stops} onChange={(event) => set({ stops: event.currentTarget.value })} data={[{ value: "everything", label: t("holds.stopsEverything") }, { value: "reminders", label: t("holds.stopsReminders") }]} />
        </>
      )}
      {act === "postpone" && <DayField label={t("step.until")} text={form.until} onText={(text) => set({ until: text })} fault={tried && !until ? t("field.dayUnreadable") : null} />}
      {act === "assign" && (
        <Choice
          label={t("holds.owner")} value={form.ownerId} onChange={(event) => set({ ownerId: event.currentTarget.value })}
          data={[{ value: "", label: t("holds.noOwner") }, ...(owners.data?.staff ?? []).filter(({ active, role }) => active && role !== "viewer").map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {act === "choose-ladder" && (
        <Choice
          label={t("ladderOf.begins")} value={form.ladderId} onChange={(event) => set({ ladderId: event.currentTarget.value })}
          data={[{ value: "", label: t("ladderOf.follow") }, ...(ladders.data?.ladders ?? []).filter(({ archivedAt, inForce }) => archivedAt === null && inForce !== null).map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {act === "write-off" && <AmountField label={t("bulk.maximum")} text={form.maximum} onText={(text) => set({ maximum: text })} hint={t("bulk.maximumHint")} fault={tried && maximumCents === null ? t("bulk.maximumMissing") : null} />}
      <TextField label={t("holds.reason")} value={form.reason} maxLength={300} onChange={(event) => set({ reason: event.currentTarget.value })} fault={tried && form.reason.trim() === "" ? t("holds.reasonMissing") : null} />
      <p className="hint">{t(`bulk.effects.${act}`)}</p>
    </FormDialog>
  );
}
