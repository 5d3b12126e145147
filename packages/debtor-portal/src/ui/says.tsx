import type { ReactNode } from "react";

const SHAPES = {
  done: "m8 14.500 4 4 8-9",
  clock: "M14 7v7l4.500 3",
  person: "M14 8.500v.010M14 12.500v7",
} as const;

/** One message a page: a shape and a sentence. Colour comes third. */
export function Says({ shape, children }: { shape: keyof typeof SHAPES; children: ReactNode }) {
  return (
    <div className="says">
      <svg viewBox="0 0 28 28" aria-hidden="true"><circle cx="14" cy="14" r="12.500" /><path d={SHAPES[shape]} /></svg>
      <div>{children}</div>
    </div>
  );
}
