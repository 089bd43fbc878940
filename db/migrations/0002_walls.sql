-- Walls that drizzle does not draw: the exclusion constraint, row-level security, the append-only trail,
-- and the three functions that may look across courts. Roles tiaosu_app and tiaosu_busy exist before this runs.

ALTER TABLE occupancies ADD CONSTRAINT occupancies_no_overlap
  EXCLUDE USING gist (home_id WITH =, resource_id WITH =, during WITH &&) WHERE (released_at IS NULL);
--> statement-breakpoint
ALTER TABLE occupancies ADD CONSTRAINT occupancies_bounded
  CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during));
--> statement-breakpoint
CREATE INDEX occupancies_hold ON occupancies (court_id, hold_until) WHERE released_at IS NULL AND hold_until IS NOT NULL;
--> statement-breakpoint

-- Every table with a court_id, now and later ones by the migration that makes them.
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name AND b.table_type = 'BASE TABLE'
    WHERE c.table_schema = 'public' AND c.column_name = 'court_id' AND c.table_name NOT IN ('grants', 'sign_ins', 'tokens')
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY court_only ON %I USING (court_id = (SELECT nullif(current_setting(''app.court_id'', true), ''''))) WITH CHECK (court_id = (SELECT nullif(current_setting(''app.court_id'', true), '''')))', t);
  END LOOP;
END $$;
--> statement-breakpoint

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'records are append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER records_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON records
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- A session's court and its rows' court are one: every write checks it against the transaction's own setting
-- through the policies above. The owner's three functions:

GRANT USAGE ON SCHEMA public TO tiaosu_busy, tiaosu_app;
--> statement-breakpoint
GRANT SELECT, UPDATE ON occupancies TO tiaosu_busy;
--> statement-breakpoint
GRANT SELECT, UPDATE ON resources TO tiaosu_busy;
--> statement-breakpoint
CREATE POLICY busy_reads_all ON occupancies FOR ALL TO tiaosu_busy USING (true) WITH CHECK (true);
--> statement-breakpoint

-- Bare ranges of a resource's taken time, in every court: no case, no court, no booking.
CREATE FUNCTION busy(home text, resource uuid, during_range tstzrange)
RETURNS TABLE (during tstzrange, hold_until timestamptz, mine boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.during, o.hold_until, o.court_id = nullif(current_setting('app.court_id', true), '')
  FROM public.occupancies o
  WHERE o.home_id = home AND o.resource_id = resource AND o.released_at IS NULL AND o.during && during_range
$$;
--> statement-breakpoint

-- Locks resources in sorted order; fails unless as many rows are locked as were asked for.
CREATE FUNCTION lock_resources(homes text[], ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE locked int; asked int;
BEGIN
  SELECT count(*) INTO asked FROM (SELECT DISTINCT h, i FROM unnest(homes, ids) AS x(h, i)) d;
  SELECT count(*) INTO locked FROM (
    SELECT r.id FROM public.resources r
    JOIN (SELECT DISTINCT h, i FROM unnest(homes, ids) AS x(h, i)) w ON w.h = r.home_id AND w.i = r.id
    ORDER BY r.home_id, r.id FOR UPDATE OF r
  ) l;
  IF locked <> asked THEN
    RAISE EXCEPTION 'unknown resource: % of % locked', locked, asked USING ERRCODE = 'foreign_key_violation';
  END IF;
END $$;
--> statement-breakpoint

-- An expired hold is free; this frees its time. Its case's record and notice are the worker's, in its own court.
CREATE FUNCTION release_expired(home text, resource uuid, at_instant timestamptz) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH freed AS (
    UPDATE public.occupancies SET released_at = at_instant
    WHERE home_id = home AND resource_id = resource AND released_at IS NULL AND hold_until IS NOT NULL AND hold_until <= at_instant
    RETURNING 1
  ) SELECT count(*)::int FROM freed
$$;
--> statement-breakpoint

-- The functions' owner can neither log in nor create anything once they are his.
GRANT CREATE ON SCHEMA public TO tiaosu_busy;
--> statement-breakpoint
ALTER FUNCTION busy(text, uuid, tstzrange) OWNER TO tiaosu_busy;
--> statement-breakpoint
ALTER FUNCTION lock_resources(text[], uuid[]) OWNER TO tiaosu_busy;
--> statement-breakpoint
ALTER FUNCTION release_expired(text, uuid, timestamptz) OWNER TO tiaosu_busy;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM tiaosu_busy;
--> statement-breakpoint
REVOKE ALL ON FUNCTION busy(text, uuid, tstzrange), lock_resources(text[], uuid[]), release_expired(text, uuid, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION busy(text, uuid, tstzrange), lock_resources(text[], uuid[]), release_expired(text, uuid, timestamptz) TO tiaosu_app;
--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO tiaosu_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON records FROM tiaosu_app;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON courts FROM tiaosu_app;
