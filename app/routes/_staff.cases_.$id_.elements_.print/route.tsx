import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SIDES } from "~/domain/cases/sides";
import { documentDate } from "~/i18n/agreement-text";
import * as elements from "~/i18n/elements";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { elementPrintQuery } from "~/services/queries-element-papers.server";
import { ask } from "~/services/query.server";
import { Docket, DocketBar } from "~/ui/docket";
import { Anchor } from "~/ui/router";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { numberOf } from "../_staff.cases_.$id/names";
import { PartTable } from "./part-table";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, elements)("printPage"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const { header } = await caseOf(context.deps, actor, localeOf(request), caseId);
  const found = await guarded(() => ask(context.deps, actor, elementPrintQuery, { caseId }));
  if (!found.ok || !found.complaint) throw new Response(null, { status: 404 });
  const wanted = new URL(request.url).searchParams.get("side");
  const side = SIDES.find((one) => one === wanted) ?? "claimant";
  return {
    header,
    side,
    complaint: found.complaint,
    answer: found.answer,
    on: found.savedOn?.[side] ?? null,
  };
}

/** A complaint's or answer's parts, in the order of the form; court papers are in Chinese whoever prints them. */
export default function ElementPrint() {
  const { header, side, complaint, answer, on } = useLoaderData<typeof loader>();
  const t = useText(elements);
  const say = textFor("zh-CN", elements);
  const paper = side === "claimant" ? complaint : answer;
  const other = side === "claimant" ? "respondent" : "claimant";
  return (
    <>
      <DocketBar label={t("printPage")}>
        <Anchor href={`/cases/${header.caseId}/elements`}>{t("title")}</Anchor>
        <Anchor href={`?side=${other}`}>{t(`pleading.${other}`)}</Anchor>
        <PrintButton />
      </DocketBar>
      <div lang="zh-CN">
        <Docket
          title={`民事${say(`pleading.${side}`)}`}
          under={[
            { id: "cause", text: paper?.cause },
            { id: "number", text: numberOf(header) },
            { id: "basis", text: paper?.basedOn },
          ]}
          signers={[paper?.signer ?? ""]}
          made={on ? documentDate("zh-CN", on) : ""}
        >
          <PartTable
            title={say(`pleading.${side}`)}
            isAnswer={side === "respondent"}
            parts={[
              ...PARTS.map(([part, words]) => ({ title: say(words), rows: paper?.[part] ?? [] })),
              ...(side === "claimant" ? [{ title: say("part.mediation"), rows: complaint.wishes }] : []),
            ]}
          />
        </Docket>
      </div>
    </>
  );
}

const PARTS = [
  ["claims", "part.claim"],
  ["jurisdiction", "part.jurisdiction"],
  ["facts", "part.fact"],
  ["basis", "part.basis"],
] as const;
