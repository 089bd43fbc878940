import * as series from "~/i18n/series";
import { useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import type { BadNumber } from "./numbers-answer.server";

interface BadNumbersProps {
  answer?: { readonly bad: readonly BadNumber[]; readonly isMore: boolean };
}

/** Which of the pasted numbers do not belong, and why. */
export function BadNumbers({ answer }: BadNumbersProps) {
  const t = useText(series);
  if (!answer?.bad.length) return null;
  return (
    <Notice tone="risk" title={t("bad")}>
      <ul>
        {answer.bad.map(({ no, why }) => (
          <li key={no}>{t(`why.${why}`, { no })}</li>
        ))}
      </ul>
      {answer.isMore ? <p>{t("badMore")}</p> : null}
    </Notice>
  );
}
