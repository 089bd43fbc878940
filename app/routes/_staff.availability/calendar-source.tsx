import * as ownCalendars from "~/i18n/own-calendars";
import { codedKey } from "~/i18n/own-calendars";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Status } from "~/ui/status";
import type { AvailabilityShown } from "./route";

type Source = NonNullable<AvailabilityShown["sources"]>[number];

/** One calendar: how fresh, how much of it was read, and each entry that was not, with the reason. */
export function CalendarSource({ source, formKey }: { source: Source; formKey: string }) {
  const t = useText(ownCalendars);
  const format = useFormat();
  const failure = source.failure ? codedKey("failure", source.failure) : undefined;
  const at = source.fetchedAt ? format.instant(source.fetchedAt) : "";
  return (
    <li>
      <b>{source.name}</b>{" "}
      {source.freshness === "unread" ? (
        <Status tone="wait">{t("unread")}</Status>
      ) : source.freshness === "stale" ? (
        <Status tone="risk">{t("stale", { at })}</Status>
      ) : (
        <Status tone="done">{t(source.kind === "file" ? "freshFile" : "fresh", { at })}</Status>
      )}
      {failure ? (
        <p>
          <Status tone="over">{t(failure)}</Status>
        </p>
      ) : null}
      {source.freshness === "stale" ? <p className="q2">{t("staleNote")}</p> : null}
      {source.fetchedAt ? (
        <p className="num">{t("counts", { entries: source.entries, skipped: source.skipped })}</p>
      ) : null}
      {source.told.length > 0 ? (
        <details className="fold">
          <summary>{t("told", { count: source.told.length })}</summary>
          <ul className="papers">
            {source.told.map((one) => {
              const reason = codedKey("reason", one.reason);
              return (
                <li key={`${one.title} ${one.startsAt} ${one.reason}`}>
                  {one.title ?? t("untitled")}{" "}
                  {one.startsAt ? <span className="num">{one.startsAt}</span> : null}
                  {reason ? ` — ${t(reason)}` : null}
                </li>
              );
            })}
          </ul>
        </details>
      ) : null}
      <Form method="post" className="acts">
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="sourceId" value={source.sourceId} />
        {source.kind === "url" ? (
          <Button look="quiet" name="intent" value="refreshCalendar" reading={source.name}>
            {t("refresh")}
          </Button>
        ) : null}
        <Button look="quiet" name="intent" value="removeCalendar" reading={source.name}>
          {t("remove")}
        </Button>
      </Form>
    </li>
  );
}
