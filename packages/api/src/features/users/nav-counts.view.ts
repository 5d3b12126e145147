import type { PlainDate } from "@tegemoet/domain";
import { Field, Int, ObjectType } from "type-graphql";

/** How much waits on each page. `today` is the length of the work list, so the feature that has the list resolves it. */
@ObjectType("NavCounts")
export class AdminNavCounts {
  @Field(() => Int) calls!: number;
  @Field(() => Int) cases!: number;
  @Field(() => Int) bank!: number;
  @Field(() => Int) plans!: number;
  @Field(() => Int) disputes!: number;
  @Field(() => Int) handOvers!: number;
  @Field(() => Int, { description: "Mails and messages that nobody has read." }) post!: number;
  /** Whose counts, and of which day: not for outside. */
  organisationId!: string;
  day!: PlainDate;
}
