import { Field, InputType, Int, ObjectType } from "type-graphql";

@InputType()
export class ContinueAfterInput {
  @Field(() => String, { description: "How far an invoice came in the old version." }) step!: string;
  @Field(() => String, { nullable: true, description: "The step of the new version after which it goes on; null: at the beginning." }) continueAfter?: string | null;
}

@ObjectType("LadderMoveStep")
export class AdminLadderMoveStep {
  @Field(() => String, { nullable: true, description: "How far these invoices came in the old version; null: no step yet." }) step!: string | null;
  @Field(() => Int) invoices!: number;
  @Field(() => String, { nullable: true, description: "Where they would go on: after this step of the new version." }) continueAfter!: string | null;
}

@ObjectType("LadderMove", { description: "What moving the running invoices of one version to another would do." })
export class AdminLadderMove {
  @Field(() => Int) invoices!: number;
  @Field(() => [AdminLadderMoveStep]) steps!: AdminLadderMoveStep[];
}

@ObjectType("MovedCases")
export class AdminMovedCases {
  @Field(() => Int) moved!: number;
}
