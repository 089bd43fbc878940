import { useSearchParams } from "@remix-run/react";
import * as booking from "~/i18n/booking";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { NextActions } from "~/ui/next-actions";
import { Section } from "~/ui/section";
import type { Picker } from "./picker.server";
import { pickerHref } from "./wish";

/** When nothing fits: the ways that would, each with what it brings. */
export function NoTime({ picker, caseId }: { picker: Picker; caseId: string }) {
  const t = useText(booking);
  const locale = useLocale();
  const format = useFormat();
  const [search] = useSearchParams();
  const { alternatives } = picker;
  if (!alternatives) return null;
  const { ifVideo, afterDueDate, blockers, together, lookedAt } = alternatives;
  const nameOf = (who: (typeof blockers)[number]["who"]) =>
    (locale === "zh-CN" ? who?.label : who?.labelEn) ?? "";
  const actions = [
    ...(ifVideo
      ? [
          {
            id: "video",
            title: t("other.video", { at: format.instant(ifVideo.startAt) }),
            act: (
              <LinkButton href={pickerHref(search, { mode: "video", roomId: null })}>
                {t("other.videoDo")}
              </LinkButton>
            ),
          },
        ]
      : []),
    ...(afterDueDate
      ? [
          {
            id: "extend",
            title: t("other.extend", { at: format.instant(afterDueDate.startAt) }),
            act: <LinkButton href={`/cases/${caseId}/extend`}>{t("other.extendDo")}</LinkButton>,
          },
        ]
      : []),
    ...blockers.map((one) => ({
      id: one.who?.resourceId ?? "",
      title: t("other.blocker", {
        who: nameOf(one.who),
        count: one.slotsWithout,
        all: lookedAt,
      }),
      act:
        one.who?.kind === "mediator" ? (
          <LinkButton href={`/cases/${caseId}/act/replaceMediator`}>{t("other.blockerDo")}</LinkButton>
        ) : null,
    })),
    ...(together
      ? [
          {
            id: "together",
            title: t("other.together", {
              who: format.list(together.who.map(nameOf)),
              count: together.slotsWithout,
              all: lookedAt,
            }),
          },
        ]
      : []),
    { id: "shorter", title: t("other.shorter") },
  ];
  return (
    <Section id="other" title={t("none")} note={t("noneText")}>
      <NextActions actions={actions} />
    </Section>
  );
}
