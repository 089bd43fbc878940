import { useEffect, useState } from "react";

/** False in the page as it was sent and without script; true once script runs, for what only then works. */
export function useIsLive(): boolean {
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return isLive;
}
