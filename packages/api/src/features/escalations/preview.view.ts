import type { ToneMark, ToneReport } from "@tegemoet/domain";
import { Arg, Field, Float, Int, ObjectType } from "type-graphql";
import { LanguageEnum } from "../organisations/organisation.view";
import type { MessagePreview, PreviewFault } from "./preview-message";

@ObjectType("TextFault")
export class AdminTextFault implements PreviewFault {
  @Field(() => String) part!: string;
  @Field(() => String) code!: PreviewFault["code"];
  @Field(() => String) detail!: string;
  @Field(() => Int, { nullable: true }) line!: number | null;
}

@ObjectType("ToneMark")
export class AdminToneMark {
  constructor(private readonly mark: ToneMark) {}
  @Field(() => Int) get from(): number { return this.mark.from; }
  @Field(() => Int) get to(): number { return this.mark.to; }
  @Field(() => String) get rule(): string { return this.mark.rule; }
  @Field(() => String) get text(): string { return this.mark.text; }
  @Field(() => String, { nullable: true }) get suggestion(): string | null { return this.mark.suggestion; }

  @Field(() => String)
  why(@Arg("language", () => LanguageEnum, { defaultValue: LanguageEnum.nl }) language: "nl" | "en"): string {
    return this.mark.why[language];
  }
}

/** The marks of a text, for a screen. */
export function toneMarksOf({ marks }: Pick<ToneReport, "marks">): AdminToneMark[] {
  return marks.map((mark) => new AdminToneMark(mark));
}

@ObjectType("TextReading")
export class AdminTextReading {
  @Field(() => String) level!: string;
  @Field(() => Int) ease!: number;
  @Field(() => Float) wordsPerSentence!: number;
}

@ObjectType("MessagePreview")
export class AdminMessagePreview {
  @Field(() => LanguageEnum) language!: "nl" | "en";
  @Field(() => String) subject!: string;
  @Field(() => String) preheader!: string;
  @Field(() => String, { nullable: true }) html!: string | null;
  @Field(() => String) text!: string;
  @Field(() => [AdminTextFault]) faults!: readonly PreviewFault[];
  @Field(() => [AdminToneMark]) toneMarks!: AdminToneMark[];
  @Field(() => AdminTextReading) reading!: ToneReport["reading"];
  @Field(() => [String]) madeUp!: readonly string[];
  @Field(() => String) written!: string;

  static of({ tone, ...preview }: MessagePreview): AdminMessagePreview {
    return Object.assign(new AdminMessagePreview(), preview, { toneMarks: toneMarksOf(tone), reading: tone.reading });
  }
}
