import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { MomentScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findImport, listImports } from "./import.queries";

export const ImportStateEnum = { running: "running", done: "done", failed: "failed" } as const;
registerEnumType(ImportStateEnum, { name: "ImportState" });

@ObjectType("ImportResult", { description: "outcome: created · changed · unchanged · refused. code is a refusal code with its details as JSON text." })
export class AdminImportResult {
  @Field(() => String) label!: string;
  @Field(() => String) outcome!: string;
  @Field(() => String, { nullable: true }) code!: string | null;
  @Field(() => String, { nullable: true }) details!: string | null;
  @Field(() => ID, { nullable: true }) invoiceId!: string | null;
  @Field(() => ID, { nullable: true }) debtorId!: string | null;
  @Field(() => ID, { nullable: true }) statementId!: string | null;
  @Field(() => [String]) warnings!: string[];
}

@ObjectType("Import")
export class AdminImport {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) fileName!: string;
  @Field(() => ImportStateEnum) state!: "running" | "done" | "failed";
  @Field(() => Int) total!: number;
  @Field(() => Int) done!: number;
  @Field(() => Int) created!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int) failed!: number;
  @Field(() => MomentScalar) startedAt!: Date;
  @Field(() => MomentScalar, { nullable: true }) finishedAt!: Date | null;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => [AdminImportResult]) results!: AdminImportResult[];
}

@Resolver()
export class ImportAdminResolver {
  @Query(() => [AdminImport])
  imports(@Ctx() context: StaffContext, @Arg("kind", () => String, { nullable: true }) kind?: string): Promise<AdminImport[]> {
    return context.read((reader) => listImports(reader, kind));
  }

  @Query(() => AdminImport)
  async import(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminImport> {
    const row = await context.read((reader) => findImport(reader, idOf(id)));
    if (!row) throw new Refusal("NOT_FOUND");
    return row;
  }
}
