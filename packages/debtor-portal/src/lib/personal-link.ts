import { keep, kept } from "./storage";
import { BASE } from "./router";
import { WAY_PATHS, WAYS } from "./ways";

/** A personal link as it was opened in this tab. The token never stays in the address, so it never gets into the history. */
export interface PersonalLink {
  readonly token: string;
  /** Where the link leads, in words of `linkPreview.destination`, when the address itself says so. */
  readonly destination: string | null;
  /** Whether somebody pressed on: only then the session belongs to this link. */
  readonly opened: boolean;
}

/**
 * Takes the token out of the address `/portal/l/TOKEN(/page)(#niet)` and cleans the address. Without one: the link that this tab
 * opened before, or null.
 */
export function takePersonalLink(): PersonalLink | null {
  const match = /^\/l\/([^/]+)(\/[a-z-]+)?\/?$/.exec(location.pathname.slice(BASE.length));
  if (match?.[1]) {
    const destination = destinationOf(match[2] ?? "", location.hash);
    history.replaceState(null, "", `${BASE}/`);
    const link = { token: decode(match[1]), destination, opened: false };
    keepLink(link);
    return link;
  }
  return keptLink();
}

/** The link that this tab opened, or null. */
export function keptLink(): PersonalLink | null {
  try {
    return JSON.parse(kept("link") ?? "null") as PersonalLink | null;
  } catch {
    return null;
  }
}

export function keepLink(link: PersonalLink): void {
  keep("link", JSON.stringify(link));
}

function destinationOf(path: string, hash: string): string | null {
  if (path === "/klopt") return hash === "#niet" ? "disagreement" : "agreement";
  return WAYS.find((way) => WAY_PATHS[way] === path) ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
