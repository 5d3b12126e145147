import { useCallback } from "react";
import { useLocation, useSearchParams } from "react-router";

/**
 * State that lives in the address, so that a filter can be shared and the back button brings it back.
 * A value that is empty or equals its default leaves the address.
 */
export function useUrlState<Key extends string>(defaults: Readonly<Record<Key, string>>): [Record<Key, string>, (change: Partial<Record<Key, string>>) => void] {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const keys = Object.keys(defaults) as Key[];
  const state = Object.fromEntries(keys.map((key) => [key, params.get(key) ?? defaults[key]])) as Record<Key, string>;
  const change = useCallback(
    (part: Partial<Record<Key, string>>) => {
      // Somebody who typed a search and pressed a link is on her way to another page: a late answer must not bring her back.
      if (location.pathname !== pathname) return;
      setParams((before) => {
        const next = new URLSearchParams(before);
        for (const key of Object.keys(part) as Key[]) {
          const value = part[key] ?? "";
          if (value === "" || value === defaults[key]) next.delete(key);
          else next.set(key, value);
        }
        return next;
      }, { replace: true });
    },
    // The defaults are a constant of the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [setParams, pathname],
  );
  return [state, change];
}
