import type { Role } from "~/domain/policy/roles";
import * as roles from "~/i18n/roles";
import * as signIn from "~/i18n/sign-in";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";

/** What a party or a doubtful visitor needs, and in a demo the ready sign-ins. */
export function DoorAside(props: {
  host: string;
  next: string | null;
  demo: readonly { login: string; role: Role; name: string }[];
}) {
  const t = useText(signIn);
  const roleName = useText(roles);
  const [before, after] = t("address.text", { host: "\n" }).split("\n");
  return (
    <>
      {props.demo.length > 0 ? (
        <Section id="demo" title={t("demo.title")}>
          <p className="q2">{t("demo.text")}</p>
          <ul className="demo-doors">
            {props.demo.map(({ login, role, name }) => (
              <li key={role}>
                <form method="post">
                  {props.next ? <input type="hidden" name="next" value={props.next} /> : null}
                  <Button
                    name="demo"
                    value={role}
                    isWide
                    aria-label={t("demo.enter", { role: `${roleName(role)} ${name}` })}
                  >
                    {roleName(role)} <span className="q2">{name}</span>
                  </Button>
                  <span className="hint">{login}</span>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Notice tone="act" title={t("party.title")}>
        <p>{t("party.text")}</p>
        <p>{t("party.phone")}</p>
      </Notice>
      <section aria-labelledby="address">
        <h2 id="address">{t("address.title")}</h2>
        <p className="q2">
          {before}
          <b className="nw">{props.host}</b>
          {after}
        </p>
      </section>
      <section aria-labelledby="help">
        <h2 id="help">{t("help.title")}</h2>
        <Facts facts={[{ term: t("help.service"), value: t("help.line") }]} />
      </section>
    </>
  );
}
