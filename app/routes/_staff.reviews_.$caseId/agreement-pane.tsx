import { chineseNumber } from "~/i18n/article-text";
import * as review from "~/i18n/review";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Empty, Notice } from "~/ui/notice";
import { Doc } from "~/ui/review";
import type { ReviewShown } from "./review.server";

/** The agreement as it was signed, who signed it, and what was asked for the last time it came. */
export function AgreementPane({ shown }: { shown: ReviewShown }) {
  const t = useText(review);
  const format = useFormat();
  const locale = useLocale();
  const isZh = locale === "zh-CN";
  const { agreement, header, parties } = shown;
  if (!agreement) return <Empty title={t("noAgreement")}>{t("noAgreementText")}</Empty>;
  const names = format.list(parties.map((party) => party.name));
  const org = header.org ? (isZh ? header.org.name : header.org.nameEn) : header.mediatorName;
  const clauses = [
    ...(agreement.terms.mainFacts ? [agreement.terms.mainFacts] : []),
    ...agreement.lines[isZh ? "zh" : "en"],
  ];
  const signers = [
    ...agreement.parties.filter((party) => party.signed).map((party) => party.name),
    ...(agreement.mediatorSigned
      ? [t("inBrackets", { name: header.mediatorName, more: t("mediator") })]
      : []),
  ];
  const papers = shown.documents.filter(
    (one) => one.kind === "agreement" || one.kind === "confirmationApplication",
  );
  return (
    <>
      <Doc title={t("agreementTitle")}>
        <p>{t("preamble", { names, cause: isZh ? header.cause.zh : header.cause.en, org })}</p>
        {clauses.map((clause, index) => (
          <p key={clause}>
            {isZh ? `${chineseNumber(index + 1)}、` : `${index + 1}. `}
            {clause}
          </p>
        ))}
      </Doc>
      <p className="hint">
        {t("signed", { names: format.list(signers) })}{" "}
        {agreement.organisationSigned === null
          ? null
          : t(agreement.organisationSigned ? "sealed" : "notSealed")}{" "}
        {papers.map((paper) => (
          <span key={paper.documentId}>
            <a className="nw" href={`/api/v1/files/${paper.fileId}`} download>
              {t(paper.kind === "agreement" ? "original" : "application")}
            </a>{" "}
          </span>
        ))}
      </p>
      <Earlier shown={shown} />
    </>
  );
}

function Earlier({ shown }: { shown: ReviewShown }) {
  const t = useText(review);
  const format = useFormat();
  const returned = shown.decisions.filter((one) => one.kind === "return").at(-1);
  const asked = shown.header.stage === "supplement" ? (shown.package?.points ?? []) : [];
  const points = asked.length > 0 ? asked : (returned?.reason?.split("\n") ?? []);
  if (points.length === 0) return null;
  return (
    <Notice
      tone="risk"
      title={
        <>
          {t(asked.length > 0 ? "asked" : "returnedBefore")}{" "}
          {asked.length === 0 && returned ? (
            <span className="q">{format.instantShort(returned.decidedAt)}</span>
          ) : null}
        </>
      }
    >
      <ol className="said">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
    </Notice>
  );
}
