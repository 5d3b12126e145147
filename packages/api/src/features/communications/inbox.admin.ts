import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { cursorOf, offsetOf, pageSize } from "../../platform/graphql/paging";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { AdminDocument } from "../invoices/invoice.view";
import { assignInbound } from "./assign-inbound";
import { countInbox, findInbound, listInbox, listInboundFiles, suggestDebtors, type InboxPile } from "./inbox.queries";
import { AdminDebtorSuggestion, AdminInboundDetail, AdminInboundMessage, AdminInboxPage, InboxPileEnum } from "./inbox.view";
import { ownWordsOf } from "./own-words-of";

@Resolver()
export class InboxAdminResolver {
  @Query(() => AdminInboxPage)
  async inbox(
    @Ctx() context: StaffContext,
    @Arg("pile", () => InboxPileEnum, { defaultValue: "unread" }) pile: InboxPile,
    @Arg("debtorId", () => ID, { nullable: true }) debtorId?: string | null,
    @Arg("search", () => String, { nullable: true }) search?: string | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first?: number | null,
    @Arg("after", () => String, { nullable: true }) after?: string | null,
  ): Promise<AdminInboxPage> {
    const [limit, offset] = [pageSize(first), offsetOf(after)];
    const filter = { pile, ...(debtorId ? { debtorId: idOf(debtorId) } : {}), ...(search?.trim() ? { search: search.trim().slice(0, 100) } : {}) };
    return context.read(async (reader) => {
      const { rows, total } = await listInbox(reader, filter, limit, offset);
      return { rows: rows.map((row) => AdminInboundMessage.of(row)), totalCount: total, nextCursor: cursorOf(offset, limit, total), ...(await countInbox(reader)) };
    });
  }

  @Query(() => AdminInboundDetail)
  inboundMessage(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminInboundDetail> {
    return context.read((reader) => detailOf(reader, idOf(id)));
  }

  @Mutation(() => AdminInboundDetail, { description: "Somebody knows whose mail it is: it goes to that debtor's timeline." })
  assignInbound(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("debtorId", () => ID) debtorId: string): Promise<AdminInboundDetail> {
    return context.write(async (tx) => {
      await assignInbound(tx, { inboundMessageId: idOf(id), debtorId: idOf(debtorId) });
      return detailOf(tx, idOf(id));
    });
  }
}

async function detailOf(reader: Reader, id: string): Promise<AdminInboundDetail> {
  const row = await findInbound(reader, id);
  if (!row) throw new Refusal("NOT_FOUND");
  const own = ownWordsOf(row.text);
  const rest = row.text.trim().slice(row.text.trim().indexOf(own) + own.length).trim();
  const suggestions = row.debtorId ? [] : await suggestDebtors(reader, row);
  return {
    row: AdminInboundMessage.of(row), text: own, quoted: rest || null, to: row.toAddress,
    documents: (await listInboundFiles(reader, id)).map((document) => AdminDocument.of(document)),
    suggestions: suggestions.map(({ because, ...debtor }) => Object.assign(new AdminDebtorSuggestion(), debtor, { because: because.slice(2) })),
  };
}
