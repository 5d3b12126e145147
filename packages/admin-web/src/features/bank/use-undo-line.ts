import { useApolloClient } from "@apollo/client/react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { UndoMatchDocument } from "../../graphql/graphql";
import { useSay } from "../../ui/toast";
import type { SetBankUrl } from "./bank-page";

export interface UndoLine {
  /** What was just decided is said, with the way back; U takes it back as well, once. */
  decided: (lineId: string, said: string) => void;
  /** Takes back what was decided of a line and shows the line, waiting again. Rejects with what the server said. */
  undo: (lineId: string) => Promise<void>;
  /** {@link undo} of the last line that was decided here; false when there is none. */
  undoLast: () => Promise<boolean>;
}

/** Taking back, from wherever it is asked: the line itself, the toast, the key. A decision is taken back once. */
export function useUndoLine(setUrl: SetBankUrl): UndoLine {
  const client = useApolloClient();
  const say = useSay();
  const { t } = useTranslation();
  const last = useRef<{ lineId: string; unsay: () => void } | null>(null);
  return useMemo(() => {
    const undo = async (lineId: string) => {
      await client.mutate({ mutation: UndoMatchDocument, variables: { id: lineId } });
      if (last.current?.lineId === lineId) {
        last.current.unsay();
        last.current = null;
      }
      await client.refetchQueries({ include: "active" });
      setUrl({ state: "undone", line: lineId, q: "" });
      say.done(t("bank.undone"));
    };
    return {
      decided: (lineId, said) => {
        last.current = { lineId, unsay: say.done(said, () => undo(lineId)) };
      },
      undo,
      undoLast: async () => {
        if (last.current === null) return false;
        await undo(last.current.lineId);
        return true;
      },
    };
  }, [client, say, setUrl, t]);
}
