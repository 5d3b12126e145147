import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { MomentScalar } from "../../platform/graphql/scalars";
import type { AgreementRow } from "./agreement.queries";

export const AgreementStateEnum = { sent: "sent", confirmed: "confirmed", contradicted: "contradicted", unsent: "unsent" } as const;
export type AgreementState = keyof typeof AgreementStateEnum;
registerEnumType(AgreementStateEnum, { name: "AgreementState" });

/** How an agreement stands: answered, or on its way. */
export function agreementState({ confirmedAt, contradictedAt, sentAt }: Pick<AgreementRow, "confirmedAt" | "contradictedAt" | "sentAt">): AgreementState {
  return contradictedAt ? "contradicted" : confirmedAt ? "confirmed" : sentAt ? "sent" : "unsent";
}

@ObjectType("Agreement")
export class AdminAgreement {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) sentence!: string;
  @Field(() => AgreementStateEnum) state!: AgreementState;
  @Field(() => MomentScalar, { nullable: true }) sentAt!: Date | null;
  @Field(() => MomentScalar, { nullable: true }) confirmedAt!: Date | null;
  @Field(() => MomentScalar, { nullable: true }) contradictedAt!: Date | null;
  @Field(() => String, { nullable: true }) contradiction!: string | null;
  @Field(() => String) hash!: string;

  static of(row: AgreementRow): AdminAgreement {
    const { id, version, sentence, sentAt, confirmedAt, contradictedAt, contradiction } = row;
    return Object.assign(new AdminAgreement(), { id, version, sentence, sentAt, confirmedAt, contradictedAt, contradiction, state: agreementState(row), hash: row.sha256.toString("hex") });
  }
}
