import { useEffect, useRef } from "react";
import { usePortal } from "../lib/portal";

/** Two minutes before the session ends. The focus stands on "Ja"; Escape means yes as well, for who presses it wants to go on. */
export function StayDialog({ stay, leave }: { stay: () => void; leave: () => void }) {
  const { staying } = usePortal().texts.frame;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="staying" onCancel={stay}>
      <div className="flow">
        <h2 id="staying">{staying.title}</h2>
        <p>{staying.soon}</p>
        <p>{staying.kept}</p>
        <div>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that asks puts the focus on its answer */}
          <button className="btn" type="button" autoFocus onClick={stay}>{staying.yes}</button>
          <button className="btn two" type="button" onClick={leave}>{staying.no}</button>
        </div>
      </div>
    </dialog>
  );
}
