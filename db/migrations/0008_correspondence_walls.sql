-- Walls of the tables made by 0007, as 0002 drew them for the earlier ones.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['notices', 'delivery_events', 'invitation_replies', 'inbound_messages', 'counter_proposals',
    'tasks', 'calendar_sources', 'external_busy', 'calendar_skips', 'feed_fetches']
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

-- What happened to a message is evidence: nobody changes it afterwards.
REVOKE UPDATE, DELETE ON delivery_events FROM tiaosu_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON notice_codes TO tiaosu_app;
