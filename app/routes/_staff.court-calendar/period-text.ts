import type * as words from "~/i18n/court-calendar";
import type { Format } from "~/i18n/format";
import type { Text } from "~/i18n/text";

export type Words = Text<typeof words.zh>;

/** The dates of a season; without both they are all there are. */
export function periodText(
  t: Words,
  format: Format,
  period: { from: string | null; to: string | null },
): string {
  const from = period.from && format.date(period.from);
  const to = period.to && format.date(period.to);
  if (from && to) return t("period.both", { from, to });
  if (from) return t("period.from", { from });
  return to ? t("period.to", { to }) : t("period.always");
}
