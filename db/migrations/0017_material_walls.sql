-- The wall of the table made by 0016, as 0002 drew them for the earlier ones; what was handed in is taken back, never deleted.
ALTER TABLE materials ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE materials FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY court_only ON materials USING (court_id = (SELECT nullif(current_setting('app.court_id', true), ''))) WITH CHECK (court_id = (SELECT nullif(current_setting('app.court_id', true), '')));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON materials TO tiaosu_app;
