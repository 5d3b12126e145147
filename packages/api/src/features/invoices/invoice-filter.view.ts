import { Field, ID, InputType } from "type-graphql";

@InputType("InvoiceFilter")
export class InvoiceFilter {
  @Field(() => String, { nullable: true }) search?: string;
  @Field(() => String, { nullable: true }) state?: string;
  @Field(() => ID, { nullable: true }) debtorId?: string;
}
