import { parseArgs } from "node:util";
import { ROLES, type Role } from "~/domain/policy/roles";
import { findPartyOfCase, findPersonInRole } from "~/services/token-subjects.server";
import { issueToken } from "~/services/tokens.server";
import { startApp } from "~/start.server";

const USAGE =
  "npm run token -- --as <role> [--court bj0107] [--login name] | --as party --case <number> --side claimant|respondent";
const { values } = parseArgs({
  options: {
    as: { type: "string" },
    court: { type: "string" },
    login: { type: "string" },
    case: { type: "string" },
    side: { type: "string" },
  },
});

const app = await startApp({ max: 2 });
try {
  const courtId = values.court ?? "bj0107";
  const role = ROLES.find((one): one is Role => one === values.as);
  const subject =
    values.as === "party" && values.case && (values.side === "claimant" || values.side === "respondent")
      ? await findPartyOfCase(app.deps, courtId, values.case, values.side)
      : role
        ? await findPersonInRole(app.deps, courtId, role, values.login)
        : null;
  if (!subject) {
    console.error(
      values.as ? "Nobody fits that. Check the role, the court, the login or the case number." : USAGE,
    );
    process.exitCode = 1;
  } else {
    console.log(await issueToken(app.deps, courtId, subject, 30));
  }
} finally {
  await app.close();
}
