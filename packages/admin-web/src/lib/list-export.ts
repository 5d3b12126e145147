import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback } from "react";
import { allPages, saveFile, toCsv, type CsvColumn } from "./csv";

interface PageOf<Row> {
  rows: readonly Row[];
  nextCursor: string | null;
}

/** Exports exactly what is filtered: every page of the question, in the same order, as a file. */
export function useListExport<Data, Variables extends OperationVariables, Row>(
  query: TypedDocumentNode<Data, Variables>, variables: Variables, pageOf: (data: Data) => PageOf<Row>, name: string, columns: readonly CsvColumn<Row>[],
): () => Promise<void> {
  const client = useApolloClient();
  return useCallback(async () => {
    const rows = await allPages<Row>(async (after) => {
      const { data } = await client.query<Data, Variables>({ query, variables: { ...variables, first: 200, after }, fetchPolicy: "no-cache" } as never);
      return pageOf(data as Data);
    });
    saveFile(name, toCsv(columns, rows));
    // The question and its columns are made anew each render and mean the same.
  }, [client, query, variables, pageOf, name, columns]);
}
