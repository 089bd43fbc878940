import { ATTENDANCE_STATUSES } from "~/domain/mediation/sessions";
import * as roles from "~/i18n/roles";
import * as sessionCodes from "~/i18n/session-codes";
import * as page from "~/i18n/session-page";
import { useText } from "~/i18n/use-text";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import { Numeral } from "~/ui/table";
import type { SessionCase } from "./workspace.server";

interface AttendanceFieldsProps {
  cases: readonly SessionCase[];
  /** Filled in while a session is opened; afterwards only what was entered. */
  suggests: boolean;
  values?: Readonly<Record<string, string>>;
}

/** Every party of every case, inside a form: came, identity, by whom. */
export function AttendanceFields({ cases, suggests, values = {} }: AttendanceFieldsProps) {
  const [t, code, role] = [useText(page), useText(sessionCodes), useText(roles)];
  const parties = cases.flatMap((one) => one.parties.map((party) => ({ ...party, of: one })));
  return parties.map((party) => {
    const name = (field: string) => `att.${party.partyId}.${field}`;
    const agentId =
      party.attendance?.agentId ?? (party.kind === "org" ? party.agents[0]?.agentId : undefined);
    return (
      <div className="contact" key={party.partyId}>
        <fieldset>
          <legend>
            <b>{party.name}</b>{" "}
            <span className="q">
              {role(`mediation.${party.side}`)} {party.idMasked}{" "}
              {cases.length > 1 ? <Numeral>{party.of.caseNo ?? party.of.registrationNo}</Numeral> : null}
            </span>
          </legend>
          <div className="form-row">
            <Field id={name("status")} label={t("att.status")}>
              <Select
                name={name("status")}
                blank={t("att.none")}
                defaultValue={
                  values[name("status")] ?? party.attendance?.status ?? (suggests ? "present" : "")
                }
                options={ATTENDANCE_STATUSES.map((status) => ({
                  value: status,
                  label: code(`attendance.${status}`),
                }))}
              />
            </Field>
            {party.agents.length > 0 ? (
              <Field id={name("agent")} label={t("att.agent")}>
                <Select
                  name={name("agent")}
                  blank={t("att.self")}
                  defaultValue={values[name("agent")] ?? agentId ?? ""}
                  options={party.agents.map((agent) => ({ value: agent.agentId, label: agent.name }))}
                />
              </Field>
            ) : null}
            <Check
              name={name("identity")}
              label={t("att.identity")}
              defaultChecked={party.attendance?.identityChecked ?? values[name("identity")] === "on"}
            />
          </div>
        </fieldset>
      </div>
    );
  });
}
