import { createContext, useContext } from "react";

export interface FrameActs {
  openPalette: () => void;
  openKeys: () => void;
}

export const FrameContext = createContext<FrameActs>({ openPalette: () => undefined, openKeys: () => undefined });

/** What every page can open: the command palette and the keys. */
export function useFrame(): FrameActs {
  return useContext(FrameContext);
}
