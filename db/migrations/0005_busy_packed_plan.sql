-- A resource has one home: without knowing that, the planner expects one claim where there are a hundred, and takes the
-- index of the exclusion constraint with a visit to the table for each instead of the covering one.
CREATE STATISTICS occupancies_home_resource (ndistinct, dependencies) ON home_id, resource_id FROM occupancies;
--> statement-breakpoint

-- The same answer as in 0004: the bounds and the court are worked out once and not for each claim.
CREATE OR REPLACE FUNCTION busy_packed(homes text[], ids uuid[], during_range tstzrange)
RETURNS TABLE (resource_id uuid, packed bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  mine text := nullif(current_setting('app.court_id', true), '');
  until_minute int := public.epoch_minute_up(upper(during_range));
  after_minute int := public.epoch_minute(lower(during_range));
BEGIN
  RETURN QUERY
  SELECT w.id, claims.packed
  FROM unnest(homes, ids) AS w(home, id)
  CROSS JOIN LATERAL (
    SELECT string_agg(
      int4send(o.from_minute) || int4send(o.to_minute)
        || CASE WHEN o.hold_until IS NULL THEN '\x00000000'::bytea
             ELSE int4send(public.epoch_minute(o.hold_until)) END
        || CASE WHEN o.court_id = mine THEN '\x00000001'::bytea ELSE '\x00000000'::bytea END,
      ''::bytea ORDER BY o.from_minute) AS packed
    FROM public.occupancies o
    WHERE o.home_id = w.home AND o.resource_id = w.id AND o.released_at IS NULL
      AND o.from_minute < until_minute AND o.to_minute > after_minute
  ) AS claims
  WHERE claims.packed IS NOT NULL;
END
$$;
