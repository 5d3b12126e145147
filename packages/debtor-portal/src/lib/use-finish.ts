import { useCallback } from "react";
import type { ConfirmationPartsFragment } from "../graphql/graphql";
import { usePortal } from "./portal";

/** A confirmation with what the server doesn't repeat: which help was chosen. */
export type Done = ConfirmationPartsFragment & { readonly want?: string };

/** Shows the confirmation of an act, which stays with its page through a reload, and asks how things stand now. */
export function useFinish(): (confirmation: Done) => void {
  const { go, refresh } = usePortal();
  return useCallback((confirmation) => {
    go("/klaar", confirmation);
    void refresh().catch(() => {});
  }, [go, refresh]);
}
