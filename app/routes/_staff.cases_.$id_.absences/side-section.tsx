import * as absences from "~/i18n/absences";
import * as roles from "~/i18n/roles";
import { useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import type { FormAnswer } from "../_staff/refusal.server";
import { ABSENCE_KINDS, AbsenceForm } from "../p.$token.cannot/absence-form";
import { ToldList } from "../p.$token.cannot/told-list";
import { NeedsForm } from "../p.$token.needs/needs-form";
import { ReadingForm } from "../p.$token.needs/reading-form";
import { WishForm } from "../p.$token.needs/wish-form";
import type { SidesShown } from "./route";

/** One party: what was told, a form for each kind, what it needs. */
export function SideSection({ side, answer: given }: { side: SidesShown[number]; answer?: FormAnswer }) {
  const [t, role] = [useText(absences), useText(roles)];
  const { partyId, told } = side;
  const answer = given?.values.partyId === partyId ? given : undefined;
  const at = (intent: string, kind?: string) =>
    answer?.values.intent === intent && (!kind || answer.values.kind === kind) ? answer : undefined;
  const prefixOf = (of: FormAnswer | undefined, name: string) => (of ? "" : `${partyId}-${name}-`);
  return (
    <Section id={`side-${partyId}`} title={`${role(`mediation.${side.side}`)} ${side.name}`}>
      <ToldList told={told} partyId={partyId} />
      {told.people.length === 0 ? <p className="hint">{t("noTime")}</p> : null}
      {told.people.length > 0
        ? ABSENCE_KINDS.map((kind) => (
            <details className="fold" key={kind} open={at("add", kind) !== undefined}>
              <summary>
                {t("add")} {t(kind)}
                <span className="sr"> {side.name}</span>
              </summary>
              <AbsenceForm
                kind={kind}
                told={told}
                partyId={partyId}
                prefix={prefixOf(at("add", kind), kind)}
                answer={at("add", kind)}
              />
            </details>
          ))
        : null}
      <details className="fold" open={at("needs") !== undefined || told.needs.length > 0}>
        <summary>
          {t("needs.title")}
          <span className="sr"> {side.name}</span>
        </summary>
        <NeedsForm
          partyId={partyId}
          needs={told.needs}
          words={told.words}
          prefix={prefixOf(at("needs"), "needs")}
          answer={at("needs")}
        />
      </details>
      <details className="fold" open={told.preferences.halves.length + told.preferences.weekdays.length > 0}>
        <summary>
          {t("wish.title")}
          <span className="sr"> {side.name}</span>
        </summary>
        <p className="hint">{t("wish.lead")}</p>
        <WishForm partyId={partyId} preferences={told.preferences} prefix={`${partyId}-`} />
      </details>
      <details className="fold" open={at("reading") !== undefined}>
        <summary>
          {t("reading.title")}
          <span className="sr"> {side.name}</span>
        </summary>
        <ReadingForm
          partyId={partyId}
          reading={told.reading}
          prefix={prefixOf(at("reading"), "reading")}
          answer={at("reading")}
        />
      </details>
    </Section>
  );
}
