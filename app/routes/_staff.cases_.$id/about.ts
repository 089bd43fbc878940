import * as acts from "~/i18n/acts";
import type * as events from "~/i18n/events";
import type { Text } from "~/i18n/text";
import { type FormName, isBeside } from "./beside";

type AboutKey = keyof typeof acts.zh & `about.${string}`;
const isKey = (key: string): key is AboutKey => Object.hasOwn(acts.zh, key);

/** What an act does and what follows, in one sentence; nothing for acts that other pages explain. */
export function aboutOf(t: Text<typeof acts.zh>, event: FormName): string | undefined {
  const key = `about.${event}`;
  return isKey(key) ? t(key) : undefined;
}

/** What an act is called on its button. */
export const actTitle = (t: Text<typeof acts.zh>, event: Text<typeof events.zh>, name: FormName): string =>
  isBeside(name) ? t(`act.${name}`) : event(name);
