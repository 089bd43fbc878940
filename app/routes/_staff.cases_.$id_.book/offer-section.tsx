import * as booking from "~/i18n/booking";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { SlotList } from "~/ui/slot-list";

interface OfferSectionProps {
  offer: {
    until: string;
    isOpen: boolean;
    slots: readonly {
      key: string;
      startAt: string;
      minutes: number;
      mode: string;
      roomId: string | null;
      isOver: boolean;
      suitsAll: boolean;
      suits: readonly { name: string }[];
    }[];
    /** Only the mediator and the coordinator learn what one side alone chose. */
    seesChoices: boolean;
    waitingFor: readonly { name: string }[];
  };
  formKey: string;
}

/** The times last put to the sides and whom each suits; booking one of them is one press. */
export function OfferSection({ offer, formKey }: OfferSectionProps) {
  const t = useText(booking);
  const format = useFormat();
  const ranked = offer.slots
    .filter((slot) => !slot.isOver)
    .sort(
      (a, b) =>
        Number(b.suitsAll) - Number(a.suitsAll) ||
        b.suits.length - a.suits.length ||
        a.startAt.localeCompare(b.startAt),
    );
  const reasonOf = (slot: (typeof ranked)[number]) => {
    if (slot.suitsAll) return t("offered.all");
    if (!offer.seesChoices) return undefined;
    return slot.suits.length > 0
      ? t("offered.suits", { names: format.list(slot.suits.map((one) => one.name)) })
      : t("offered.nobody");
  };
  if (ranked.length === 0) return null;
  return (
    <Section
      id="offer"
      title={t("offered")}
      note={t(offer.isOpen ? "offeredNote" : "offeredOver", { until: format.instant(offer.until) })}
    >
      <Form method="post">
        <input type="hidden" name="_key" value={formKey} />
        <SlotList
          name="offered"
          legend={t("slots.legend")}
          chosen={ranked.slice(0, 1).map((slot) => slot.key)}
          slots={ranked.map((slot) => ({
            value: slot.key,
            time: format.time(slot.startAt),
            place: format.date(slot.startAt),
            reason: reasonOf(slot),
          }))}
        />
        <div className="hold">
          <p>
            {offer.waitingFor.length > 0
              ? t("offered.waiting", { names: format.list(offer.waitingFor.map((one) => one.name)) })
              : null}
          </p>
          <div className="acts">
            <Button name="intent" value="bookOffered">
              {t("offered.book")}
            </Button>
          </div>
        </div>
      </Form>
    </Section>
  );
}
