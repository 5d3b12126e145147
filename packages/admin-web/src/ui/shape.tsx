import type { ReactNode } from "react";

const DRAWN = {
  brand: <><path d="M3 4v9a7 7 0 0 0 7 7M21 20v-9a7 7 0 0 0-7-7" strokeWidth="3" /><circle className="solid" cx="12" cy="12" r="2" /></>,
  find: <><circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 3.5 3.5" /></>,
  phone: <path d="M3.2 2.5h2.3l1.2 3-1.6 1.1a8.6 8.6 0 0 0 4.3 4.3l1.1-1.6 3 1.2v2.3c0 .5-.4.9-.9.9A10.4 10.4 0 0 1 2.3 3.4c0-.5.4-.9.9-.9Z" />,
  mail: <><rect x="2" y="3.5" width="12" height="9" rx="1" /><path d="m2.5 4.5 5.5 4 5.5-4" /></>,
  letter: <><path d="M4 2h5.5L12.5 5v9H4z" /><path d="M6 7h4.5M6 9.5h4.5M6 12h3" /></>,
  done: <><circle cx="8" cy="8" r="6" /><path d="m5.3 8.2 1.9 1.9 3.6-4" /></>,
  ring: <circle cx="8" cy="8" r="5.5" />,
  half: <><circle cx="8" cy="8" r="5.5" /><path className="solid" d="M8 2.5a5.5 5.5 0 0 0 0 11z" /></>,
  planned: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.2 2.1" />,
  pause: <><circle cx="8" cy="8" r="6" /><path d="M6.4 5.8v4.4M9.6 5.8v4.4" /></>,
  caution: <><path d="M8 2.6 14.2 13H1.8z" /><path d="M8 6.6v3M8 11.3v.1" /></>,
  stop: <><path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5z" /><path d="M8 5v3.6M8 10.8v.1" /></>,
  broken: <><path className="solid" d="M8 1.8 14.2 8 8 14.2 1.8 8z" /><path d="m6.2 6.2 3.6 3.6M9.8 6.2 6.2 9.8" stroke="var(--paper)" /></>,
  disputed: <><rect x="2.5" y="2.5" width="11" height="11" rx="1" /><path className="solid" d="M13.2 2.8v10.4H2.8z" /></>,
  steps: <path d="M2.5 13.5v-3h3.6v-3h3.7v-3h3.7v9z" />,
  bank: <path d="M2 6.5 8 3l6 3.5zM3.5 7v5M6.5 7v5M9.5 7v5M12.5 7v5M2 13.2h12" />,
  two: <><circle cx="6" cy="8" r="4" /><circle cx="10" cy="8" r="4" /></>,
  out: <path d="M7 3H3v10h10V9M9.5 2.5h4v4M13.3 2.7 7.5 8.5" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  down: <path d="m4 6.5 4 4 4-4" />,
  right: <path d="m6.5 4 4 4-4 4" />,
  left: <path d="m9.5 4-4 4 4 4" />,
  more: <path d="M8 13V3.5M4 7.3l4-4 4 4" />,
  less: <path d="M8 3v9.5M4 8.7l4 4 4-4" />,
  plus: <path d="M8 3.5v9M3.5 8h9" />,
  cross: <path d="m4.5 4.5 7 7M11.5 4.5l-7 7" />,
  fetch: <path d="M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M2.5 13.5h11" />,
  print: <path d="M4.5 6V2.5h7V6M4.5 11H2.5V6h11v5h-2M4.5 9.5h7v4h-7z" />,
  note: <path d="M3 12.8V10l7.4-7.4 2.8 2.8L5.8 12.8z" />,
  dots: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth="2.4" />,
  speak: <><rect x="6" y="2" width="4" height="7.5" rx="2" /><path d="M3.8 7.8a4.2 4.2 0 0 0 8.4 0M8 12v2" /></>,
  person: <><circle cx="8" cy="5" r="2.6" /><path d="M3 13.5c.5-2.9 2.4-4.4 5-4.4s4.5 1.5 5 4.4" /></>,
  command: <path d="M6 6h4v4H6zM6 6V4.5A1.5 1.5 0 1 0 4.5 6zM10 6V4.5A1.5 1.5 0 1 1 11.5 6zM6 10v1.5A1.5 1.5 0 1 1 4.5 10zM10 10v1.5a1.5 1.5 0 1 0 1.5-1.5z" />,
  enter: <path d="M13 4v4.5H4M7 5.5l-3 3 3 3" />,
  link: <path d="M6.5 9.5 9.5 6.5M7 5l1.6-1.6a2.6 2.6 0 0 1 3.7 3.7L10.7 8.7M9 11l-1.6 1.6a2.6 2.6 0 0 1-3.7-3.7L5.3 7.3" />,
} satisfies Record<string, ReactNode>;

export type ShapeName = keyof typeof DRAWN;

/** A drawn shape. It never stands alone: a word beside it says the same, so it is hidden from screen readers. */
export function Shape({ name, size = 16 }: { name: ShapeName; size?: number }) {
  return (
    <svg className="shape" viewBox={name === "brand" ? "0 0 24 24" : "0 0 16 16"} width={size} height={size} style={{ width: size, height: size }} aria-hidden="true">
      {DRAWN[name]}
    </svg>
  );
}
