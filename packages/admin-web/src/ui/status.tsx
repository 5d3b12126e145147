import "./status.css";
import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./shape";

/** running: Delft blue, for what goes on or went well. serious: brick, for what harms somebody. golden: calls in a golden hour. */
export type Mood = "plain" | "quiet" | "running" | "serious" | "golden";

/** A status: a shape and a word, so that nothing is lost on a grey print. */
export function Status({ shape, mood = "plain", children }: { shape: ShapeName; mood?: Mood; children: ReactNode }) {
  return (
    <span className="status" data-mood={mood}>
      <Shape name={shape} size={14} />
      <span>{children}</span>
    </span>
  );
}
