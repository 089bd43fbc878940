import type { Ability } from "~/domain/policy/abilities";

/* Every route of app/routes with the door that it stands behind; tests/routes/walls.test.ts knocks at each. */

/** What a page asks for: the first that is missing decides; `acts` is what only turns the reader away, to where he may be. */
export type Door = { readonly needs: readonly Ability[]; readonly acts?: Ability; readonly hides?: boolean };
const page = (...needs: Ability[]): Door => ({ needs });
const form = (acts: Ability): Door => ({ needs: ["view-case"], acts });
/** Nobody learns of a session whose cases he may not see, whatever his role. */
const session = (...needs: Ability[]): Door => ({
  needs: ["view-calendar", "view-case", ...needs],
  hides: true,
});

export const STAFF: Readonly<Record<string, Door>> = {
  _staff: page(),
  "_staff.calendar": page("view-calendar"),
  "_staff.calendar_.feed": page("manage-feed"),
  "_staff.cases": page("view-queue"),
  "_staff.cases_.$id": page("view-case"),
  "_staff.cases_.$id_.accept": form("accept-assignment"),
  "_staff.cases_.$id_.act.$event": form("withdraw-case"),
  "_staff.cases_.$id_.agreement": page("view-case", "view-agreement"),
  "_staff.cases_.$id_.allot": form("allot-track"),
  "_staff.cases_.$id_.assign": form("assign-mediator"),
  "_staff.cases_.$id_.book": form("book-session"),
  "_staff.cases_.$id_.consent": form("record-consent"),
  "_staff.cases_.$id_.contacts": page("view-case"),
  "_staff.cases_.$id_.documents": page("view-case", "view-files"),
  "_staff.cases_.$id_.end": form("end-mediation"),
  "_staff.cases_.$id_.extend": form("extend-mediation"),
  "_staff.cases_.$id_.hand-over": page("view-case", "hand-over"),
  "_staff.cases_.$id_.number": form("register-case"),
  "_staff.cases_.$id_.records": page("view-case"),
  "_staff.cases_.$id_.to-trial": page("view-case", "hand-over"),
  "_staff.cases_.import": page("import-cases"),
  "_staff.cases_.import_.$run": page("import-cases"),
  "_staff.cases_.new": page("draft-case"),
  "_staff.court-calendar": page("view-court-calendar"),
  "_staff.court-clocks": page("view-court-calendar"),
  "_staff.notices": page("view-notices"),
  "_staff.records": page("view-records"),
  "_staff.report": page("view-report"),
  "_staff.reviews": page("view-reviews"),
  "_staff.reviews_.$caseId": page("view-review"),
  "_staff.reviews_.$caseId_.hearing": form("book-hearing"),
  "_staff.reviews_.$caseId_.settle": form("settle-in-trial"),
  "_staff.roster": page("view-roster"),
  "_staff.sessions_.$id": session(),
  "_staff.sessions_.$id_.cancel": session("book-session"),
  "_staff.sessions_.$id_.confirm": session(),
  "_staff.sessions_.$id_.move": session("book-session"),
  "_staff.sessions_.$id_.told": session("book-session"),
  "_staff.today": page("view-calendar"),
  "cases_.$id_.contact-log[.docx]": page("edit-contacts"),
  "cases_.$id_.notice.$session.$party[.docx]": page("view-files"),
  "cases_.export[.]xlsx": page("export-list"),
  "cases_.import_.template[.]xlsx": page("import-cases"),
  "records_.export[.]xlsx": page("view-records"),
  "report_.export[.]xlsx": page("view-report"),
  "sessions_.$id[.ics]": session(),
  "sessions_.$id_.notice": page("view-files"),
};
/** Another door: a secret in the address, or nothing that belongs to a court. */
export const OTHER: Readonly<Record<string, "link" | "feed" | "api" | "open" | "demo">> = {
  ...Object.fromEntries(
    [
      "",
      "._index",
      ".answer",
      ".cannot",
      ".case",
      ".consent",
      ".leave",
      ".open",
      ".sign.$what",
      ".times",
    ].map((rest) => [`p.$token${rest}`, "link" as const]),
  ),
  "p_.$token.paper.$id": "link",
  "p_.$token.session[.ics]": "link",
  "feeds.$file": "feed",
  "api.v1.$things": "api",
  "api.v1.commands.$verb": "api",
  "api.v1.files": "api",
  "api.v1.files_.$id": "api",
  "api.v1.openapi[.]json": "open",
  "dev.mailbox": "demo",
  "dev.mailbox_.$id[.ics]": "demo",
  $: "open",
  _index: "open",
  "choose-role": "open",
  language: "open",
  "sign-in": "open",
  "sign-out": "open",
};
