import * as answerLink from "~/i18n/answer-link";
import * as party from "~/i18n/party";
import { useFormat, useText } from "~/i18n/use-text";
import { Lights } from "~/ui/status";
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
    <section aria-labelledby="h-both">
      <h2 id="h-both">{t("both")}</h2>
      <Lights
        lights={[
          {
            id: "own",
            who: t("you"),
            tone: REPLY_TONES[known],
            word: say(`answer.${known}`),
            ...(repliedAt ? { at: t("saidWhen", { at: format.instantShort(repliedAt) }) } : {}),
          },
          {
            id: "others",
            who: t("others"),
            tone: others === "coming" ? "done" : "wait",
            word: t(`others.${others}`),
          },
        ]}
      />
      {next === "needsAction" ? null : (
        <>
          <h3 className="mt">{t("next")}</h3>
          <p>{t(`next.${next}`)}</p>
        </>
      )}
    </section>
  );
}
