import { useCallback, useEffect, useRef, useState } from "react";
import type { RefusalCode } from "@tegemoet/domain";
import { CheckoutDocument, type CheckoutPartsFragment } from "../../graphql/graphql";
import { ask, Refused } from "../../lib/client";

const EVERY = 2_500;
const FOR = 60_000;

interface Asked {
  readonly checkout: CheckoutPartsFragment | null;
  /** False after a minute without an answer of the bank; a mail will tell then. */
  readonly stillAsking: boolean;
  readonly fault: RefusalCode | null;
  /** Asks again for another minute. */
  readonly look: () => void;
}

/** Asks how a payment stands, every few seconds for a minute, until the bank has answered. A lost connection is waited out. */
export function useCheckout(id: string): Asked {
  const [checkout, setCheckout] = useState<CheckoutPartsFragment | null>(null);
  const [stillAsking, setStillAsking] = useState(true);
  const [fault, setFault] = useState<RefusalCode | null>(null);
  const [round, setRound] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const until = Date.now() + FOR;
    let over = false;
    setStillAsking(true);
    const look = async () => {
      const answer = await ask(CheckoutDocument, { id }).catch((error: unknown) => error);
      if (over) return;
      if (answer instanceof Refused && answer.code !== "SESSION_ENDED") return setFault(answer.code);
      if (!(answer instanceof Error)) {
        const { checkout: found } = answer as { checkout: CheckoutPartsFragment };
        setCheckout(found);
        if (!["open", "pending"].includes(found.state)) return setStillAsking(false);
      }
      if (Date.now() >= until) return setStillAsking(false);
      timer.current = setTimeout(() => void look(), EVERY);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer.current);
    };
  }, [id, round]);

  return { checkout, stillAsking, fault, look: useCallback(() => setRound((before) => before + 1), []) };
}
