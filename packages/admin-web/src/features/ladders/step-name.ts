import type { LadderStep } from "@tegemoet/domain";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { useWords } from "../../lib/words";
import type { ShapeName } from "../../ui/shape";

type Named = Pick<LadderStep, "id" | "channel" | "template">;

/** What a step is called: by its text, else by what somebody does. */
export function useStepName(): (step: Named) => string {
  useTranslation();
  const word = useWords();
  return (step) => {
    const what = step.template ?? (step.channel === "call" || step.channel === "hand-over" ? step.channel : undefined);
    const name = what && i18next.exists(`words.steps.${what}`) ? word("steps", what) : word("channels", step.channel);
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}

const SHAPES: Readonly<Record<LadderStep["channel"], ShapeName>> = {
  mail: "mail", letter: "letter", "mail-and-letter": "letter", sms: "speak", call: "phone", task: "person", "hand-over": "two",
};

export function shapeOf(channel: LadderStep["channel"]): ShapeName {
  return SHAPES[channel];
}

/** A day of a ladder with its sign: "+5", "−3", "0". */
export function signedDay(day: number): string {
  return day > 0 ? `+${day}` : day < 0 ? `−${-day}` : "0";
}
