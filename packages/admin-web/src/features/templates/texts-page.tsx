import "./templates.css";
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { TextsDocument, type Language, type TextsQuery, type Tone } from "../../graphql/graphql";
import { useViewer } from "../../lib/viewer";
import { useWords } from "../../lib/words";
import { Chip } from "../../ui/button";
import { Page } from "../../ui/frame/page";
import { Status } from "../../ui/status";
import { View } from "../../ui/view-state";
import { WideTable } from "../../ui/wide-table";

type Row = TextsQuery["texts"][number];
const CHANNELS = ["mail", "letter", "sms"] as const;

/** Instellingen, Teksten: every text that we send, by kind and channel, and which are the organisation's own. */
export default function TextsPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  const language = (search.get("language") ?? "nl") as Language;
  const tone = (search.get("tone") ?? viewer?.organisation.tone ?? "u") as Tone;
  const asked = useQuery(TextsDocument, { fetchPolicy: "cache-and-network" });
  const choose = (part: { language?: Language; tone?: Tone }) => setSearch({ language, tone, ...part }, { replace: true });
  return (
    <Page title={t("textsPage.title")} crumb={{ to: "/settings", text: t("nav.settings") }}>
      <p className="second reading texts-what">{t("textsPage.what")}</p>
      <div className="chips">
        {(["nl", "en"] as const).map((one) => <Chip key={one} pressed={language === one} onPress={() => choose({ language: one })}>{t(`textsPage.language.${one}`)}</Chip>)}
        <span className="texts-gap" />
        {(["u", "je"] as const).map((one) => <Chip key={one} pressed={tone === one} onPress={() => choose({ tone: one })}>{t(`textsPage.tone.${one}`)}</Chip>)}
      </div>
      <View asked={asked}>{({ texts }) => <Texts rows={texts} language={language} tone={tone} />}</View>
    </Page>
  );
}

function Texts({ rows, language, tone }: { rows: readonly Row[]; language: Language; tone: Tone }) {
  const { t } = useTranslation();
  const word = useWords();
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  // The law's letters have one voice, whatever was chosen.
  const find = (kind: string, channel: string) => {
    const fitting = rows.filter((row) => row.kind === kind && row.channel === channel && row.language === language);
    return fitting.find((row) => row.tone === tone) ?? fitting[0];
  };
  return (
    <WideTable label={t("textsPage.title")}>
      <thead><tr><th scope="col">{t("textsPage.kind")}</th>{CHANNELS.map((channel) => <th scope="col" key={channel}>{t(`textsPage.channel.${channel}`)}</th>)}</tr></thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row" className="text-kind">{word("steps", kind)}</th>
            {CHANNELS.map((channel) => {
              const row = find(kind, channel);
              return <td key={channel}>{row && <TextLink row={row} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function TextLink({ row: { kind, channel, language, tone, active, draft } }: { row: Row }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <span className="text-link">
      <Link to={`/settings/texts/${kind}/${channel}/${language}/${tone}`} aria-label={`${word("steps", kind)}, ${t(`textsPage.channel.${channel as "mail"}`)}: ${active ? t("textsPage.own", { version: active.version }) : t("textsPage.ready")}`}>
        {active ? t("textsPage.own", { version: active.version }) : t("textsPage.ready")}
      </Link>
      {draft && <Status shape="note" mood="quiet">{t("textsPage.draft")}</Status>}
    </span>
  );
}
