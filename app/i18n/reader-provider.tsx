import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Locale } from "./locale";
import { ReaderContext } from "./use-text";

/** Hands the reader's language to a page; his zone follows after the first paint, because the server cannot know it. */
export function ReaderProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [zone, setZone] = useState<string>();
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const reader = useMemo(() => ({ locale, zone }), [locale, zone]);
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}
