import "./ladders.css";
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { LadderDocument } from "../../graphql/graphql";
import { useUrlState } from "../../lib/url-state";
import { Page } from "../../ui/frame/page";
import { Status } from "../../ui/status";
import { Empty, View } from "../../ui/view-state";
import { DefaultLadder } from "./default-ladder";
import { LadderEditor } from "./ladder-editor";
import { ReadVersion } from "./read-version";

/** One ladder: its draft to change, or a version to read. */
export default function LadderPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const [{ version }, setUrl] = useUrlState({ version: "" });
  const asked = useQuery(LadderDocument, { variables: { id }, fetchPolicy: "cache-and-network" });
  const ladder = asked.data?.ladder;
  const old = ladder?.versions.find((each) => String(each.version) === version);
  return (
    <Page
      title={ladder?.name ?? t("ladders.title")} crumb={{ to: "/settings/ladders", text: t("ladders.title") }}
      sub={ladder && (old ? t("ladder.reading", { version: old.version }) : <VersionState draft={ladder.draft} inForce={ladder.inForce} />)}
    >
      <View asked={asked}>
        {(data) => (version !== "" && !old
          ? <Empty>{t("states.unknown")}</Empty>
          : old
            ? <ReadVersion ladder={data.ladder} version={old} onBack={() => setUrl({ version: "" })} />
            : <><DefaultLadder ladder={data.ladder} /><LadderEditor key={data.ladder.id} ladder={data.ladder} refetch={asked.refetch} /></>)}
      </View>
    </Page>
  );
}

function VersionState({ draft, inForce }: { draft: { version: number; proposedAt: string | null } | null; inForce: { version: number } | null }) {
  const { t } = useTranslation();
  if (draft?.proposedAt) return <Status shape="two">{t("ladder.waitsForSecond", { version: draft.version })}</Status>;
  if (draft) return <Status shape="note">{t("ladder.draftOf", { version: draft.version })}</Status>;
  return inForce && <Status shape="done" mood="running">{t("ladder.versionRuns", { version: inForce.version })}</Status>;
}
