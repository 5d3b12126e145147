import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { InboxDocument, LettersDocument, type InboundFactsFragment, type InboxPile } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useList } from "../../lib/use-list";
import { useUrlState } from "../../lib/url-state";
import { Chip } from "../../ui/button";
import { DataTable } from "../../ui/data-table";
import { Page } from "../../ui/frame/page";
import { ListFoot, ListKeys, SearchField } from "../../ui/list-tools";
import { Empty, View } from "../../ui/view-state";
import { InboundDetail } from "./inbound-detail";
import { KindOf } from "./kind-of";
import { LettersPart } from "./letters-part";
import "./post.css";

const PILES = ["unread", "unassigned", "automatic", "all"] as const satisfies readonly InboxPile[];

/** Post: what debtors wrote and nobody read yet, what is of nobody, what machines sent, and the letters that are printed here. */
export default function PostPage() {
  const { t } = useTranslation();
  const [url, setUrl] = useUrlState({ show: "unread", id: "", q: "" });
  const letters = url.show === "letters";
  const pile = PILES.find((one) => one === url.show) ?? "unread";
  const { asked, more } = useList(InboxDocument, { pile, search: url.q || null }, "inbox");
  const inbox = asked.data?.inbox;
  const printing = useQuery(LettersDocument).data?.letters;
  const counts = { unread: inbox?.unread, unassigned: inbox?.unassigned, automatic: undefined, all: undefined };
  return (
    <Page title={t("nav.post")} sub={letters ? undefined : t("post.sub")}>
      <div className="filter-bar">
        {!letters && <SearchField label={t("post.search")} value={url.q} onSearch={(q) => setUrl({ q })} />}
        <span className="chips" role="group" aria-label={t("post.show")}>
          {PILES.map((one) => <Chip key={one} pressed={!letters && pile === one} count={counts[one]} onPress={() => setUrl({ show: one, id: "" })}>{t(`post.piles.${one}`)}</Chip>)}
          <Chip pressed={letters} count={printing?.byHand ? printing.waiting.length : undefined} onPress={() => setUrl({ show: "letters", id: "", q: "" })}>{t("post.piles.letters")}</Chip>
        </span>
        {!letters && <ListKeys />}
      </div>
      {letters ? <LettersPart /> : (
        <>
          {url.id && <InboundDetail key={url.id} id={url.id} onClose={() => setUrl({ id: "" })} />}
          <View asked={asked}>
            {({ inbox: { rows, totalCount } }) => (rows.length === 0
              ? <Empty done={pile !== "all" && !url.q}>{url.q ? t("list.noneFound") : t(`post.none.${pile}`)}</Empty>
              : <><Received rows={rows} show={pile} q={url.q} /><ListFoot shown={rows.length} total={totalCount} totals={[]} onMore={more} /></>)}
          </View>
        </>
      )}
    </Page>
  );
}

function Received({ rows, show, q }: { rows: readonly InboundFactsFragment[]; show: string; q: string }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const address = (id: string) => `/post?${new URLSearchParams({ ...(show === "unread" ? {} : { show }), ...(q ? { q } : {}), id })}`;
  return (
    <DataTable
      label={t("nav.post")} rows={rows} rowKey={({ id }) => id} to={({ id }) => address(id)}
      columns={[
        { key: "from", head: t("post.from"), cell: (row) => <>{row.debtorName ?? row.fromName ?? row.from ?? t("post.nobody")}{row.from && (row.debtorName ?? row.fromName) && <span className="under">{row.from}</span>}</> },
        { key: "what", head: t("post.what"), cell: (row) => <KindOf row={row} />, phone: "bare" },
        { key: "text", head: t("post.text"), cell: (row) => <><b className="medium">{row.subject ?? (row.channel === "mail" ? t("post.noSubject") : "")}</b><span className="under post-excerpt">{row.excerpt}</span>{row.files > 0 && <span className="under">{t("post.fileCount", { count: row.files })}</span>}</>, phone: "bare" },
        { key: "received", head: t("post.received"), cell: (row) => <span className="nowrap">{moment(row.receivedAt)}</span> },
      ]}
    />
  );
}
