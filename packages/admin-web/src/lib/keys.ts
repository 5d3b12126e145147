import { useEffect, useRef } from "react";

export const onMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const SWITCH = "tegemoet-single-keys";

/** Whether single letters do something. Who dictates or uses a switch turns them off (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(SWITCH) !== "off";
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(SWITCH, on ? "on" : "off");
}

/** Where letters are typed, and where a dialog or list keeps its own keys. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === " " ? "space" : event.key === "Escape" ? "esc" : event.key.toLowerCase();
  return `${event.ctrlKey || event.metaKey ? "mod+" : ""}${event.altKey ? "alt+" : ""}${key}`;
}

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Keys of a page: "j", "mod+k", "alt+k", "enter", "esc", "arrowdown". Single keys do nothing while something is typed, while
 * a dialog stands open, or when they are switched off; Enter and space are left to the button or link that has the focus.
 *
 * @param map What each key does; may change every render.
 * @param options active: false lets go of the keys. inDialog: these are the keys of the dialog itself.
 */
export function useKeys(map: KeyMap, { active = true, inDialog = false }: { active?: boolean; inDialog?: boolean } = {}): void {
  const current = useRef(map);
  useEffect(() => {
    current.current = map;
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      const name = nameOf(event);
      const act = current.current[name];
      if (!act || event.defaultPrevented) return;
      if (!inDialog && document.querySelector("[role=dialog]:not([data-lets-keys-through])")) return;
      const modified = name.startsWith("mod+") || name.startsWith("alt+") || /^f\d+$/.test(name);
      if (!modified) {
        if (isTyping(event.target) && name !== "esc") return;
        if (name.length === 1 && !singleKeysOn()) return;
        if ((name === "enter" || name === "space") && event.target instanceof HTMLElement && event.target.closest("a, button, summary, [role=button]")) return;
      }
      event.preventDefault();
      act(event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [active, inDialog]);
}

/** Two keys after each other, such as "g" and then "b" within a second and a half. They go before the keys of the page. */
export function useKeysAfter(first: string, map: Readonly<Record<string, () => void>>): void {
  const current = useRef(map);
  useEffect(() => {
    current.current = map;
  });
  useEffect(() => {
    let since = -Infinity;
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event.target) || !singleKeysOn() || document.querySelector("[role=dialog]")) return;
      const name = nameOf(event);
      const act = performance.now() - since < 1_500 ? current.current[name] : undefined;
      since = name === first && !act ? performance.now() : -Infinity;
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [first]);
}
