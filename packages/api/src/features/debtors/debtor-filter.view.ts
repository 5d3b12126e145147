import type { DebtorKind } from "@tegemoet/domain";
import { Field, InputType } from "type-graphql";
import { DebtorKindEnum } from "./debtor.view";

@InputType("DebtorFilter")
export class DebtorFilter {
  @Field(() => String, { nullable: true }) search?: string;
  @Field(() => DebtorKindEnum, { nullable: true }) kind?: DebtorKind;
  @Field(() => Boolean, { nullable: true }) overdueOnly?: boolean;
}
