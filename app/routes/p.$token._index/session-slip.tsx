import type { SessionMode } from "~/domain/mediation/sessions";
import * as party from "~/i18n/party";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import type { Fact } from "~/ui/facts";
import { Slip } from "~/ui/slip";

type Room = { name: string; nameEn: string; place: string; placeEn: string };
interface SessionSlipProps {
  session: {
    startAt: string;
    endAt: string;
    mode: SessionMode;
    otherPlace: string | null;
    room: Room | null;
    arriveAt: string | null;
    waitingRoom: Room | null;
  };
  court: { address: string; phone: string };
  calendarHref: string;
  /** The reader's zone as the court knows it. */
  zone?: string | null;
  /** Shown after the place. */
  more?: readonly Fact[];
}

/** When and where a side has to be: Beijing time first, the reader's own second where it differs. */
export function SessionSlip({ session, court, calendarHref, zone, more = [] }: SessionSlipProps) {
  const t = useText(party);
  const format = useFormat(zone);
  const isEnglish = useLocale() === "en";
  const { startAt, endAt, mode, room, arriveAt, waitingRoom } = session;
  const named = (of: Room | null) =>
    of ? (isEnglish ? `${of.nameEn}, ${of.placeEn}` : `${of.name}，${of.place}`) : "";
  const own = format.ownRange(startAt, endAt);
  const where: Fact =
    mode === "onsite"
      ? { term: t("place"), value: `${named(room)}${isEnglish ? ". " : "。"}${court.address}` }
      : mode === "otherPlace"
        ? { term: t("place"), value: session.otherPlace ?? "" }
        : { term: t("mode"), value: mode === "phone" ? t("phoneMode", { phone: court.phone }) : t("video") };
  return (
    <Slip
      title={t("next")}
      when={[format.spokenDate(startAt), format.spokenTimeRange(startAt, endAt)]}
      facts={[
        where,
        ...(arriveAt ? [{ term: t("arrive"), value: format.time(arriveAt) }] : []),
        ...(waitingRoom ? [{ term: t("waitIn"), value: named(waitingRoom) }] : []),
        ...more,
        { term: t("bring"), value: t("bringWhat") },
      ]}
      acts={
        <LinkButton href={calendarHref} icon="calendar">
          {t("addCalendar")}
        </LinkButton>
      }
      hint={
        <>
          {t("beijing")}
          {own ? <span>{own}</span> : null}
        </>
      }
    />
  );
}
