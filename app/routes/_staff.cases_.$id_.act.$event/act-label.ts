import * as acts from "~/i18n/acts";
import type * as intake from "~/i18n/intake";
import type { Text } from "~/i18n/text";

type Key = keyof typeof acts.zh & `field.${string}`;
const isKey = (key: string): key is Key => Object.hasOwn(acts.zh, key);

/** What a field of a small form is called in the error summary; those of a late entry are the intake's. */
export function actLabel(
  t: Text<typeof acts.zh>,
  late: Text<typeof intake.zh>,
  name: string,
): string | undefined {
  if (name === "happenedAt") return t("happenedAt");
  if (name === "lateReason") return late("lateReason");
  if (name.startsWith("evidenceFile")) return late("evidence");
  const key = `field.${name.split(".")[0]}`;
  return isKey(key) ? t(key) : undefined;
}
