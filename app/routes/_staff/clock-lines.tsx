import type { ClockTone } from "~/domain/cases/clocks";
import type { Role } from "~/domain/policy/roles";
import * as clockList from "~/i18n/clock-list";
import * as roles from "~/i18n/roles";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Clocks } from "~/ui/clock";
import { clockTone } from "../_staff.cases/row-words";

type Words = { readonly title: string; readonly sentence: string; readonly law: string };

export type ClockShown = {
  readonly clockId: string;
  readonly daysLeft: number;
  readonly totalDays: number;
  readonly dueOn: string;
  readonly tone: ClockTone;
  readonly paused: boolean;
  readonly provisional: boolean;
  readonly words: Words;
  /** Who answers for it, on a page of one case. */
  readonly owner?: { readonly name: string; readonly nameEn: string } | null;
  /** As whom he answers; null: he was named in person. */
  readonly ownerRole?: Role | null;
  readonly toEnd?: { readonly byOn: string; readonly ownerName: string | null } | null;
};

/** The running time limits, each with the sentence that explains its date; after them what does not run yet. */
export function ClockLines({
  clocks,
  awaited,
}: {
  clocks: readonly ClockShown[];
  awaited: readonly { readonly code: string; readonly words: Words }[];
}) {
  const [t, role] = [useText(clockList), useText(roles)];
  const format = useFormat();
  const locale = useLocale();
  const lawOf = ({ words, owner, ownerRole, toEnd }: ClockShown) => {
    const name = owner && (locale === "en" ? owner.nameEn : owner.name);
    const as = ownerRole && role(ownerRole);
    const answers = name && as ? `${name} (${as})` : name || as;
    const says = [
      words.law,
      answers && t("owner", { owner: answers }),
      toEnd && t("toEnd", { by: format.date(toEnd.byOn), owner: toEnd.ownerName ?? t("nobody") }),
    ];
    return says.filter(Boolean).join(" ");
  };
  return (
    <Clocks
      clocks={[
        ...clocks.map((clock) => {
          const on = format.date(clock.dueOn);
          return {
            id: clock.clockId,
            label: clock.paused ? t("paused") : format.daysLeft(clock.daysLeft),
            tone: clockTone(clock.tone),
            daysTotal: clock.totalDays,
            daysGone: clock.totalDays - clock.daysLeft,
            sub: clock.provisional ? t("provisional", { on }) : on,
            ...clock.words,
            law: lawOf(clock),
          };
        }),
        ...awaited.map(({ code, words }) => ({ id: code, label: t("awaited"), ...words })),
      ]}
    />
  );
}
