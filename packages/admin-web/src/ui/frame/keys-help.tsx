import "./command-palette.css";
import { Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { setSingleKeys, singleKeysOn } from "../../lib/keys";
import { Dialog } from "../dialog";
import { Kbd } from "../kbd";
import { ALL_PAGES } from "./pages";

/** Every key there is, and the switch that turns single letters off. */
export default function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [on, setOn] = useState(singleKeysOn());
  const groups: { title: string; rows: (readonly [readonly string[], string])[] }[] = [
    { title: t("keysHelp.everywhere"), rows: [[["mod+k"], t("keysHelp.palette")], [["?"], t("keysHelp.help")], [["mod+z"], t("keysHelp.undo")], [["esc"], t("keysHelp.close")]] },
    { title: t("keysHelp.lists"), rows: [[["j", "↓"], t("keysHelp.next")], [["k", "↑"], t("keysHelp.previous")], [["enter"], t("keysHelp.open")], [["/"], t("keysHelp.search")]] },
    { title: t("keysHelp.goTo"), rows: ALL_PAGES.map(({ key, letter }) => [["g", letter], t(`nav.${key}`)] as const) },
    { title: t("keysHelp.callRoom"), rows: [[["1", "0"], t("keysHelp.excuse")], [["alt+k"], t("keysHelp.copy")], [["F4"], t("keysHelp.hangUp")], [["mod+enter"], t("keysHelp.save")], [["mod+."], t("keysHelp.brake")]] },
    { title: t("keysHelp.case"), rows: [[["b"], t("keysHelp.call")], [["n"], t("keysHelp.note")], [["mod+."], t("keysHelp.brake")]] },
    { title: t("keysHelp.bank"), rows: [[["j", "k"], t("keysHelp.line")], [["1", "9"], t("keysHelp.candidate")], [["enter"], t("keysHelp.match")], [["/"], t("keysHelp.ownInvoice")], [["i"], t("keysHelp.ignore")], [["u"], t("keysHelp.takeBack")]] },
  ];
  return (
    <Dialog title={t("keysHelp.title")} onClose={onClose} size={640}>
      <div className="keys-columns">
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([keys, does]) => <KeyRow key={does} keys={keys} does={does} />)}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        checked={on} label={t("keysHelp.single")} description={t("keysHelp.singleHint")}
        onChange={(event) => {
          setSingleKeys(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
    </Dialog>
  );
}

function KeyRow({ keys, does }: { keys: readonly string[]; does: string }) {
  return <><dt>{keys.map((key) => <Kbd key={key} keys={key} />)}</dt><dd>{does}</dd></>;
}
