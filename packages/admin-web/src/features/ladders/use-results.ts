import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { LadderResultsDocument } from "../../graphql/graphql";

/** What followed each step of a ladder over the last year; empty until it is known. */
export function useResults(ladderId: string): ReadonlyMap<string, { taken: number; paid: number }> {
  const { data } = useQuery(LadderResultsDocument, { variables: { ladderId } });
  return useMemo(() => new Map(data?.ladderResults.map(({ step, taken, paid }) => [step, { taken, paid }])), [data]);
}
