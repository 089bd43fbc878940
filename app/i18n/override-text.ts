import type { Locale } from "./locale";
import * as overrides from "./overrides";
import { sayAny } from "./text";

type Overridden = { readonly code: string; readonly isOwn: boolean; readonly reason: string };

/** Each reason why something was booked outside the usual, as its reader is told; a code that never is has no sentence. */
export const overrideTexts = (locale: Locale, all: readonly Overridden[]): string[] =>
  all.flatMap(({ code, isOwn, reason }) => {
    const key = `${isOwn ? "own" : "court"}.${code}`;
    return Object.hasOwn(overrides.zh, key) ? [sayAny(locale, overrides, key, { reason })] : [];
  });
