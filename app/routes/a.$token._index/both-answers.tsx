import * as answerLink from "~/i18n/answer-link";
import * as party from "~/i18n/party";
import { useFormat, useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import { Status } from "~/ui/status";
import { knownReply, REPLY_TONES } from "../_staff.cases_.$id/replies";

interface BothAnswersProps {
  reply: string;
  repliedAt: string | null;
  others: "coming" | "waiting";
}

/** What this side has said, whether the other has said that it comes, and what follows. */
export function BothAnswers({ reply, repliedAt, others }: BothAnswersProps) {
  const [t, say] = [useText(answerLink), useText(party)];
  const format = useFormat();
  const known = knownReply(reply);
  const next = known === "accepted" ? (others === "coming" ? "acceptedComing" : "acceptedWaiting") : known;
  return (
    <>
      <section aria-labelledby="h-both">
        <h2 id="h-both">{t("both")}</h2>
        <Facts
          facts={[
            {
              term: t("you"),
              value: (
                <>
                  <Status tone={REPLY_TONES[known]}>{say(`answer.${known}`)}</Status>
                  {repliedAt ? (
                    <span className="hint nw"> {t("saidWhen", { at: format.instantShort(repliedAt) })}</span>
                  ) : null}
                </>
              ),
            },
            {
              term: t("others"),
              value: <Status tone={others === "coming" ? "done" : "wait"}>{t(`others.${others}`)}</Status>,
            },
          ]}
        />
      </section>
      {next === "needsAction" ? null : (
        <section aria-labelledby="h-next">
          <h2 id="h-next">{t("next")}</h2>
          <p>{t(`next.${next}`)}</p>
        </section>
      )}
    </>
  );
}
