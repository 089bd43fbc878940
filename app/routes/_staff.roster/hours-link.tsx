import * as list from "~/i18n/notice-list";
import { useText } from "~/i18n/use-text";
import { Anchor } from "~/ui/router";
import { availabilityHref } from "../_staff.availability/address";

/** To the hours, leave and limits of one of the roster. */
export function HoursLink({ id, who }: { id: string; who: string }) {
  const t = useText(list);
  return (
    <Anchor href={availabilityHref(id)}>
      {t("keepHours")}
      <span className="sr"> {who}</span>
    </Anchor>
  );
}
