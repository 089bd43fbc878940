import * as words from "~/i18n/court-calendar";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import type { Change } from "./change.server";
import { periodText, type Words } from "./period-text";

/** What a change moves: before it is applied with the button that does so, afterwards as its outcome. */
export function ChangeSection({ change, formKey }: { change: Change; formKey: string }) {
  const t = useText(words);
  const format = useFormat();
  const { hours } = change;
  const title = hours
    ? t(hours.isCleared ? "previewSeason" : "previewHours", { period: periodText(t, format, hours) })
    : change.year
      ? t("previewYear", { year: change.year })
      : t("previewOwn", { on: format.date(change.on ?? "") });
  const booked = bookingsText(t, change);
  return (
    <Section id="effects" title={title}>
      <Notice tone={change.isApplied ? "done" : "act"} isOutcome>
        <p>
          {!change.isApplied
            ? t("notYet")
            : hours
              ? t(hours.isCleared ? "seasonCleared" : "hoursApplied")
              : t("applied", { version: change.version })}
        </p>
        {hours ? null : (
          <p>{change.clocks.length ? t("clocks", { count: change.clocks.length }) : t("clocksNone")}</p>
        )}
        <p>{booked}</p>
      </Notice>
      <ClockTable change={change} />
      <BookingTable change={change} />
      {change.isApplied ? null : (
        <Form method="post" className="acts gap">
          <input type="hidden" name="_key" value={formKey} />
          {Object.entries(change.sends).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button look="main" reading={hours ? t("hours") : t("applyReading")}>
            {t("apply")}
          </Button>
          <LinkButton href="/court-calendar">{t("back")}</LinkButton>
        </Form>
      )}
    </Section>
  );
}

/** How many sessions the change leaves where nobody works, in words. */
function bookingsText(t: Words, { hours, bookings }: Change): string {
  const count = bookings.length;
  if (hours) return count ? t("outside", { count }) : t("outsideNone");
  return count ? t("bookings", { count }) : t("bookingsNone");
}

function ClockTable({ change }: { change: Change }) {
  const [t, tShell] = [useText(words), useText(shell)];
  const format = useFormat();
  if (!change.clocks.length) return null;
  const caption = t("clocks", { count: change.clocks.length });
  return (
    <Sheet className="gap">
      <Table
        caption={caption}
        scrollLabel={tShell("scrolls", { what: caption })}
        rows={change.clocks}
        rowKey={(one) => `${one.caseId} ${one.rule}`}
        columns={[
          { id: "case", head: t("col.case"), isRowHead: true, cell: (one) => one.number },
          { id: "rule", head: t("col.rule"), cell: (one) => one.name },
          { id: "was", head: t("col.was"), isNowrap: true, cell: (one) => format.date(one.wasDueOn) },
          {
            id: "now",
            head: t("col.now"),
            isNowrap: true,
            cell: (one) => {
              const on = format.date(one.dueOn);
              return one.provisional ? t("provisional", { on }) : on;
            },
          },
        ]}
      />
    </Sheet>
  );
}

function BookingTable({ change }: { change: Change }) {
  const [t, tShell] = [useText(words), useText(shell)];
  const format = useFormat();
  if (!change.bookings.length) return null;
  const caption = bookingsText(t, change);
  return (
    <Sheet className="gap">
      <Table
        caption={caption}
        scrollLabel={tShell("scrolls", { what: caption })}
        rows={change.bookings}
        rowKey={(one) => one.sessionId}
        columns={[
          { id: "when", head: t("col.when"), isRowHead: true, cell: (one) => format.instant(one.startAt) },
          { id: "case", head: t("col.case"), cell: (one) => format.list(one.numbers) },
        ]}
      />
    </Sheet>
  );
}
