import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";
import { ViewerDocument } from "../../graphql/graphql";
import { onSessionEnded } from "../../lib/session";

/** When the server says that the session has ended, the sign-in page comes; what was fetched before goes out of sight. */
export function useFollowRefusals(): void {
  const client = useApolloClient();
  useEffect(() => onSessionEnded(() => {
    client.writeQuery({ query: ViewerDocument, data: { __typename: "Query", viewer: null } });
  }), [client]);
}
