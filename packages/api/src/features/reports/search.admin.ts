import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { CentsScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { searchAll } from "./search.queries";

@ObjectType("SearchHit", { description: "kind: debtor · invoice · case · page" })
export class AdminSearchHit {
  @Field(() => String) kind!: string;
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) subtitle!: string | null;
  @Field(() => CentsScalar, { nullable: true }) cents!: number | null;
}

@Resolver()
export class SearchAdminResolver {
  @Query(() => [AdminSearchHit])
  async search(@Arg("text", () => String) text: string, @Ctx() context: StaffContext): Promise<AdminSearchHit[]> {
    return context.read((reader) => searchAll(reader, text));
  }
}
