import "./templates.css";
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { TextToEditDocument, type Language, type Tone } from "../../graphql/graphql";
import { useWords } from "../../lib/words";
import { Page } from "../../ui/frame/page";
import { View } from "../../ui/view-state";
import { TextEditor } from "./text-editor";

/** One text: writing, how it reads, how a real debtor would get it, and its versions. */
export default function TextPage() {
  const { t } = useTranslation();
  const word = useWords();
  const { kind = "", channel = "", language = "nl", tone = "u" } = useParams();
  // Asked anew after each act, also while the answer of the act before is under way.
  const asked = useQuery(TextToEditDocument, { variables: { kind, channel, language: language as Language, tone: tone as Tone }, fetchPolicy: "cache-and-network", context: { queryDeduplication: false } });
  const about = [t(`textsPage.channel.${channel as "mail"}`), t(`textsPage.language.${language as "nl"}`), t(`textsPage.tone.${tone as "u"}`)].join(", ");
  return (
    <Page title={word("steps", kind)} sub={about} crumb={{ to: `/settings/texts?language=${language}&tone=${tone}`, text: t("textsPage.title") }}>
      <View asked={asked} rows={10}>{({ text }) => <TextEditor key={`${text.kind}${text.channel}${text.language}${text.tone}`} text={text} />}</View>
    </Page>
  );
}
