import type { Side } from "~/domain/cases/sides";
import * as party from "~/i18n/party-elements";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Anchor, Form } from "~/ui/router";

interface HandInProps {
  side: Side;
  formKey: string;
  token: string;
  standing: { newest: number; isPleading: boolean; pleaded: number };
  isOpen: boolean;
}

/** What the side has filled in becomes its complaint or answer by a press of its own, never by saving. */
export function HandIn({ side, formKey, token, standing, isOpen }: HandInProps) {
  const t = useText(party);
  return (
    <section aria-labelledby="h-hand-in">
      <h2 id="h-hand-in">{t("handIn")}</h2>
      {standing.isPleading ? (
        <Notice tone="done">
          <p>{t("handedIn")}</p>
        </Notice>
      ) : (
        <p>{t(side === "claimant" ? "handInClaimant" : "handInRespondent")}</p>
      )}
      {!standing.isPleading && standing.pleaded > 0 ? <p>{t("changedSince")}</p> : null}
      {isOpen && !standing.isPleading ? (
        <Form method="post">
          <input type="hidden" name="_key" value={formKey} />
          <input type="hidden" name="version" value={standing.newest} />
          <p className="btns">
            <Button look="main" isWide name="intent" value="handIn">
              {t("handInDo")}
            </Button>
          </p>
        </Form>
      ) : null}
      <p className="mt">
        <Anchor href={`/p/${token}/sheet/${side}`} download>
          {t("print")}
        </Anchor>
      </p>
    </section>
  );
}
