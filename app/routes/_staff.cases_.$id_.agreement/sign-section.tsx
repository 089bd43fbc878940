import * as page from "~/i18n/agreement-page";
import * as roles from "~/i18n/roles";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Select } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { type Column, Sub, Table } from "~/ui/table";
import { nameIn } from "../_staff.cases_.$id/names";
import type { Agreement, AgreementShown } from "./agreement.server";

interface SignSectionProps {
  shown: AgreementShown;
  agreement: Agreement;
  formKey: string;
  /** The agreement itself, or the joint application for its confirmation. */
  what: "sign" | "apply";
}

type Row = {
  id: string;
  name: string;
  as: string;
  signed: boolean;
  at: string | null;
  signer: "party" | "mediator" | "organisation";
  partyId: string;
  agents: readonly { agentId: string; name: string; authority: string }[];
};

/** Who has signed and who has not; a signature made here is entered beside its name. */
export function SignSection({ shown, agreement, formKey, what }: SignSectionProps) {
  const [t, role, tShell] = [useText(page), useText(roles), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const { mediator, org } = shown.header;
  const atOf = (kind: string, partyId: string | null) =>
    agreement.signatures.find((one) => (partyId ? one.partyId === partyId : one.kind === kind))?.at ?? null;
  const parties = agreement.parties.map(
    (party): Row => ({
      id: party.partyId,
      name: party.name,
      as: role(`mediation.${party.side}`),
      signed: what === "sign" ? party.signed : party.applied,
      at: what === "sign" ? atOf("party", party.partyId) : null,
      signer: "party",
      partyId: party.partyId,
      agents: shown.parties.find((one) => one.partyId === party.partyId)?.agents ?? [],
    }),
  );
  const staff: Row[] =
    what === "apply"
      ? []
      : [
          {
            signer: "mediator" as const,
            name: mediator ? nameIn(locale, mediator) : shown.mediatorName,
            signed: agreement.mediatorSigned,
          },
          ...(org
            ? [
                {
                  signer: "organisation" as const,
                  name: nameIn(locale, org),
                  signed: agreement.organisationSigned === true,
                },
              ]
            : []),
        ].map((one) => ({
          ...one,
          id: one.signer,
          as: t(`sign.${one.signer}`),
          at: atOf(one.signer, null),
          partyId: "",
          agents: [],
        }));
  const chance = shown.chances.find((one) => one.event === "signAgreement");
  const may =
    what === "sign" ? Boolean(chance && !chance.why) : shown.maySign && agreement.effectiveAt !== null;
  const columns: Column<Row>[] = [
    {
      id: "who",
      head: t("who"),
      isRowHead: true,
      cell: (row) => (
        <>
          {row.name}
          <Sub>{row.as}</Sub>
        </>
      ),
    },
    {
      id: "signed",
      head: t("signed"),
      cell: (row) => (
        <>
          <Status tone={row.signed ? "done" : "wait"}>
            {what === "sign"
              ? t(row.signed ? "sign.yes" : "sign.no")
              : t(row.signed ? "applied" : "notApplied")}
          </Status>
          {row.at ? <Sub>{format.instantShort(row.at)}</Sub> : null}
        </>
      ),
    },
    ...(may
      ? [
          {
            id: "act",
            head: t("signDo"),
            isScreenOnly: true,
            cell: (row: Row) =>
              row.signed ? null : (
                <SignForm row={row} formKey={formKey} what={what} contentHash={agreement.contentHash} />
              ),
          },
        ]
      : []),
  ];
  const rows = [...parties, ...staff];
  const title = t(what === "sign" ? "signatures" : "application");
  return (
    <Section id={what} title={title} note={t(what === "sign" ? "signaturesNote" : "applicationNote")}>
      <Sheet className="gap">
        <Table
          caption={title}
          scrollLabel={tShell("scrolls", { what: title })}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
        />
      </Sheet>
      {chance?.why && what === "sign" ? <p className="hint gap">{chance.why}</p> : null}
      {may && rows.some((row) => !row.signed) ? <p className="hint gap">{t("signHint")}</p> : null}
    </Section>
  );
}

function SignForm({
  row,
  formKey,
  what,
  contentHash,
}: {
  row: Row;
  formKey: string;
  what: "sign" | "apply";
  contentHash: string;
}) {
  const t = useText(page);
  const able = row.agents.filter((agent) => agent.authority === "special");
  return (
    <Form method="post" className="acts">
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="signer" value={row.signer} />
      <input type="hidden" name="partyId" value={row.partyId} />
      <input type="hidden" name="contentHash" value={contentHash} />
      {able.length > 0 ? (
        <Select
          name="agentId"
          aria-label={`${row.name} ${t("signBy")}`}
          blank={t("self")}
          options={able.map((agent) => ({ value: agent.agentId, label: agent.name }))}
        />
      ) : null}
      <Button name="intent" value={what} reading={row.name}>
        {t(what === "sign" ? "signDo" : "applyDo")}
      </Button>
    </Form>
  );
}
