import { useFormat, useLocale, useText } from "~/i18n/use-text";
import * as verify from "~/i18n/verify";
import type { CheckedNotice } from "~/services/check-notice.server";
import { Facts } from "~/ui/facts";

/** What the notice of this code said, and where it went. */
export function NoticeFacts({ notice, code }: { notice: CheckedNotice; code: string }) {
  const t = useText(verify);
  const format = useFormat();
  const locale = useLocale();
  const { facts, court } = notice;
  const way =
    facts.mode === "video" || facts.mode === "videoSplit" || facts.mode === "phone"
      ? t(`mode.${facts.mode}`)
      : facts.place;
  return (
    <Facts
      facts={[
        { term: t("code"), value: code },
        { term: t("what"), value: t(`kind.${notice.kind}`) },
        { term: t("number"), value: facts.number },
        ...(facts.startAt && facts.endAt
          ? [{ term: t("when"), value: format.range(facts.startAt, facts.endAt) }]
          : []),
        ...(way ? [{ term: t("how"), value: way }] : []),
        { term: t("to"), value: notice.recipientMasked },
        { term: t("made"), value: format.instant(notice.madeAt) },
        {
          term: t("ways"),
          value: notice.ways.length
            ? notice.ways.map((one) => (
                <div key={`${one.channel} ${one.addressMasked}`}>
                  {t(`channel.${one.channel}`, { address: one.addressMasked })}{" "}
                  {one.sentAt ? format.instant(one.sentAt) : t("notYet")}
                </div>
              ))
            : t("notYet"),
        },
        { term: t("by"), value: locale === "en" ? court.nameEn : court.name },
        { term: t("phone"), value: court.phone },
      ]}
    />
  );
}
