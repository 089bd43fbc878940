import * as documentCodes from "~/i18n/document-codes";
import * as review from "~/i18n/review";
import * as reviewDecision from "~/i18n/review-decision";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { Numeral } from "~/ui/table";
import type { AfterProps, Decision } from "./after-section";
import { ReassignForm } from "./barred-notice";
import { chanceOf } from "./chance";
import type { ReviewShown } from "./review.server";

/** What lies below the three panes: decisions so far, every document, the seal of the package, another judge. */
export function FileSection(props: AfterProps) {
  const [t, tDecision, code] = [useText(review), useText(reviewDecision), useText(documentCodes)];
  const isZh = useLocale() === "zh-CN";
  const { shown } = props;
  const { package: handed, header } = shown;
  const canReassign = chanceOf(shown, "reassignReview")?.why === null && !shown.judgeBarred;
  return (
    <Section
      id="file"
      title={t("documents")}
      note={handed ? t("sealedBy", { version: handed.version, hash: handed.sha256.slice(0, 12) }) : null}
      end={{ href: `/cases/${header.caseId}`, label: t("caseFile") }}
    >
      <ul className="papers">
        {shown.documents.map((one) => (
          <li key={one.documentId}>
            <a href={`/api/v1/files/${one.fileId}`} download>
              {isZh ? one.title : code(`kind.${one.kind}`)}
            </a>{" "}
            {one.number ? <Numeral>{one.number}</Numeral> : null}
          </li>
        ))}
      </ul>
      {shown.decisions.length > 0 ? <Earlier decisions={shown.decisions} /> : null}
      {canReassign ? (
        <details className="fold" open={props.answer?.values.intent === "reassignReview"}>
          <summary>{tDecision("reassign")}</summary>
          <ReassignForm {...props} />
        </details>
      ) : null}
      <p className="gap">
        <Anchor href={`/cases/${header.caseId}/records`}>{t("allRecords")}</Anchor>
      </p>
    </Section>
  );
}

function Earlier({ decisions }: { decisions: ReviewShown["decisions"] }) {
  const t = useText(review);
  const format = useFormat();
  const say = (one: Decision) =>
    one.reason ? t("kindReason", { kind: t(`kind.${one.kind}`), reason: one.reason }) : t(`kind.${one.kind}`);
  return (
    <ol className="line">
      {[...decisions].reverse().map((one) => (
        <li key={one.decisionId}>
          <time dateTime={one.decidedAt}>{format.instantShort(one.decidedAt)}</time>
          <div>{say(one)}</div>
        </li>
      ))}
    </ol>
  );
}
