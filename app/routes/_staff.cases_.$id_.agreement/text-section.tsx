import * as page from "~/i18n/agreement-page";
import * as codes from "~/i18n/codes";
import { useFormat, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Section, Sheet } from "~/ui/section";
import { Status, type Tone } from "~/ui/status";
import type { Agreement, AgreementShown } from "./agreement.server";

const STANDING = { draft: "wait", signing: "part", effective: "done" } as const satisfies Record<
  string,
  Tone
>;
const standingOf = (status: string): keyof typeof STANDING =>
  status === "signing" || status === "effective" ? status : "draft";

/** What was agreed, as it will be signed; what is missing in words; the document to take along. */
export function TextSection({ shown, agreement }: { shown: AgreementShown; agreement: Agreement }) {
  const [t, code] = [useText(page), useText(codes)];
  const format = useFormat();
  const standing = agreement.effectiveAt ? "effective" : standingOf(agreement.status);
  return (
    <Section
      id="text"
      title={t("text")}
      note={t("version", { version: agreement.version, number: agreement.number })}
    >
      <Facts
        isPadded
        facts={[
          {
            term: t("status"),
            value: (
              <>
                <Status tone={STANDING[standing]}>{t(`status.${standing}`)}</Status>{" "}
                {agreement.effectiveAt ? (
                  <span className="q">{t("effective", { at: format.instant(agreement.effectiveAt) })}</span>
                ) : null}
              </>
            ),
          },
          { term: t("route"), value: agreement.route ? code(`route.${agreement.route}`) : "" },
        ]}
      />
      {agreement.missing.length > 0 ? (
        <Notice tone="risk" title={t("missing")}>
          <ul className="said">
            {agreement.missing.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      ) : agreement.effectiveAt ? null : (
        <p className="gap">
          <Status tone="done">{t("complete")}</Status>
        </p>
      )}
      <Sheet className="gap" isPadded>
        <div className="doc">
          <ol className="said">
            {agreement.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </div>
      </Sheet>
      <div className="acts gap">
        {shown.papers.map((paper) => (
          <LinkButton key={paper.documentId} href={`/api/v1/files/${paper.fileId}`} download icon="download">
            {t("download", { title: `${paper.title}.docx` })}
          </LinkButton>
        ))}
      </div>
    </Section>
  );
}
