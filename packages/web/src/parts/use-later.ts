import { useEffect, useState } from "react";

/** False at first, true once `afterMs` have passed since the first showing. */
export function useLater(afterMs: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return late;
}
