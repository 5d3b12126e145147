import { useApolloClient } from "@apollo/client/react";
import { Menu, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { SetMyLanguageDocument, SignOutDocument, ViewerDocument } from "../../graphql/graphql";
import { changeLanguage, type ScreenLanguage } from "../../lib/language";
import { useViewer } from "../../lib/viewer";
import { Shape } from "../shape";

const THEMES = ["auto", "light", "dark"] as const;

/** Who is signed in: language, theme, signing out. Opens at once: it is fetched on the first press. */
export default function PersonMenu() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const client = useApolloClient();
  const viewer = useViewer();
  const navigate = useNavigate();
  const speak = async (language: ScreenLanguage) => {
    await changeLanguage(language);
    await client.mutate({ mutation: SetMyLanguageDocument, variables: { language } }).catch(() => undefined);
    // Some sentences are the server's: the timeline, the words to say.
    await client.refetchQueries({ include: "active" });
  };
  const leave = async () => {
    await client.mutate({ mutation: SignOutDocument }).catch(() => undefined);
    await client.clearStore();
    client.writeQuery({ query: ViewerDocument, data: { __typename: "Query", viewer: null } });
    navigate("/");
  };
  return (
    <Menu defaultOpened position="top-start" width={220} transitionProps={{ duration: 0 }}>
      <Menu.Target><button type="button" className="who-button">{viewer?.staff.name}<Shape name="down" size={12} /></button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer && t(`roles.${viewer.role}`)}</Menu.Label>
        <Menu.Item onClick={() => void speak(i18n.language === "nl" ? "en" : "nl")} lang={i18n.language === "nl" ? "en" : "nl"}>{i18n.language === "nl" ? "English" : "Nederlands"}</Menu.Item>
        <Menu.Divider />
        {THEMES.map((theme) => (
          <Menu.Item key={theme} role="menuitemradio" aria-checked={colorScheme === theme} onClick={() => setColorScheme(theme)} rightSection={colorScheme === theme ? <Shape name="check" /> : null}>
            {t(`theme.${theme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{t("frame.signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
