import * as absences from "~/i18n/absences";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";

type Who = { readonly agentId: string | null; readonly name: string };
export type Told = {
  readonly people: readonly Who[];
  readonly once: readonly (Who & {
    absenceId: string;
    startAt: string;
    endAt: string;
    reason: string | null;
  })[];
  readonly weekly: readonly (Who & {
    absenceId: string;
    weekday: number;
    fromMinute: number;
    toMinute: number;
    fromOn: string;
    untilOn: string | null;
    reason: string | null;
  })[];
};

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** What one side told, each with the button that takes it back. */
export function ToldList({ told, partyId }: { told: Told; partyId: string }) {
  const t = useText(absences);
  const format = useFormat();
  const lines = [
    ...told.once.map((one) => ({
      ...one,
      when: `${format.instant(one.startAt)} — ${format.instant(one.endAt)}`,
    })),
    ...told.weekly.map((one) => ({
      ...one,
      when: t("weeklyWhen", {
        day: format.weekdays()[one.weekday - 1]?.full ?? "",
        time: `${clock(one.fromMinute)}—${clock(one.toMinute)}`,
        from: format.date(one.fromOn),
        until: one.untilOn ? format.date(one.untilOn) : "",
      }),
    })),
  ];
  if (lines.length === 0) return <p>{t("toldNone")}</p>;
  return (
    <ul className="attn">
      {lines.map((one) => (
        <li key={one.absenceId}>
          <Form method="post" className="line-form">
            <input type="hidden" name="absenceId" value={one.absenceId} />
            <input type="hidden" name="partyId" value={partyId} />
            <input type="hidden" name="agentId" value={one.agentId ?? ""} />
            <span>
              {told.people.length > 1 ? <b>{one.name} </b> : null}
              {one.when} {one.reason ? <span className="q">{one.reason}</span> : null}
            </span>
            <Button look="quiet" name="intent" value="withdraw" reading={t("backOf", { when: one.when })}>
              {t("back")}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
