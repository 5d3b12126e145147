import { payBy, type PlainDate } from "@tegemoet/domain";
import type { MessageKind } from "@tegemoet/messages";
import type { Reader } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { decideChunk, type PlannedMessage } from "./decide-chunk";
import { rulesToRead } from "./night-rules";
import type { WaitingMessage } from "./sending.queries";
import { showMessages, type ShownMessage } from "./show-messages";
import { channelsOf } from "./take-step";

/**
 * The messages that a night would make for one debtor, each written as it would leave that morning; from the night's own decision, and
 * nothing of it is kept.
 */
export async function dryRunOf(reader: Reader, { debtorId, day, realNow, publicUrl }: { debtorId: string; day: PlainDate; realNow: Date; publicUrl: string }): Promise<ShownMessage[]> {
  const night = await decideChunk(reader, [debtorId], day, await rulesToRead(reader), realNow);
  const debtor = await reader.first<{ language: "nl" | "en" }>("select language from debtor where organisation_id = $1 and id = $2", [reader.organisationId, debtorId]);
  const planned = night.messages.flatMap((message) => waitingOf(message, day, debtor?.language ?? "nl"));
  return planned.length === 0 ? [] : showMessages(reader, planned.map((message) => ({ message, lines: message.lines })), { today: day, publicUrl });
}

function waitingOf({ debtorId, step, claims, messageNumber }: PlannedMessage, day: PlainDate, language: "nl" | "en"): WaitingMessage[] {
  const { email = null, hasPhone = false } = claims[0]?.row ?? {};
  return channelsOf(step, { email, hasPhone }).map((channel) => ({
    id: newId(), debtorId, caseId: null, kind: (step.template ?? step.id) as MessageKind, channel, toAddress: channel === "mail" ? email : null, language, facts: { messageNumber },
    byRequest: false, payBy: payBy(step, day), queuedOn: day, createdBy: null, ownWords: null,
    lines: claims.map(({ row, decision }) => ({ invoiceId: row.invoiceId, openCents: row.openCents, stepKey: decision.take.id })),
  }));
}
