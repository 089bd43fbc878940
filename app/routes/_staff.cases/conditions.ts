import type { Format } from "~/i18n/format";
import type * as queue from "~/i18n/queue";
import type * as stages from "~/i18n/stages";
import type { Text } from "~/i18n/text";
import type { QueueFilter } from "~/services/queue-filter.server";

type Say = {
  t: Text<typeof queue.zh>;
  stage: Text<typeof stages.zh>;
  format: Format;
  causeName: string | undefined;
  nameOf: (id: string | undefined) => string | undefined;
};

/** The days-left choices of the form, as the address carries them. */
export const LEFT = ["-1", "0", "3", "7"] as const;

/** The filter in words: scope, tab, then whatever narrows it. */
export function conditionsOf(filter: QueueFilter, { t, stage, format, causeName, nameOf }: Say): string[] {
  const left = LEFT.find((one) => Number(one) === filter.dueWithin);
  return [
    t(`scope.${filter.scope ?? "all"}`),
    t(`tab.${filter.tab}`),
    ...filter.stage.map((one) => stage(one)),
    causeName,
    nameOf(filter.mediatorId),
    nameOf(filter.orgId),
    nameOf(filter.teamId),
    left ? t(`left.${left}`) : undefined,
    filter.from ? t("cond.from", { on: format.date(filter.from) }) : undefined,
    filter.until ? t("cond.until", { on: format.date(filter.until) }) : undefined,
    filter.text ? t("cond.text", { text: filter.text }) : undefined,
  ].filter((one) => one !== undefined);
}
