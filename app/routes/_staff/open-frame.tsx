import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { displaySwitches } from "~/i18n/display-switches";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { StaffFrame } from "~/ui/staff-frame";

/** The frame of pages that come before a role is chosen: no navigation, nobody named. */
export function OpenFrame({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const t = useText(shell);
  const { pathname, search } = useLocation();
  return (
    <StaffFrame
      skip={t("skip")}
      brand={{ href: "/", name: t("brand") }}
      language={displaySwitches(locale, false, pathname + search).language}
      notes={[{ id: "zone", note: t("beijingTime") }]}
    >
      {children}
    </StaffFrame>
  );
}
