import type { EventName } from "~/domain/cases/events";
import * as acts from "~/i18n/acts";
import type { Text } from "~/i18n/text";

type AboutKey = keyof typeof acts.zh & `about.${string}`;
const isKey = (key: string): key is AboutKey => Object.hasOwn(acts.zh, key);

/** What an act does and what follows, in one sentence; nothing for acts that other pages explain. */
export function aboutOf(t: Text<typeof acts.zh>, event: EventName): string | undefined {
  const key = `about.${event}`;
  return isKey(key) ? t(key) : undefined;
}
