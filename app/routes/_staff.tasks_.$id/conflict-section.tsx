import * as ownCalendars from "~/i18n/own-calendars";
import * as taskPage from "~/i18n/task-page";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/section";
import { nameIn } from "../_staff.cases_.$id/names";
import { NoteForm } from "./note-form";
import type { PartProps, TaskPage } from "./route";

/** Who is taken by what kind of entry while the session is on, and the three ways out. */
export function ConflictSection(props: PartProps & { conflict: NonNullable<TaskPage["conflict"]> }) {
  const { shown, conflict } = props;
  const [t, own] = [useText(taskPage), useText(ownCalendars)];
  const format = useFormat();
  const locale = useLocale();
  const { session_id: sessionId, done_at: doneAt } = shown.task;
  const { count, stale, readAt } = conflict.calendars;
  return (
    <>
      <Section id="conflict" title={t("conflict")} note={t("conflict.private")}>
        <Facts
          isPadded
          facts={[
            ...(conflict.person
              ? [{ term: t("conflict.person"), value: nameIn(locale, conflict.person) }]
              : []),
            ...(conflict.session
              ? [
                  {
                    term: t("conflict.session"),
                    value: format.range(conflict.session.startAt, conflict.session.endAt),
                  },
                ]
              : []),
            {
              term: t("conflict.across"),
              value:
                conflict.across.length === 0
                  ? t("conflict.gone")
                  : conflict.across.map((one) => (
                      <div key={one.startAt}>
                        {format.range(one.startAt, one.endAt)} ·{" "}
                        {t(one.tentative ? "conflict.tentative" : "conflict.busy")}
                      </div>
                    )),
            },
            ...(stale > 0
              ? [
                  {
                    term: t("conflict.fresh"),
                    value: readAt
                      ? t("conflict.read", { stale, at: format.instantShort(readAt) })
                      : own("staleOther", { stale, count }),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {doneAt ? null : (
        <>
          {sessionId ? (
            <Section title={t("move")} note={t("move.hint")}>
              <div className="acts gap">
                <LinkButton look="main" href={`/sessions/${sessionId}/move`}>
                  {t("move.do")}
                </LinkButton>
              </div>
            </Section>
          ) : null}
          <Section title={t("noObstacle")} note={t("noObstacle.hint")}>
            <NoteForm {...props} how="noObstacle" label={t("noObstacle.note")} act={t("noObstacle.do")} />
          </Section>
          <Section title={t("keep")} note={t("keep.hint")}>
            <NoteForm {...props} how="kept" label={t("keep.reason")} act={t("keep.do")} />
          </Section>
        </>
      )}
    </>
  );
}
