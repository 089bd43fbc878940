import * as times from "~/i18n/party-times";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Slip } from "~/ui/slip";
import { placeOf, type Where } from "./place";

interface BookedProps {
  booked: ({ startAt: string; endAt: string } & Where) | null;
  court: { address: string };
  token: string;
}

/** A time came of it: when and where, with the way to the page on which one says whether one can come. */
export function Booked({ booked, court, token }: BookedProps) {
  const t = useText(times);
  const format = useFormat();
  const locale = useLocale();
  return (
    <>
      <div>
        <h1>{t("booked")}</h1>
        <p className="q2">{t("bookedLead")}</p>
      </div>
      {booked ? (
        <Slip
          title={t("bookedWhen")}
          when={[format.range(booked.startAt, booked.endAt)]}
          facts={[
            {
              term: t(booked.mode === "onsite" ? "place" : "mode"),
              value: placeOf(booked, locale, court.address, t),
            },
            ...(booked.mode === "onsite" ? [{ term: t("address"), value: court.address }] : []),
          ]}
        />
      ) : null}
      <p className="btns">
        <LinkButton href={`/p/${token}`} look="main" isWide>
          {t("bookedGo")}
        </LinkButton>
      </p>
    </>
  );
}
