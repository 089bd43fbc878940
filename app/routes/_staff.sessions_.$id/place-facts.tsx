import * as booking from "~/i18n/booking";
import { overrideTexts } from "~/i18n/override-text";
import * as overrides from "~/i18n/overrides";
import * as sessionCodes from "~/i18n/session-codes";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import { Anchor } from "~/ui/router";
import { Numeral } from "~/ui/table";
import { nameIn, sidesOf } from "../_staff.cases_.$id/names";
import type { SessionPlace } from "./place.server";

/** Time, place, mode, mediator, cases. */
export function PlaceFacts({ place, isVideoPage }: { place: SessionPlace; isVideoPage?: boolean }) {
  const [t, code, tOver] = [useText(booking), useText(sessionCodes), useText(overrides)];
  const format = useFormat();
  const locale = useLocale();
  const { room } = place;
  const over = overrideTexts(locale, place.overrides);
  const where = room
    ? locale === "zh-CN"
      ? `${room.name}，${room.place}`
      : `${room.nameEn}, ${room.placeEn}`
    : place.mode === "phone"
      ? t("place.phone")
      : place.video
        ? null
        : (place.otherPlace ?? "");
  return (
    <Facts
      isPadded
      facts={[
        { term: t("when"), value: <b>{format.range(place.startAt, place.endAt)}</b> },
        ...(where === null ? [] : [{ term: t("where"), value: where }]),
        ...(place.video
          ? [
              {
                term: t("title.video"),
                value: <VideoWay place={place} video={place.video} maySet={place.mayPlan && !isVideoPage} />,
              },
            ]
          : []),
        { term: t("how"), value: `${code(`mode.${place.mode}`)} · ${format.duration(place.minutes)}` },
        ...(over.length > 0
          ? [{ term: tOver("title"), value: over.map((text) => <div key={text}>{text}</div>) }]
          : []),
        { term: t("mediator"), value: place.mediator ? nameIn(locale, place.mediator) : "" },
        {
          term: t("cases"),
          value: place.cases.map((one) => (
            <div key={one.id}>
              <Numeral href={`/cases/${one.id}`}>{one.number}</Numeral>{" "}
              <span className="q">{format.versus(...sidesOf(one))}</span>
            </div>
          )),
        },
      ]}
    />
  );
}

/** Where to go in, and for whoever plans where to set it. */
function VideoWay({
  place,
  video,
  maySet,
}: {
  place: SessionPlace;
  video: NonNullable<SessionPlace["video"]>;
  maySet: boolean;
}) {
  const t = useText(booking);
  const isOn = place.status === "planned" || place.status === "open";
  return (
    <>
      {video.joinUrl && isOn ? (
        <div>
          <a href={video.joinUrl} target="_blank" rel="noreferrer">
            {t("video.join")}
          </a>
        </div>
      ) : null}
      {video.joinUrl ? null : <div>{t("place.video")}</div>}
      {video.joinCode ? <div>{t("video.code", { code: video.joinCode })}</div> : null}
      {maySet && isOn ? (
        <div>
          <Anchor href={`/sessions/${place.sessionId}/video`}>
            {t(video.joinUrl ? "video.change" : "video.set")}
          </Anchor>
        </div>
      ) : null}
    </>
  );
}
