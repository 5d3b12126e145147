import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { HandToPrintServiceDocument, LettersDocument, MakeLetterBatchDocument, SetLettersByHandDocument, type LettersQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { dayOf, useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { DataTable } from "../../ui/data-table";
import { Fault } from "../../ui/field";
import { useSay } from "../../ui/toast";
import { Empty, View } from "../../ui/view-state";
import { Batches } from "./letter-batches";

type Letters = LettersQuery["letters"];

/** Letters by post: those to print, what was printed, and who prints. */
export function LettersPart() {
  const asked = useQuery(LettersDocument, { pollInterval: 30_000 });
  return <View asked={asked}>{({ letters }) => <><WhoPrints letters={letters} />{letters.byHand && <ToPrint letters={letters} />}<Batches batches={letters.batches} /></>}</View>;
}

function WhoPrints({ letters: { byHand, printService } }: { letters: Letters }) {
  const { t } = useTranslation();
  const { run, busy, refused } = useAct(SetLettersByHandDocument);
  return (
    <div className="row" style={{ padding: "12px 0" }}>
      <p className="reading">{!printService ? t("letters.noService") : byHand ? t("letters.byHand") : t("letters.byService")}</p>
      {printService && <Button size="row" act="setLettersByHand" busy={busy} onClick={() => void run({ byHand: !byHand })}>{byHand ? t("letters.letService") : t("letters.printOurselves")}</Button>}
      {refused && <Fault>{refused}</Fault>}
    </div>
  );
}

function ToPrint({ letters: { waiting, printService } }: { letters: Letters }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  const say = useSay();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const make = useAct(MakeLetterBatchDocument);
  const hand = useAct(HandToPrintServiceDocument);
  const ids = waiting.map(({ id }) => id).filter((id) => chosen.has(id));
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const print = async () => {
    const made = (await make.run({ ids }))?.makeLetterBatch;
    if (!made) return;
    setChosen(new Set());
    say.done([made.printed > 0 ? t("letters.made", { count: made.printed }) : t("letters.madeNone"), made.printed > 0 && made.left > 0 ? t("letters.left", { count: made.left }) : ""].filter(Boolean).join(" "));
  };
  const handOver = async () => {
    const handed = (await hand.run({ ids }))?.handToPrintService;
    if (handed === undefined) return;
    setChosen(new Set());
    say.done(t("letters.handed", { count: handed }));
  };
  return (
    <section aria-label={t("letters.waiting")}>
      <div className="section-head"><h2>{t("letters.waiting")}</h2>{waiting.length > 0 && <span className="rest"><Button look="text" size="row" onClick={() => setChosen(new Set(ids.length === waiting.length ? [] : waiting.map(({ id }) => id)))}>{t("letters.chooseAll", { count: waiting.length })}</Button></span>}</div>
      {waiting.length === 0 ? <Empty done>{t("letters.noneWaiting")}</Empty> : (
        <>
          <DataTable
            label={t("letters.waiting")} rows={waiting} rowKey={({ id }) => id} to={({ id }) => `/messages/${id}`}
            columns={[
              { key: "debtor", head: t("columns.debtor"), cell: (row) => <>{row.debtorName}<span className="under">{row.invoiceNumbers.join(", ")}</span></> },
              { key: "choose", head: t("letters.choose"), cell: (row) => <label className="row"><input type="checkbox" checked={chosen.has(row.id)} onChange={() => toggle(row.id)} /><span className="unseen">{row.debtorName}</span></label> },
              { key: "kind", head: t("columns.step"), cell: (row) => word("steps", row.kind) },
              { key: "since", head: t("letters.since"), cell: (row) => <span className="nowrap">{day(dayOf(row.dueAt))}</span> },
              { key: "cents", head: t("columns.amount"), amount: true, cell: (row) => money(row.cents), phone: "amount" },
            ]}
          />
          <div className="row" style={{ marginTop: 12 }}>
            <Button look="filled" act="work" busy={make.busy} aria-disabled={ids.length === 0} onClick={() => ids.length > 0 && void print()}>{t("letters.print", { count: ids.length })}</Button>
            {printService && <Button act="work" inBar busy={hand.busy} aria-disabled={ids.length === 0} onClick={() => ids.length > 0 && void handOver()}>{t("letters.hand", { count: ids.length })}</Button>}
          </div>
          <p className="hint">{t("letters.printThen")}</p>
          {(make.refused ?? hand.refused) && <Fault>{make.refused ?? hand.refused}</Fault>}
        </>
      )}
    </section>
  );
}
