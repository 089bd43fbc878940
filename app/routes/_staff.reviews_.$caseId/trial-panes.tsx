import * as sessionCodes from "~/i18n/session-codes";
import * as trial from "~/i18n/trial";
import { useFormat, useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import type { ReviewShown } from "./review.server";

/** What came with a case that was not settled: the claim, and the mediator's report to the court. */
export function FailedPane({ shown }: { shown: ReviewShown }) {
  const [t, code] = [useText(trial), useText(sessionCodes)];
  const format = useFormat();
  const content = shown.package?.content;
  const report = content?.mediation.report;
  const end = content?.mediation.end;
  return (
    <>
      <Facts
        isPadded
        facts={[
          { term: t("claims"), value: shown.header.claims },
          { term: t("end"), value: end ? code(`end.${end}`) : "" },
          { term: t("reportReason"), value: report?.reason ?? "" },
          { term: t("conduct"), value: report?.costRaisingConduct ?? "" },
          { term: t("suggestions"), value: report?.suggestions ?? "" },
          {
            term: t("sessionsHeld"),
            value: content
              ? t("sessionsCount", {
                  count: content.mediation.sessions.length,
                  days: format.list(content.mediation.sessions.map((one) => one.heldOn)),
                })
              : "",
          },
        ].filter((fact) => fact.value !== "")}
      />
      {content ? (
        <PackagePapers documents={content.documents} />
      ) : (
        <p className="hint mt">{t("noPackage")}</p>
      )}
    </>
  );
}

/** The documents that a package holds, each to be fetched. */
export function PackagePapers({ documents }: { documents: readonly { fileId: string; name: string }[] }) {
  return (
    <ul className="papers">
      {documents.map((one) => (
        <li key={one.fileId}>
          <a href={`/api/v1/files/${one.fileId}`} download>
            {one.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

const STAYED = ["notes", "offers", "draft", "minutes", "oneSided"] as const;

/** What the law keeps out of the trial, in words; none of it is in the package. */
export function StayedPane() {
  const t = useText(trial);
  return (
    <>
      <ul className="said">
        {STAYED.map((one) => (
          <li key={one}>{t(`stays.${one}`)}</li>
        ))}
      </ul>
      <p className="hint mt">{t("staysBasis")}</p>
    </>
  );
}
