import { useTranslation } from "react-i18next";
import type { InboundFactsFragment } from "../../graphql/graphql";
import { Status } from "../../ui/status";

/** What came, by shape and word; read or not is a word too. */
export function KindOf({ row }: { row: InboundFactsFragment }) {
  const { t } = useTranslation();
  const kind = t(`post.kinds.${row.kind as "reply"}`);
  const channel = row.channel === "mail" || row.kind === "portalQuestion" ? "" : `, ${t(`post.channels.${row.channel as "sms"}`)}`;
  const shape = row.kind === "bounce" ? "caution" : row.kind === "autoReply" ? "ring" : row.readAt ? "done" : "half";
  return <Status shape={shape} mood={row.kind === "autoReply" ? "quiet" : "plain"}>{kind}{channel}</Status>;
}
