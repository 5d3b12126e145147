import { Fragment } from "react";

/** A text with its **day and amount** in bold, the only mark-up that texts have. */
export function Rich({ text }: { text: string }) {
  return text.split("**").map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : <Fragment key={index}>{part}</Fragment>));
}
