import type { Cents } from "@tegemoet/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { BatchLetterRow, LetterBatchRow, WaitingLetterRow } from "./letter-batch.queries";

@ObjectType("WaitingLetter")
export class AdminWaitingLetter {
  @Field(() => ID) id!: string;
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => String) kind!: string;
  @Field(() => CentsScalar) cents!: Cents;
  @Field(() => MomentScalar) dueAt!: Date;
  @Field(() => [String]) invoiceNumbers!: string[];

  static of(row: WaitingLetterRow): AdminWaitingLetter {
    return Object.assign(new AdminWaitingLetter(), row);
  }
}

@ObjectType("BatchLetter")
export class AdminBatchLetter {
  @Field(() => ID) messageId!: string;
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => String) kind!: string;
  @Field(() => CentsScalar) cents!: Cents;
  @Field(() => String, { nullable: true, description: "Why it may better not be posted, as it became after it was printed: paid · held" }) changed!: string | null;

  static of({ batchId: _, ...row }: BatchLetterRow): AdminBatchLetter {
    return Object.assign(new AdminBatchLetter(), row);
  }
}

@ObjectType("LetterBatch", { description: "state: printed · posted · givenUp" })
export class AdminLetterBatch {
  @Field(() => ID) id!: string;
  @Field(() => String) state!: string;
  @Field(() => MomentScalar) madeAt!: Date;
  @Field(() => String, { nullable: true }) madeBy!: string | null;
  @Field(() => Int) letters!: number;
  @Field(() => Int) pages!: number;
  @Field(() => DayScalar, { nullable: true }) postedOn!: string | null;
  @Field(() => String, { description: "The file for the printer while they wait for the post; afterwards the copy that is kept." }) url!: string;
  @Field(() => [AdminBatchLetter]) messages!: AdminBatchLetter[];

  static of(row: LetterBatchRow, letters: readonly BatchLetterRow[]): AdminLetterBatch {
    const { id, madeAt, madeBy, pages, postedOn, givenUpAt, documentId, printable } = row;
    return Object.assign(new AdminLetterBatch(), {
      id, madeAt, madeBy, pages, postedOn, letters: row.letters, state: postedOn ? "posted" : givenUpAt ? "givenUp" : "printed",
      url: printable ? `/admin/letter-batches/${id}.pdf` : `/documents/${documentId}`,
      messages: letters.filter(({ batchId }) => batchId === id).map((letter) => AdminBatchLetter.of(letter)),
    });
  }
}

@ObjectType("Letters")
export class AdminLetters {
  @Field(() => Boolean, { description: "Letters wait to be printed here." }) byHand!: boolean;
  @Field(() => Boolean, { description: "There is a service that prints and posts." }) printService!: boolean;
  @Field(() => [AdminWaitingLetter]) waiting!: AdminWaitingLetter[];
  @Field(() => [AdminLetterBatch]) batches!: AdminLetterBatch[];
}

@ObjectType("MadeLetterBatch")
export class AdminMadeLetterBatch {
  @Field(() => AdminLetterBatch, { nullable: true, description: "Null when none of them may go any more." }) batch!: AdminLetterBatch | null;
  @Field(() => Int) printed!: number;
  @Field(() => Int, { description: "Chosen, and not printed: paid meanwhile, on hold, set apart, or gone already." }) left!: number;
}

@ObjectType("ReturnedLetter")
export class AdminReturnedLetter {
  @Field(() => ID) messageId!: string;
  @Field(() => Boolean, { description: "Costs were booked on it and can't be taken back by themselves: they were paid or waived." }) costsStay!: boolean;
}
