/**
 * One browser has one session. When a link is opened in this tab, the pages of another link in other tabs close, so that nobody acts
 * for one creditor on the page of another (U-22).
 */
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("tegemoet-portal");

export function tellOtherTabs(token: string): void {
  // A digest would do, but the token may not leave this tab at all: others only need to know whether it is theirs.
  void digest(token).then((mark) => channel?.postMessage(mark));
}

export function onOtherTab(token: string | null, close: () => void): () => void {
  if (!channel) return () => {};
  const listen = ({ data }: MessageEvent) => void digest(token ?? "").then((mark) => mark !== data && close());
  channel.addEventListener("message", listen);
  return () => channel.removeEventListener("message", listen);
}

async function digest(text: string): Promise<string> {
  if (!crypto.subtle) return String(text.length);
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes.slice(0, 8))].join(".");
}
