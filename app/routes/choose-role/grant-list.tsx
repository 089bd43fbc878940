import type { Role } from "~/domain/policy/roles";
import * as roles from "~/i18n/roles";
import * as signIn from "~/i18n/sign-in";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { NextActions } from "~/ui/next-actions";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";

type Grant = { courtId: string; courtName: string; courtNameEn: string; role: Role };

/** Courts and the roles held in each; the one in use is marked. */
export function GrantList(props: { grants: readonly Grant[]; now: string | null; next: string | null }) {
  const { grants, now, next } = props;
  const t = useText(signIn);
  const roleName = useText(roles);
  const locale = useLocale();
  const courts = [...new Map(grants.map((grant) => [grant.courtId, grant])).values()];
  return courts.map((court) => (
    <Section key={court.courtId} title={locale === "zh-CN" ? court.courtName : court.courtNameEn}>
      <NextActions
        actions={grants
          .filter(({ courtId }) => courtId === court.courtId)
          .map(({ courtId, role }) => {
            const id = `${courtId}:${role}`;
            return {
              id,
              title: roleName(role),
              reason: id === now ? <Status tone="now">{t("chooseNow")}</Status> : null,
              act: (
                <form method="post">
                  {next ? <input type="hidden" name="next" value={next} /> : null}
                  <Button
                    name="grant"
                    value={id}
                    reading={roleName(role)}
                    look={id === now ? undefined : "main"}
                  >
                    {t("chooseTake")}
                  </Button>
                </form>
              ),
            };
          })}
      />
    </Section>
  ));
}
