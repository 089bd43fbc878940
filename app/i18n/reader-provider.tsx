import { type ReactNode, useEffect, useMemo, useState } from "react";
import { COURT_ZONE } from "./court-time";
import type { Locale } from "./locale";
import { ReaderContext } from "./use-text";

/** Hands the reader's language to a page; his zone follows after the first paint, because the server cannot know it. */
export function ReaderProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [zone, setZone] = useState<string>();
  // Who keeps the court's time is shown nothing more, so for him nothing is drawn anew.
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (own !== COURT_ZONE) setZone(own);
  }, []);
  const reader = useMemo(() => ({ locale, zone }), [locale, zone]);
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}
