import { ApolloClient, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import { print, type DocumentNode } from "graphql";
import { ConnectionError } from "./lib/refusal";
import { tellConnection } from "./lib/connection";
import { tellSessionEnded } from "./lib/session";

/** Built for production the portal sends the hash of a query that the server knows; while developing it sends the text. */
const trusted = import.meta.env.MODE === "production";

function bodyOf(query: DocumentNode, variables: unknown, operationName: string | undefined): string {
  if (!trusted) return JSON.stringify({ operationName, query: print(query), variables });
  return JSON.stringify({ documentId: (query as DocumentNode & { __meta__?: { hash?: string } }).__meta__?.hash, variables });
}

/** Asks the admin door. A custom header makes a forged form of another site impossible. */
const door = new ApolloLink((operation) => new Observable((observer) => {
  const abort = new AbortController();
  void (async () => {
    let response: Response;
    try {
      response = await fetch("/admin/graphql", {
        method: "POST",
        credentials: "same-origin",
        headers: { "content-type": "application/json", accept: "application/json", "x-tegemoet": "admin" },
        body: bodyOf(operation.query, operation.variables, operation.operationName),
        signal: abort.signal,
      });
    } catch (error) {
      if (abort.signal.aborted) return;
      tellConnection(false);
      observer.error(new ConnectionError("OFFLINE"));
      return;
    }
    tellConnection(true);
    try {
      const answer = (await response.json()) as ApolloLink.Result;
      if (answer.errors?.some(({ extensions }) => extensions?.["code"] === "NOT_SIGNED_IN")) tellSessionEnded();
      observer.next(answer);
      observer.complete();
    } catch {
      observer.error(new ConnectionError("SERVER_UNREADABLE"));
    }
  })();
  return () => abort.abort();
}));

/** Parts that belong to their owner and have no identity of their own: the newer answer replaces the older. */
const parts = [
  "Viewer", "NavCounts", "Claim", "CaseLadder", "Behaviour", "Address", "PlanPolicy", "CallLimits", "LetterFacts", "Today", "NightSummary", "CallList",
] as const;

export const client = new ApolloClient({
  link: door,
  cache: new InMemoryCache({
    typePolicies: {
      ...Object.fromEntries(parts.map((name) => [name, { merge: true }])),
      // A person's role belongs to the organisation that asks.
      Staff: { keyFields: ["id"] },
      TimelineEntry: { keyFields: false },
    },
  }),
  defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" } },
});
