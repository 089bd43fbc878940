import * as report from "~/i18n/report";
import { useFormat, useText } from "~/i18n/use-text";
import { classNames } from "~/ui/class-names";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import type { Group } from "./groups";
import type { DailyReport } from "./route";

const toneOf = (code: string, count: number) =>
  count === 0 ? undefined : code === "overdue" ? "is-over" : code === "dueSoon" ? "is-risk" : undefined;

/** Figures in one row, each with its definition in print as on screen, each leading to its cases. */
export function FigureSection({ group, page }: { group: Group; page: DailyReport }) {
  const t = useText(report);
  const format = useFormat();
  const on = format.date(page.on);
  const isPast = page.on !== page.today;
  const note =
    group.id === "day"
      ? t("groupNote.day", { on })
      : isPast
        ? t("groupNote.standingPast", { on })
        : group.id === "due"
          ? t("groupNote.due")
          : t("groupNote.standing", { at: format.instant(page.at) });
  return (
    <Section id={group.id} title={t(`group.${group.id}`)} note={note}>
      <ul className={classNames("stats", group.codes.length === 8 && "by-four")}>
        {group.codes.map((code) => {
          const figure = page.figures.find((one) => one.code === code);
          const count = figure?.count ?? 0;
          const tone = toneOf(code, count);
          const value = format.count(count);
          return (
            <li key={code}>
              <p className="q2">{t(`figure.${code}`)}</p>
              <p className="stat">
                {figure?.href ? (
                  <Anchor href={figure.href} className={tone}>
                    {value}
                    <span className="sr">
                      {" "}
                      {t(`figure.${code}`)} {t("opens")}
                    </span>
                  </Anchor>
                ) : (
                  <span className={tone}>{value}</span>
                )}
              </p>
              <p className="hint">{t(`about.${code}`)}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
