import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";

interface Paged {
  rows: readonly unknown[];
  nextCursor: string | null;
}

/**
 * A list by pages: the first page follows the filter, later pages are added below it. While a new filter is asked, the old rows stay.
 *
 * @param field The one field of the query that holds the page.
 */
export function useList<Field extends string, Page extends Paged, Data extends Record<Field, Page>, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>, variables: Variables, field: Field,
) {
  const asked = useQuery(query, { variables } as never) as unknown as {
    data?: Data; previousData?: Data; loading: boolean; error?: unknown; refetch: () => unknown;
    fetchMore: (options: object) => Promise<unknown>;
  };
  const data = asked.data ?? asked.previousData;
  const next = asked.data?.[field].nextCursor ?? null;
  const more = next === null ? undefined : () => asked.fetchMore({
    variables: { ...variables, after: next },
    updateQuery: (before: Data, { fetchMoreResult }: { fetchMoreResult: Data }) => ({
      ...fetchMoreResult, [field]: { ...fetchMoreResult[field], rows: [...before[field].rows, ...fetchMoreResult[field].rows] },
    }),
  });
  return { asked: { data, loading: asked.loading, error: asked.error, refetch: asked.refetch }, more };
}
