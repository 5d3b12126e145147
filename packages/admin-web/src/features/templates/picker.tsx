import { useTranslation } from "react-i18next";
import type { TextFacts } from "./text-parts";

/** Pieces of a mail that aren't words; on paper there is nothing to press. */
const MAIL_BLOCKS = ["@bill …", "@button pay …", "@link portal … | …", "@schedule example …", "@bank …", "# …"];
const LETTER_BLOCKS = ["@bill …", "@schedule example …", "# …"];

/** Puts a variable or a piece where the cursor stands: two lists of the browser's own. */
export function Picker({ text, onPick }: { text: TextFacts; onPick: (words: string) => void }) {
  const { t } = useTranslation();
  const blocks = text.channel === "mail" ? MAIL_BLOCKS : text.channel === "letter" ? LETTER_BLOCKS : [];
  return (
    <span className="row text-picker">
      <select className="plain-select" aria-label={t("textsPage.pickVariable")} value="" onChange={(event) => onPick(`{{ ${event.target.value} }}`)}>
        <option value="" disabled>{t("textsPage.pickVariable")}</option>
        {text.variables.map(({ name, sample }) => <option key={name} value={name}>{`${name}: ${sample.length > 40 ? `${sample.slice(0, 38)}…` : sample}`}</option>)}
      </select>
      {blocks.length > 0 && (
        <select className="plain-select" aria-label={t("textsPage.pickBlock")} value="" onChange={(event) => onPick(`\n${event.target.value}\n`)}>
          <option value="" disabled>{t("textsPage.pickBlock")}</option>
          {blocks.map((block) => <option key={block} value={block}>{`${block.split(" …")[0]}: ${t(`textsPage.blocks.${blockName(block)}`)}`}</option>)}
        </select>
      )}
    </span>
  );
}

const NAMES = { "@bill": "bill", "@button": "button", "@link": "link", "@schedule": "schedule", "@bank": "bank", "#": "heading" } as const;

function blockName(block: string): (typeof NAMES)[keyof typeof NAMES] {
  return NAMES[(block.split(" ")[0] ?? "#") as keyof typeof NAMES];
}
