import * as page from "~/i18n/session-page";
import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import type { Workspace } from "./workspace.server";

/** The ways out of a planned session, beside its heading. */
export function TopActs({ work }: { work: Workspace }) {
  const t = useText(page);
  const base = `/sessions/${work.session.sessionId}`;
  const isOn = work.session.status === "planned" && work.session.bookingStatus === "booked";
  if (!work.mayPlan)
    return isOn ? (
      <LinkButton href={`${base}.ics`} download icon="calendar">
        {t("ics")}
      </LinkButton>
    ) : null;
  if (work.session.status !== "planned") return <LinkButton href={`${base}/told`}>{t("told")}</LinkButton>;
  if (work.session.bookingStatus === "held")
    return (
      <LinkButton look="main" href={`${base}/confirm`}>
        {t("told")}
      </LinkButton>
    );
  return (
    <>
      <LinkButton href={`${base}.ics`} download icon="calendar">
        {t("ics")}
      </LinkButton>
      <LinkButton href={`${base}/told`}>{t("told")}</LinkButton>
      <LinkButton href={`${base}/move`}>{t("move")}</LinkButton>
      <LinkButton href={`${base}/cancel`}>{t("cancel")}</LinkButton>
    </>
  );
}
