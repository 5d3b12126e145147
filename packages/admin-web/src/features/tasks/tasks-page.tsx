import { useQuery } from "@apollo/client/react";
import { daysBetween } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { FinishTaskDocument, SendTaskDocument, SkipTaskDocument, TasksDocument, type TasksQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { Button, Chip } from "../../ui/button";
import { Fault } from "../../ui/field";
import { Page } from "../../ui/frame/page";
import { ReasonDialog } from "../../ui/reason-dialog";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { Empty, View } from "../../ui/view-state";
import "./tasks.css";

type Task = TasksQuery["tasks"][number];

const MESSAGES = new Set(["mail", "letter", "sms", "mail-and-letter"]);

/** Taken: steps that the ladder leaves to a person, and what the autopilot would have sent while it is off. */
export default function TasksPage() {
  const { t } = useTranslation();
  const [{ whose }, setUrl] = useUrlState({ whose: "all" });
  const asked = useQuery(TasksDocument, { variables: { mine: whose === "mine" }, fetchPolicy: "cache-and-network" });
  return (
    <Page title={t("nav.tasks")} sub={asked.data && t("tasks.count", { count: asked.data.tasks.length })}>
      <div className="chips" style={{ padding: "12px 0" }}>
        {(["all", "mine"] as const).map((which) => <Chip key={which} pressed={whose === which} onPress={() => setUrl({ whose: which })}>{t(`tasks.${which}`)}</Chip>)}
      </div>
      <View asked={asked} rows={6}>
        {(data) => data.tasks.length === 0
          ? <Empty done act={<Link to="/">{t("nav.today")}</Link>}>{t("tasks.empty")}</Empty>
          : <ol className="task-list">{data.tasks.map((task) => <TaskRow key={task.id} task={task} />)}</ol>}
      </View>
    </Page>
  );
}

function TaskRow({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { money, today } = useFormat();
  const word = useWords();
  const say = useSay();
  const [skipping, setSkipping] = useState(false);
  const send = useAct(SendTaskDocument);
  const finish = useAct(FinishTaskDocument);
  const skip = useAct(SkipTaskDocument);
  const days = daysBetween(task.plannedOn, today);
  const isMessage = MESSAGES.has(task.channel);
  return (
    <li className="task-row">
      <span><Status shape={task.kind === "autopilot" ? "pause" : "note"}>{word("steps", task.messageKind ?? task.stepKey)}</Status><span className="under">{[word("channels", task.channel), task.kind === "autopilot" ? t("tasks.autopilot") : null].filter(Boolean).join(", ")}</span></span>
      <span className="who"><Link to={task.caseId ? `/cases/${task.caseId}` : `/debtors/${task.debtorId}`}>{task.debtorName}</Link><span className="under">{[task.invoiceNumbers.join(", "), task.ownerName].filter(Boolean).join(" · ")}</span></span>
      <span className="small second age">{days <= 0 ? t("age.today") : t("age.days", { count: days })}</span>
      <span className="amount">{money(task.cents)}</span>
      <span className="do row">
        {isMessage && <Button size="row" look="filled" act="work" busy={send.busy} onClick={() => void send.run({ id: task.id }).then((done) => done && say.done(t("tasks.sent")))}>{t("tasks.send")}</Button>}
        {task.messageId && <Link to={`/messages/${task.messageId}`}>{t("tasks.look")}</Link>}
        <Button size="row" act="work" busy={finish.busy} onClick={() => void finish.run({ id: task.id }).then((done) => done && say.done(t("tasks.done")))}>{isMessage ? t("tasks.didIt") : t("tasks.finish")}</Button>
        <Button size="row" look="text" act="work" onClick={() => setSkipping(true)}>{t("step.skip")}</Button>
      </span>
      {(send.refused ?? finish.refused) && <Fault>{send.refused ?? finish.refused}</Fault>}
      {skipping && (
        <ReasonDialog
          title={t("step.skipTitle")} label={t("step.why")} submit={t("step.skip")} then={t("step.skipThen")} busy={skip.busy} refused={skip.refused} onClose={() => setSkipping(false)}
          onReason={async (reason) => {
            if (!(await skip.run({ id: task.id, reason }))) return;
            setSkipping(false);
            say.done(t("step.skipped"));
          }}
        />
      )}
    </li>
  );
}
