import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useState } from "react";
import { failureOf, failureText, type Failure } from "./refusal";

export interface Act<Data, Variables> {
  /** Does it, and then asks again for what is on screen. Undefined when the server refused: the reason stands in `refused`. */
  run: (variables: Variables) => Promise<Data | undefined>;
  busy: boolean;
  /** The sentence that says why it didn't happen. */
  refused: string | null;
  failure: Failure | null;
  clear: () => void;
}

/** An act on the server: one press, one answer, the refusal in words, and what is on screen brought up to date. */
export function useAct<Data, Variables extends OperationVariables>(mutation: TypedDocumentNode<Data, Variables>): Act<Data, Variables> {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(async (variables: Variables) => {
    setBusy(true);
    setFailure(null);
    try {
      const { data } = await client.mutate<Data, Variables>({ mutation, variables } as never);
      void client.refetchQueries({ include: "active" });
      return data as Data;
    } catch (error) {
      setFailure(failureOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  }, [client, mutation]);
  const clear = useCallback(() => setFailure(null), []);
  return { run, busy, refused: failure ? failureText(failure) : null, failure, clear };
}
