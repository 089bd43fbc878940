-- The wall of the table made by 0021, as 0002 drew them for the earlier ones.
ALTER TABLE import_senders ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_senders FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY court_only ON import_senders USING (court_id = (SELECT nullif(current_setting('app.court_id', true), ''))) WITH CHECK (court_id = (SELECT nullif(current_setting('app.court_id', true), '')));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON import_senders TO tiaosu_app;
