import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as letters from "~/i18n/letters";
import { textFor } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { printedLettersQuery } from "~/services/queries-letters.server";
import { ask } from "~/services/query.server";
import { DocketBar } from "~/ui/docket";
import { Empty } from "~/ui/notice";
import { QrCode } from "~/ui/qr";
import { Anchor } from "~/ui/router";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, letters)("printTitle"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const search = new URL(request.url).searchParams;
  const ids = search.getAll("ids");
  const found = await guarded(() => ask(context.deps, actor, printedLettersQuery, { ids }));
  if (!found.ok) throw new Response(null, { status: 404 });
  const now = context.deps.clock.now().toUTC().toISO() ?? "";
  return { ...found, ids, isLabels: search.get("labels") === "true", now };
}
type Shown = Awaited<ReturnType<typeof loader>>;
type Printed = Shown["letters"][number];

/** The chosen notices, one page each; or their address labels. */
export default function PrintPage() {
  const shown = useLoaderData<typeof loader>();
  const t = useText(letters);
  const { isLabels, ids, court } = shown;
  const query = new URLSearchParams(ids.map((id) => ["ids", id]));
  return (
    <>
      <DocketBar label={t("bar")}>
        <Anchor href="/notices/letters">{t("back")}</Anchor>
        <span>{t("printHow")}</span>
        <Anchor href={`/notices/print?${isLabels ? "" : "labels=true&"}${query}`}>
          {t(isLabels ? "toLetters" : "toLabels")}
        </Anchor>
        <PrintButton />
      </DocketBar>
      <main className="letters" id="main" tabIndex={-1}>
        <h1 className="sr">{t(isLabels ? "labelsTitle" : "printTitle")}</h1>
        {court === null || shown.letters.length === 0 ? <Empty title={t("none")} /> : null}
        {court && isLabels ? (
          <ul className="labels">
            {shown.letters.map((letter) => (
              <Label key={letter.id} letter={letter} court={court} />
            ))}
          </ul>
        ) : null}
        {court && !isLabels
          ? shown.letters.map((letter) => (
              <Letter key={letter.id} letter={letter} court={court} now={shown.now} />
            ))
          : null}
      </main>
    </>
  );
}

type Court = NonNullable<Shown["court"]>;

function Letter({ letter, court, now }: { letter: Printed; court: Court; now: string }) {
  const t = useText(letters);
  const format = useFormat();
  const say = textFor(letter.locale, letters);
  return (
    <article className="letter" lang={letter.locale}>
      <p className="court">{letter.locale === "en" ? court.nameEn : court.name}</p>
      <h2>{say("letterTitle")}</h2>
      {letter.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <footer>
        <QrCode text={`${court.verify}?code=${letter.code}`} label={say("qr")} />
        <p>
          {say("verify", { address: court.verify, code: letter.code })}
          <br />
          <span className="q">{t("printed", { at: format.instant(now) })}</span>
        </p>
      </footer>
    </article>
  );
}

function Label({ letter, court }: { letter: Printed; court: Court }) {
  const t = useText(letters);
  const locale = useLocale();
  const name = locale === "en" ? court.nameEn : court.name;
  return (
    <li>
      <p className="to">{letter.address ?? t("noAddress")}</p>
      <p className="who">
        {letter.name} {letter.phone}
      </p>
      <p className="q">{t("sender", { court: name, address: court.address, phone: court.phone })}</p>
      <p className="no">{letter.number}</p>
    </li>
  );
}
