import * as page from "~/i18n/facts-page";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Empty } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";

interface AgreedSectionProps {
  agreed: readonly {
    name: string;
    zh: string;
    en: string;
    claimantVersion: number;
    respondentVersion: number;
    isOther: boolean;
  }[];
  formKey: string;
  may: boolean;
}

/** Elements on which both sides agree, to be put up for signing by a tick each; signed is the Chinese sentence. */
export function AgreedSection({ agreed, formKey, may }: AgreedSectionProps) {
  const t = useText(page);
  const locale = useLocale();
  const [first] = agreed;
  if (!first)
    return (
      <Section id="agreed" title={t("agreed")}>
        <Empty title={t("agreedNone")}>{t("agreedNoneText")}</Empty>
      </Section>
    );
  const hintOf = (one: (typeof agreed)[number]) =>
    [locale === "en" ? one.zh : "", one.isOther ? t("isOther") : ""].filter(Boolean).join(" ");
  if (!may)
    return (
      <Section id="agreed" title={t("agreed")} note={t("agreedFor")}>
        <ul className="said">
          {agreed.map((one) => (
            <li key={one.name}>
              {locale === "en" ? one.en : one.zh} <span className="q">{hintOf(one)}</span>
            </li>
          ))}
        </ul>
      </Section>
    );
  return (
    <Section id="agreed" title={t("agreed")} note={t("agreedNote")}>
      <Form method="post" className="form is-wide gap" key={formKey}>
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="claimantVersion" value={first.claimantVersion} />
        <input type="hidden" name="respondentVersion" value={first.respondentVersion} />
        <div className="checks is-column" id="elements">
          {agreed.map((one) => (
            <Check
              key={one.name}
              name="element"
              value={one.name}
              label={locale === "en" ? one.en : one.zh}
              hint={hintOf(one)}
            />
          ))}
        </div>
        <div className="acts">
          <Button look="main" name="intent" value="take">
            {t("take")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
