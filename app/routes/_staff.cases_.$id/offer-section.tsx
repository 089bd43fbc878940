import * as offers from "~/i18n/offer";
import * as roles from "~/i18n/roles";
import * as session from "~/i18n/session-codes";
import { useFormat, useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { Lights, Status } from "~/ui/status";
import type { CaseShown } from "./case.server";

type Offer = NonNullable<CaseShown["offer"]>;

/** What is left to do for those who book, once the answers are in or their time is over. */
function whatNext(offer: Offer): "found" | "nothing" | "late" | null {
  if (offer.slots.some((slot) => slot.suitsAll && !slot.isOver)) return "found";
  if (offer.waitingFor.length === 0) return "nothing";
  return offer.isOpen ? null : "late";
}

/** The times that were put to the sides: who has answered, until when, and for those who may know it what suits whom. */
export function OfferSection({ shown }: { shown: CaseShown }) {
  const [t, role] = [useText(offers), useText(roles)];
  const format = useFormat();
  const { offer } = shown;
  if (!offer) return null;
  const maySeek = shown.chances.some((chance) => chance.event === "bookSession" && !chance.why);
  const next = maySeek ? whatNext(offer) : null;
  const book = `/cases/${shown.header.caseId}/book`;
  return (
    <Section
      id="offer"
      title={t("title")}
      note={t(offer.isOpen ? "open" : "expired", { until: format.instant(offer.until) })}
    >
      <Lights
        lights={offer.sides.map((side) => ({
          id: side.partyId,
          who: role(`short.${side.side}`),
          whoFull: side.name,
          tone: side.answeredAt ? "done" : "wait",
          word: t(side.answeredAt ? "answer.yes" : "answer.no"),
          at: side.answeredAt ? format.instantShort(side.answeredAt) : undefined,
        }))}
      />
      {offer.seesChoices ? <Choices offer={offer} /> : null}
      {offer.isOpen && maySeek ? (
        <p className="link-row gap no-print">
          <Anchor href={`/cases/${shown.header.caseId}/answers`}>{t("noteAnswer")}</Anchor>
        </p>
      ) : null}
      {next ? (
        <Notice tone="act">
          <p>
            {t(next)}{" "}
            <Anchor href={next === "found" ? book : `${book}?do=offer`}>
              {t(next === "found" ? "book" : "again")}
            </Anchor>
          </p>
        </Notice>
      ) : null}
    </Section>
  );
}

function Choices({ offer }: { offer: Offer }) {
  const [t, code] = [useText(offers), useText(session)];
  const format = useFormat();
  const said = offer.sides.flatMap(({ partyId, name, words }) => (words ? [{ partyId, name, words }] : []));
  return (
    <>
      <ul className="papers">
        {offer.slots.map((slot) => (
          <li key={slot.key}>
            {format.range(slot.startAt, slot.endAt)} {code(`mode.${slot.mode}`)}{" "}
            {slot.suitsAll ? (
              <Status tone="done">{t("common")}</Status>
            ) : slot.suits.length > 0 ? (
              t("suits", { names: format.list(slot.suits.map((one) => one.name)) })
            ) : (
              t("suitsNobody")
            )}
            {slot.isOver ? ` · ${t("over")}` : null}
          </li>
        ))}
      </ul>
      {said.map((one) => (
        <p key={one.partyId}>{t("words", { name: one.name, words: one.words })}</p>
      ))}
      <p className="hint">{t("private")}</p>
    </>
  );
}
