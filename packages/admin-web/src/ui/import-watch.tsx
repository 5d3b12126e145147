import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { ImportEndDocument } from "../graphql/graphql";
import { useFormat } from "../lib/format";
import { dropImport, useWatchedImports, type WatchedImport } from "../lib/watched-imports";
import { useSay } from "./toast";

const PAGE = { bank: "/bank", invoices: "/invoices/import" } as const;

/** Tells on any page that an import ended which was started on another: nobody has to stay and look. */
export function ImportWatch() {
  return useWatchedImports().map((one) => <Watch key={one.id} {...one} />);
}

function Watch({ id, kind }: WatchedImport) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { pathname } = useLocation();
  const say = useSay();
  const { data, error } = useQuery(ImportEndDocument, { variables: { id }, pollInterval: 2_000, fetchPolicy: "network-only" });
  const found = data?.import;
  const ended = found?.state === "done" || found?.state === "failed";
  useEffect(() => {
    // An import of another organisation or another person's session is nobody's here.
    if (!ended && !error) return;
    dropImport(id);
    if (!found || error || pathname === PAGE[kind]) return;
    say.done(found.state === "failed"
      ? t("imports.endedFailed", { file: found.fileName })
      : t("imports.ended", { file: found.fileName, created: number(found.created), unchanged: number(found.unchanged), failed: number(found.failed) }));
    // It is said once, when it ends; where somebody is by then is what counts.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ended, error]);
  return null;
}
