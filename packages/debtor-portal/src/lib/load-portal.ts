import type { RefusalCode } from "@tegemoet/domain";
import { OverviewDocument, SessionDocument, LinkPreviewDocument, type Language } from "../graphql/graphql";
import { ask, openLink, Refused } from "./client";
import { keepLink, takePersonalLink, type PersonalLink } from "./personal-link";
import type { Creditor, LinkPreview, Overview, Session } from "./portal";
import { kept } from "./storage";
import { tellOtherTabs } from "./tabs";

/** Where the portal stands: what may be shown, and why nothing more. */
export type Stage =
  | { readonly at: "loading" | "linkGone" | "noLink" }
  | { readonly at: "failed"; readonly why: RefusalCode | "offline" }
  | { readonly at: "closed"; readonly why: "ended" | "byYou" | "elsewhere"; readonly creditor: Creditor }
  | { readonly at: "preview"; readonly link: PersonalLink; readonly preview: LinkPreview }
  | { readonly at: "open"; readonly session: Session; readonly overview: Overview };

/** Finds out where the portal stands when it is loaded. A link that nobody pressed on only ever shows what its mail said. */
export async function loadStage(): Promise<Stage> {
  const link = takePersonalLink();
  // Where a form without script was sent on to, when its link worked no more.
  if (location.search.includes("link=invalid")) return { at: "linkGone" };
  try {
    if (link && !link.opened) return await previewOf(link);
    const open = await openStage();
    if (open) return open;
    return link ? await previewOf({ ...link, opened: false }) : { at: "noLink" };
  } catch (error) {
    return failure(error);
  }
}

/** What the link's own mail said. */
async function previewOf(link: PersonalLink): Promise<Stage> {
  const { linkPreview } = await ask(LinkPreviewDocument, { token: link.token });
  return { at: "preview", link, preview: linkPreview };
}

/** Session and overview, or null without a session. */
export async function openStage(): Promise<Extract<Stage, { at: "open" }> | null> {
  const overview = ask(OverviewDocument, {}).catch((error: unknown) => error);
  const { session } = await ask(SessionDocument, {});
  const answer = await overview;
  if (!session) return null;
  if (answer instanceof Error) throw answer;
  return { at: "open", session, overview: (answer as { overview: Overview }).overview };
}

/** The press that opens a link: from here on there is a session, and the creditor knows that the mail arrived. */
export async function openPersonalLink(link: PersonalLink): Promise<Extract<Stage, { at: "open" }>> {
  await openLink(link.token);
  keepLink({ ...link, opened: true });
  tellOtherTabs(link.token);
  const open = await openStage();
  if (!open) throw new Refused("SESSION_ENDED", {});
  return open;
}

export function failure(error: unknown): Stage {
  if (error instanceof Refused && (error.code === "LINK_INVALID" || error.code === "NOT_FOUND")) return { at: "linkGone" };
  return { at: "failed", why: error instanceof Refused ? error.code : "offline" };
}

/** The language of the page: what was chosen here, else what the server says, else what the browser prefers. */
export function languageOf(stage: Stage): Language {
  const chosen = kept("language");
  if (chosen === "nl" || chosen === "en") return chosen;
  if (stage.at === "preview") return stage.preview.language;
  if (stage.at === "open") return stage.session.language;
  return navigator.language.toLowerCase().startsWith("nl") ? "nl" : "en";
}
