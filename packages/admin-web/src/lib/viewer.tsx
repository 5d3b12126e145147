import { createContext, useContext } from "react";
import type { ViewerQuery } from "../graphql/graphql";

export type SignedIn = NonNullable<ViewerQuery["viewer"]>;

export const ViewerContext = createContext<SignedIn | null>(null);

/** Who is signed in; null on the sign-in page. */
export function useViewer(): SignedIn | null {
  return useContext(ViewerContext);
}
