import { useEffect, useState } from "react";

/** True once something has lasted so many milliseconds: quick answers show no skeleton at all. */
export function useLate(lasting: boolean, afterMilliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!lasting) return setLate(false);
    const timer = setTimeout(() => setLate(true), afterMilliseconds);
    return () => clearTimeout(timer);
  }, [lasting, afterMilliseconds]);
  return lasting && late;
}
