import * as templates from "~/i18n/document-templates";
import { useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import type { TemplateShown } from "./route";

/** What may stand in the template, as it is written there. */
export function FieldList({ shown }: { shown: TemplateShown }) {
  const t = useText(templates);
  return (
    <Section id="fields" title={t("fields")} note={t("fieldsNote")}>
      <p className="gap">{t("fieldsText")}</p>
      <h3>{t("plainFields")}</h3>
      <p>
        {shown.fields.map((name) => (
          <span key={name}>
            <code>{`{${name}}`}</code>{" "}
          </span>
        ))}
      </p>
      {shown.lists.map(({ list, items }) => (
        <div key={list} className="gap">
          <h3>{t("listFields", { list })}</h3>
          <p>
            <code>{`{#${list}}`}</code>{" "}
            {items.map((name) => (
              <span key={name}>
                <code>{`{${name}}`}</code>{" "}
              </span>
            ))}
            <code>{`{/${list}}`}</code>
          </p>
        </div>
      ))}
    </Section>
  );
}
