import * as answerLink from "~/i18n/answer-link";
import { useLocale, useText } from "~/i18n/use-text";
import type { CourtShown } from "~/services/party-links.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** Nothing opens here: what may have happened, that nothing is lost, and whom to ask. */
export function DeadLink({ court }: { court: CourtShown | null }) {
  const t = useText(answerLink);
  const name = useLocale() === "en" ? court?.nameEn : court?.name;
  return (
    <>
      <div>
        <h1>{t("deadTitle")}</h1>
        <p className="q2">{t("dead")}</p>
      </div>
      <Notice tone="act">
        <p>
          <b>{t("deadDo")}</b>
        </p>
        <p>{court && name ? t("deadCall", { court: name, phone: court.phone }) : t("deadCallAny")}</p>
      </Notice>
      <p className="btns">
        <LinkButton href="/verify" isWide>
          {t("deadCheck")}
        </LinkButton>
      </p>
    </>
  );
}
