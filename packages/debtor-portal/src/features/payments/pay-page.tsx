import { useState, type FormEvent } from "react";
import { sum, type Cents } from "@tegemoet/domain";
import { StartPaymentDocument, type StartPaymentMutationVariables } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { useFormats, payableCents, usePagePortal } from "../../lib/portal";
import { readAmount } from "../../lib/read-input";
import { useAct } from "../../lib/use-act";
import { Sum } from "../../ui/bill";
import { MoneyField, Picks, Submit, type Option } from "../../ui/fields";
import { Page } from "../../ui/page";
import { leaveForBank } from "./leave-for-bank";
import { Transfer } from "./transfer";

/** Above so many open invoices they are chosen from a list instead of one by one. */
const FEW = 3;

/** Choosing what to pay, then on to the bank. "Alles" is chosen beforehand, or the instalment that is due. */
export function PayPage() {
  const { texts, overview, creditor } = usePagePortal();
  const { money } = useFormats();
  const act = useAct();
  const words = texts.payments.pay;
  const options = useOptions();
  const [chosen, setChosen] = useState(options[0]?.value ?? "all");
  const [several, setSeveral] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const [down, setDown] = useState(false);
  const open = overview.invoices.filter(({ openCents }) => openCents > 0);
  const most = payableCents(overview);
  if (most <= 0) return <Page title={words.title}><p>{words.nothing}</p></Page>;

  const amount = amountOf(chosen, several, typed, options, open);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { field } = texts.errors;
    act.submit([
      chosen === "several" && several.length === 0 && { field: "invoices", text: field.invoice },
      chosen === "other" && amount === undefined && { field: "amount", text: field.amount },
      chosen === "other" && amount === 0 && { field: "amount", text: field.amountLow },
      chosen === "other" && amount !== undefined && amount > most && { field: "amount", text: field.amountHigh(money(most)) },
    ], async () => {
      const variables = variablesOf(chosen, several, amount ?? 0, open);
      leaveForBank((await ask(StartPaymentDocument, variables)).startPayment, variables);
    }, (refused) => {
      setDown(refused.code === "PAYMENT_PROVIDER_DOWN");
      return undefined;
    });
  };

  return (
    <Page title={words.title} act={act} ways="pay">
      {down && <Transfer cents={amount ?? most} open />}
      <form className="flow" onSubmit={submit} noValidate>
        <Picks id="what" legend={words.title} hideLegend options={options} chosen={chosen} onChoose={setChosen}>
          {chosen === "several" && (
            <Picks id="invoices" legend={words.chosenLegend} error={act.faultOf("invoices")} chosen={several}
              options={open.map(({ id, number, description, openCents }) => ({ value: id, name: texts.overview.invoice(number), hint: description, side: money(openCents) }))}
              onChoose={(id) => setSeveral(several.includes(id) ? several.filter((other) => other !== id) : [...several, id])} />
          )}
          {chosen === "other" && (
            <MoneyField id="amount" label={words.otherLabel} hint={words.otherHint} error={act.faultOf("amount")} value={typed} onChange={setTyped} />
          )}
        </Picks>
        <Sum name={words.now} cents={amount ?? 0} live />
        <p><Submit busy={act.busy}>{words.button}</Submit></p>
        <p className="soft">{words.after(creditor.name)}</p>
      </form>
      {!down && (
        <section className="gap" aria-labelledby="other-way">
          <h2 id="other-way">{texts.payments.transfer.otherWay}</h2>
          <Transfer cents={amount && amount > 0 ? amount : most} />
        </section>
      )}
    </Page>
  );
}

interface PayOption extends Option {
  readonly cents?: Cents;
}

/** All, the instalment now due, one invoice when there are few or some of many, and another amount. */
function useOptions(): PayOption[] {
  const { texts, overview } = usePagePortal();
  const { money, day } = useFormats();
  const words = texts.payments.pay;
  const { plan, invoices } = overview;
  const payable = payableCents(overview);
  const open = invoices.filter(({ openCents }) => openCents > 0);
  const all = { value: "all", name: words.all, side: money(payable), cents: payable };
  const term = plan?.nextCents && plan.nextOn && (plan.state === "running" || plan.state === "behind")
    ? [{ value: "instalment", name: words.instalment(day(plan.nextOn)), side: money(plan.nextCents), cents: plan.nextCents }] : [];
  const single = open.length > 1 && open.length <= FEW
    ? open.map(({ id, number, description, openCents }) => ({ value: `one:${id}`, name: words.only(number), hint: description, side: money(openCents), cents: openCents })) : [];
  const several = open.length > FEW ? [{ value: "several", name: words.chosen }] : [];
  return [...term, all, ...single, ...several, { value: "other", name: words.other }];
}

function amountOf(
  chosen: string, several: readonly string[], typed: string, options: readonly PayOption[], open: readonly { id: string; openCents: Cents }[],
): Cents | undefined {
  if (chosen === "other") return readAmount(typed);
  if (chosen === "several") return sum(open.filter(({ id }) => several.includes(id)).map(({ openCents }) => openCents));
  return options.find(({ value }) => value === chosen)?.cents;
}

/** What is paid is always named: before the check the page may know fewer invoices than there are. */
function variablesOf(chosen: string, several: readonly string[], amountCents: Cents, open: readonly { id: string }[]): StartPaymentMutationVariables {
  if (chosen === "instalment") return { instalment: true };
  if (chosen === "several") return { invoiceIds: [...several] };
  const all = open.map(({ id }) => id);
  if (chosen === "other") return { invoiceIds: all, amountCents };
  return chosen === "all" ? { invoiceIds: all } : { invoiceIds: [chosen.slice("one:".length)] };
}
