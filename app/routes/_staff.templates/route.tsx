import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as batches from "~/i18n/document-batches";
import * as documentCodes from "~/i18n/document-codes";
import * as templates from "~/i18n/document-templates";
import * as nav from "~/i18n/nav";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { templatesQuery } from "~/services/queries-templates.server";
import { ask } from "~/services/query.server";
import { Crumbs, Head, Page } from "~/ui/page";
import { Anchor } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import { pageTitle } from "../_staff/page-title";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, templates)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const found = await guarded(() => ask(context.deps, actor, templatesQuery, {}));
  if (!found.ok) throw new Response(null, { status: 404 });
  return found;
}

/** Every kind of document with the template that holds today. */
export default function Templates() {
  const { kinds } = useLoaderData<typeof loader>();
  const [t, tBatch, code] = [useText(templates), useText(batches), useText(documentCodes)];
  const [tShell, tNav] = [useText(shell), useText(nav)];
  const format = useFormat();
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[
          { href: "/cases", label: tNav("nav.cases") },
          { href: "/documents", label: tBatch("title") },
          { label: t("title") },
        ]}
      />
      <Head title={t("title")}>{t("about")}</Head>
      <Section id="kinds" title={t("kinds")} note={t("kindsNote", { count: kinds.length })}>
        <Sheet className="gap">
          <Table
            caption={t("kinds")}
            scrollLabel={tShell("scrolls", { what: t("kinds") })}
            rows={kinds}
            rowKey={(row) => row.kind}
            columns={[
              {
                id: "kind",
                head: t("col.kind"),
                isRowHead: true,
                cell: (row) => (
                  <Anchor href={`/templates/edit?kind=${row.kind}`}>{code(`kind.${row.kind}`)}</Anchor>
                ),
              },
              {
                id: "version",
                head: t("col.inForce"),
                isNowrap: true,
                cell: (row) =>
                  row.isOwn ? t("own", { version: row.inForce }) : t("builtIn", { version: row.inForce }),
              },
              {
                id: "since",
                head: t("col.since"),
                isNowrap: true,
                cell: (row) => (row.since ? format.date(row.since) : ""),
              },
            ]}
          />
        </Sheet>
      </Section>
    </Page>
  );
}
