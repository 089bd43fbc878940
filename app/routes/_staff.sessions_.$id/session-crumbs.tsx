import type { ReactNode } from "react";
import * as nav from "~/i18n/nav";
import * as sessionCodes from "~/i18n/session-codes";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Crumbs, Head } from "~/ui/page";
import { Status, type Tone } from "~/ui/status";
import { Numeral } from "~/ui/table";
import type { SessionPlace } from "./place.server";

const TONES: Record<SessionPlace["status"], Tone> = {
  planned: "wait",
  open: "now",
  held: "done",
  cancelled: "no",
  noShow: "no",
};

/** The head of every page about one session. */
export function SessionCrumbs({
  place,
  title,
  acts,
}: {
  place: SessionPlace;
  title: string;
  acts?: ReactNode;
}) {
  const [tShell, tNav, code] = [useText(shell), useText(nav), useText(sessionCodes)];
  const format = useFormat();
  const isHeld = place.status === "planned" && place.bookingStatus === "held";
  return (
    <>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[
          { href: "/cases", label: tNav("nav.cases") },
          { href: `/cases/${place.first.id}`, label: <Numeral>{place.first.number}</Numeral> },
          { label: title },
        ]}
      />
      <Head title={title} acts={acts}>
        {place.startAt ? format.range(place.startAt, place.endAt) : null}
        {" · "}
        <Status tone={isHeld ? "part" : TONES[place.status]}>
          {isHeld ? code("booking.held") : code(`session.${place.status}`)}
        </Status>
      </Head>
    </>
  );
}
