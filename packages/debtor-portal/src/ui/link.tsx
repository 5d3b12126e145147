import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { usePortal } from "../lib/portal";
import { BASE } from "../lib/router";

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
}

/** A link to a page of the portal: a real address, so that it can be copied, and no reload when it is pressed. */
export function Link({ to, children, ...rest }: LinkProps) {
  const { go } = usePortal();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={`${BASE}${to}`} onClick={follow}>{children}</a>;
}
