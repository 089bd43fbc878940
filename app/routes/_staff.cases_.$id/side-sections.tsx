import * as casePage from "~/i18n/case-page";
import * as codes from "~/i18n/codes";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { Numeral } from "~/ui/table";
import type { CaseShown } from "./case.server";
import { nameIn } from "./names";

/** Who handles the case. */
export function PeopleSection({ header }: { header: CaseShown["header"] }) {
  const t = useText(casePage);
  const locale = useLocale();
  const facts = (["mediator", "lawyer", "org", "team", "judge"] as const).flatMap((key) => {
    const named = header[key];
    return named ? [{ term: t(key), value: nameIn(locale, named) }] : [];
  });
  return (
    <Section id="people" title={t("people")}>
      <Facts isPadded facts={facts.length > 0 ? facts : [{ term: t("mediator"), value: t("nobody") }]} />
    </Section>
  );
}

/** What is contested, in the parties' words. */
export function DisputeSection({ header }: { header: CaseShown["header"] }) {
  const t = useText(casePage);
  if (!header.claims && !header.facts) return null;
  return (
    <Section id="dispute" title={t("dispute")}>
      <Facts
        isPadded
        facts={[
          { term: t("claims"), value: header.claims },
          { term: t("factsTold"), value: header.facts },
        ].filter((fact) => fact.value)}
      />
    </Section>
  );
}

const SIGNED_TONES = { both: "done", one: "part", none: "wait" } as const;

/** Facts that both sides have put their names to. */
export function UndisputedSection({ shown }: { shown: CaseShown }) {
  const t = useText(casePage);
  const signedBy = (signers: readonly string[]) => {
    if (signers.length === 0) return "none";
    return shown.parties.every((party) => signers.includes(party.partyId)) ? "both" : "one";
  };
  return (
    <Section
      id="undisputed"
      title={t("undisputed")}
      note={t("undisputedNote")}
      end={
        shown.next.abilities.includes("view-minutes")
          ? { href: `/cases/${shown.header.caseId}/facts`, label: t("undisputedLink") }
          : undefined
      }
    >
      {shown.undisputedFacts.length === 0 ? <p className="hint gap">{t("noUndisputed")}</p> : null}
      <ol className="said">
        {shown.undisputedFacts.map((fact) => {
          const signed = signedBy(fact.signedBy);
          return (
            <li key={fact.factId}>
              {fact.text} <Status tone={SIGNED_TONES[signed]}>{t(`signed.${signed}`)}</Status>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** Where the agreement stands. */
export function AgreementSection({ shown }: { shown: CaseShown }) {
  const [t, code] = [useText(casePage), useText(codes)];
  const [format, locale] = [useFormat(), useLocale()];
  const { agreement } = shown;
  if (!agreement) return null;
  const nameOf = (one: (typeof agreement.signatures)[number]) => {
    if (one.partyId) return shown.parties.find((party) => party.partyId === one.partyId)?.name ?? "";
    const named = one.kind === "organisation" ? shown.header.org : shown.header.mediator;
    return named ? nameIn(locale, named) : "";
  };
  return (
    <Section
      id="agreement"
      title={t("agreement")}
      note={t("agreementVersion", { version: agreement.version })}
    >
      <Facts
        isPadded
        facts={[
          {
            term: t("agreementSigned"),
            value:
              agreement.signatures.length > 0
                ? agreement.signatures
                    .map((one) => `${nameOf(one)} ${format.instantShort(one.at ?? "")}`)
                    .join("；")
                : t("signed.none"),
          },
          { term: t("how"), value: agreement.route ? code(`route.${agreement.route}`) : "" },
          { term: t("agreementMissing"), value: agreement.missing.join("；") },
          {
            term: t("agreementEffective"),
            value: agreement.effectiveAt ? format.instant(agreement.effectiveAt) : "",
          },
        ].filter((fact) => fact.value)}
      />
    </Section>
  );
}

/** Documents to open, and every number the case carries. */
export function DocumentSection({ shown }: { shown: CaseShown }) {
  const t = useText(casePage);
  const format = useFormat();
  return (
    <Section
      id="documents"
      title={t("documents")}
      note={t("documentsNote", { count: shown.documents.length })}
    >
      {shown.documents.length === 0 ? (
        <p className="hint gap">
          {t("noDocuments")} {t("noDocumentsText")}
        </p>
      ) : null}
      <ul className="papers">
        {shown.documents.map((one) => (
          <li key={one.documentId}>
            <a href={`/api/v1/files/${one.fileId}`} download>
              {one.title}
            </a>{" "}
            {one.number ? <Numeral>{one.number}</Numeral> : null}{" "}
            <span className="q">{format.instantShort(one.createdAt ?? "")}</span>
          </li>
        ))}
      </ul>
      {shown.numbers.length > 0 ? (
        <Facts
          isPadded
          facts={shown.numbers.map((one) => ({
            term: t("numbers"),
            value: <Numeral>{one.number}</Numeral>,
          }))}
        />
      ) : null}
    </Section>
  );
}
