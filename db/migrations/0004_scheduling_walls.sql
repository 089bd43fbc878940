-- Walls of the tables made by 0003, as 0002 drew them for the earlier ones.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['safety_flags', 'calendar_versions', 'date_hours', 'resource_limits', 'weekly_absences',
    'booking_overrides', 'session_people', 'offers', 'offer_answers']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY court_only ON %1$I USING (court_id = (SELECT nullif(current_setting(%2$L, true), %3$L))) WITH CHECK (court_id = (SELECT nullif(current_setting(%2$L, true), %3$L)))',
      t, 'app.court_id', '');
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tiaosu_app', t);
  END LOOP;
END $$;
--> statement-breakpoint

CREATE INDEX occupancies_packed ON occupancies (home_id, resource_id, from_minute)
  INCLUDE (to_minute, hold_until, court_id) WHERE released_at IS NULL;
--> statement-breakpoint

-- `busy` for many resources in one row each: per claim, by its start, four int4: from and to in epoch minutes, the minute
-- at which a hold ends (0: no hold), and whether it is this court's. A resource without claims has no row.
CREATE FUNCTION busy_packed(homes text[], ids uuid[], during_range tstzrange)
RETURNS TABLE (resource_id uuid, packed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.resource_id, string_agg(
    int4send(o.from_minute) || int4send(o.to_minute)
      || int4send(coalesce(public.epoch_minute(o.hold_until), 0))
      || int4send((o.court_id = nullif(current_setting('app.court_id', true), ''))::int),
    ''::bytea ORDER BY o.from_minute)
  FROM unnest(homes, ids) AS w(home, id)
  JOIN public.occupancies o ON o.home_id = w.home AND o.resource_id = w.id AND o.released_at IS NULL
    AND o.from_minute < public.epoch_minute_up(upper(during_range))
    AND o.to_minute > public.epoch_minute(lower(during_range))
  GROUP BY o.resource_id
$$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO tiaosu_busy;
--> statement-breakpoint
ALTER FUNCTION busy_packed(text[], uuid[], tstzrange) OWNER TO tiaosu_busy;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM tiaosu_busy;
--> statement-breakpoint
REVOKE ALL ON FUNCTION busy_packed(text[], uuid[], tstzrange) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION busy_packed(text[], uuid[], tstzrange) TO tiaosu_app;
