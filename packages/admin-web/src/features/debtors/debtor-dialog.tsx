import { useState } from "react";
import { useTranslation } from "react-i18next";
import { UpdateDebtorDocument, type DebtorKind, type Language } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { FormDialog } from "../../ui/dialog";
import { Choice, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";
import type { DebtorFacts } from "./debtor-page";

const KINDS: readonly DebtorKind[] = ["consumer", "naturalPersonInBusiness", "legalPerson", "unknown"];

/** Changes who and where a debtor is. A mended address lets waiting reminders go on. */
export function DebtorDialog({ debtor, onClose }: { debtor: DebtorFacts["debtor"]; onClose: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const say = useSay();
  const { phone } = useFormat();
  const [form, setForm] = useState({
    name: debtor.name, kind: debtor.kind, email: debtor.email ?? "", phone: (phone(debtor.phone) ?? "").replaceAll("\u00a0", " "), language: debtor.language,
    street: debtor.address.street ?? "", houseNumber: debtor.address.houseNumber ?? "", postalCode: debtor.address.postalCode ?? "", city: debtor.address.city ?? "",
  });
  const [term, setTerm] = useState(debtor.agreedTermDays === null ? "" : String(debtor.agreedTermDays));
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(UpdateDebtorDocument);
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const mailFault = form.email !== "" && !/^\S+@\S+\.\S+$/.test(form.email);
  const termFault = term.trim() !== "" && (!/^\d{1,3}$/.test(term.trim()) || Number(term) < 1 || Number(term) > 365);
  const save = async () => {
    setTried(true);
    if (form.name.trim() === "" || mailFault || termFault) return;
    const filled = Object.fromEntries(Object.entries(form).map(([key, value]) => [key, value.trim() === "" ? null : value.trim()])) as { [Key in keyof typeof form]: string | null };
    if (!(await run({ ...filled, kind: form.kind, language: form.language, agreedTermDays: Number(term.trim() || 0), id: debtor.id }))) return;
    onClose();
    say.done(t("debtors.saved"));
  };
  const text = (key: "phone" | "street" | "houseNumber" | "postalCode" | "city", label: string) => <TextField label={label} value={form[key]} onChange={(event) => set({ [key]: event.currentTarget.value })} />;
  return (
    <FormDialog title={t("debtors.editTitle", { name: debtor.name })} onClose={onClose} submit={t("debtors.save")} onSubmit={() => void save()} busy={busy} refused={refused} act="work" then={t("debtors.saveThen")}>
      <TextField label={t("columns.name")} value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} data-autofocus fault={tried && form.name.trim() === "" ? t("debtors.nameMissing") : null} />
      <Choice label={t("debtors.kind")} description={t("debtors.kindHint")} value={form.kind} onChange={(event) => set({ kind: event.currentTarget.value as DebtorKind })} data={KINDS.map((kind) => ({ value: kind, label: word("debtorKinds", kind) }))} />
      <TextField label={t("debtors.email")} type="email" value={form.email} onChange={(event) => set({ email: event.currentTarget.value })} fault={tried && mailFault ? t("field.mailUnreadable") : null} />
      {text("phone", t("debtors.phone"))}
      {text("street", t("debtors.street"))}
      {text("houseNumber", t("debtors.houseNumber"))}
      {text("postalCode", t("debtors.postalCode"))}
      {text("city", t("columns.city"))}
      <TextField label={t("debtors.agreedTerm")} description={t("debtors.agreedTermHint")} inputMode="numeric" value={term} onChange={(event) => setTerm(event.currentTarget.value)} fault={tried && termFault ? t("debtors.agreedTermUnreadable") : null} />
      <Choice label={t("debtors.language")} value={form.language} onChange={(event) => set({ language: event.currentTarget.value as Language })} data={[{ value: "nl", label: t("ladders.languageWords.nl") }, { value: "en", label: t("ladders.languageWords.en") }]} />
    </FormDialog>
  );
}
