import type { TextKey, TextParts, TextVariable } from "@tegemoet/messages";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MomentScalar } from "../../platform/graphql/scalars";
import { LanguageEnum, ToneEnum } from "../organisations/organisation.view";
import type { TemplateVersionRow } from "./template.queries";

@ObjectType("TextParts")
@InputType("TextPartsInput")
export class AdminTextParts implements TextParts {
  @Field(() => String) subject!: string;
  @Field(() => String) preheader!: string;
  @Field(() => String) body!: string;
}

@ObjectType("TemplateVersion")
export class AdminTemplateVersion {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => AdminTextParts) parts!: TextParts;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => MomentScalar) madeAt!: Date;
  @Field(() => String, { nullable: true }) madeBy!: string | null;
  @Field(() => Int) rowVersion!: number;
  @Field(() => MomentScalar, { nullable: true }) activatedAt!: Date | null;
  @Field(() => String, { nullable: true }) activatedBy!: string | null;
  @Field(() => MomentScalar, { nullable: true }) retiredAt!: Date | null;
  @Field(() => String, { nullable: true }) retiredBy!: string | null;
  @Field(() => String) state!: "draft" | "active" | "retired" | "discarded";

  static of(row: TemplateVersionRow): AdminTemplateVersion {
    const { subject, preheader, body } = row;
    const state = row.retiredAt ? (row.activatedAt ? "retired" : "discarded") : row.activatedAt ? "active" : "draft";
    return Object.assign(new AdminTemplateVersion(), row, { parts: { subject, preheader, body }, state });
  }
}

/** One line of the list of texts: what is in use of it, and whether somebody is writing. */
@ObjectType("TextRow")
export class AdminTextRow {
  @Field(() => String) kind!: string;
  @Field(() => String) channel!: string;
  @Field(() => LanguageEnum) language!: "nl" | "en";
  @Field(() => ToneEnum) tone!: "u" | "je";
  @Field(() => AdminTemplateVersion, { nullable: true }) active!: AdminTemplateVersion | null;
  @Field(() => AdminTemplateVersion, { nullable: true }) draft!: AdminTemplateVersion | null;

  static of(key: TextKey, standing: readonly TemplateVersionRow[]): AdminTextRow {
    const { kind, channel, language, tone } = key;
    const own = standing.map((row) => AdminTemplateVersion.of(row));
    return Object.assign(new AdminTextRow(), { kind, channel, language, tone, active: own.find(({ state }) => state === "active") ?? null, draft: own.find(({ state }) => state === "draft") ?? null });
  }
}

@ObjectType("TextVariable")
export class AdminTextVariable implements TextVariable {
  @Field(() => String) name!: string;
  @Field(() => String) sample!: string;
}

@ObjectType("TextDetail")
export class AdminTextDetail extends AdminTextRow {
  @Field(() => AdminTextParts) ready!: TextParts;
  @Field(() => [AdminTemplateVersion]) versions!: AdminTemplateVersion[];
  @Field(() => [AdminTextVariable]) variables!: readonly TextVariable[];
}
