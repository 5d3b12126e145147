import { wordFor } from "./words";

/** Why something rests: what a person wrote as they wrote it; what a call or the portal recorded, in words. */
export function holdReason(reason: string): string {
  const wish = /^asked for: (\w+)$/.exec(reason)?.[1];
  return wish ? wordFor("helpWants", wish) : wordFor("outcomes", reason);
}
