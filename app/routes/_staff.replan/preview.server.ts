import { DateTime } from "luxon";
import type { UserActor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { iso } from "~/services/iso.server";
import { replanQuery } from "~/services/queries-replan.server";
import { rosterListsQuery } from "~/services/queries-roster.server";
import { ask } from "~/services/query.server";

/** A wall time at the court from a form; null where it is none. */
const instantOf = (text: string | null) => {
  const at = DateTime.fromISO(text ?? "", { zone: COURT_ZONE });
  return at.isValid ? iso(at) : null;
};

/** Who may be away, and for whoever is named in the address what would have to move. */
export async function previewOf(deps: Deps, actor: UserActor, search: URLSearchParams) {
  if (!can(actor, "replan-sessions", ["court"]).ok) throw new Response(null, { status: 403 });
  const lists = await guarded(() => ask(deps, actor, rosterListsQuery, {}));
  if (!lists.ok) throw new Response(null, { status: 404 });
  const [kind, id] = (search.get("who") ?? "").split(":");
  const startAt = instantOf(search.get("from"));
  const endAt = instantOf(search.get("to"));
  const isAsked = search.has("who");
  const away =
    id && startAt && endAt && startAt < endAt
      ? { ...(kind === "room" ? { roomId: id } : { mediatorId: id }), startAt, endAt }
      : null;
  const preview = away ? await guarded(() => ask(deps, actor, replanQuery, away)) : null;
  const named = (one: { id: string; name: string; nameEn: string }) => ({
    id: one.id,
    name: one.name,
    nameEn: one.nameEn,
  });
  return {
    mediators: lists.mediators.filter((one) => one.active).map(named),
    rooms: lists.rooms.map(named),
    chosen: { who: search.get("who") ?? "", from: search.get("from") ?? "", to: search.get("to") ?? "" },
    isIncomplete: isAsked && !preview,
    away,
    preview: preview?.ok ? { total: preview.total, moves: preview.moves } : null,
  };
}
