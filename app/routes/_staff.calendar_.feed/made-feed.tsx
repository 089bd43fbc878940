import * as day from "~/i18n/day";
import * as ownCalendars from "~/i18n/own-calendars";
import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";

/** An address that was just made, and the ways from here into a calendar. A room's opens no CalDAV. */
export function MadeFeed({ address, isRoom }: { address: string; isRoom: boolean }) {
  const [t, own] = [useText(day), useText(ownCalendars)];
  const webcal = address.replace(/^https?:/, "webcal:");
  const query = encodeURIComponent(webcal);
  return (
    <Notice tone="done" isOutcome>
      <div className="form is-wide">
        <Field id="address" label={t("feed.address")} hint={t("feed.once")}>
          <TextInput readOnly value={address} />
        </Field>
        <p className="acts">
          <LinkButton href={webcal}>{own("feed.addApple")}</LinkButton>
          <LinkButton href={`https://calendar.google.com/calendar/r?cid=${query}`} rel="noreferrer">
            {own("feed.addGoogle")}
          </LinkButton>
          <LinkButton href={`https://outlook.live.com/calendar/0/addfromweb?url=${query}`} rel="noreferrer">
            {own("feed.addOutlook")}
          </LinkButton>
        </p>
        <Field id="ifb" label={own("feed.ifb")}>
          <TextInput readOnly value={address.replace(/ics$/, "ifb")} />
        </Field>
        {isRoom ? null : (
          <Field id="caldav" label={own("feed.caldav")} hint={own("feed.caldavHint")}>
            <TextInput readOnly value={`${new URL(address).origin}/caldav/`} />
          </Field>
        )}
      </div>
    </Notice>
  );
}
