import { useSearchParams } from "@remix-run/react";
import * as queue from "~/i18n/queue";
import { useText } from "~/i18n/use-text";
import { Anchor } from "~/ui/router";
import { addressWith } from "./address";

/** Whose cases: mine, the team's, or everything the role lets one see. */
export function ScopeSwitch({ now }: { now: string }) {
  const t = useText(queue);
  const [search] = useSearchParams();
  return (
    <nav aria-label={t("scope")} className="link-row">
      {(["mine", "team", "all"] as const).map((scope) => (
        <Anchor
          key={scope}
          href={addressWith(search, { scope })}
          aria-current={scope === now ? "true" : undefined}
        >
          {t(`scope.${scope}`)}
        </Anchor>
      ))}
    </nav>
  );
}
