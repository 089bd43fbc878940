-- The walls of the tables made by 0018, as 0002 drew them for the earlier ones.
ALTER TABLE series ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE series FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY court_only ON series USING (court_id = (SELECT nullif(current_setting('app.court_id', true), ''))) WITH CHECK (court_id = (SELECT nullif(current_setting('app.court_id', true), '')));
--> statement-breakpoint
GRANT SELECT, INSERT ON series TO tiaosu_app;
--> statement-breakpoint
ALTER TABLE series_cases ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE series_cases FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY court_only ON series_cases USING (court_id = (SELECT nullif(current_setting('app.court_id', true), ''))) WITH CHECK (court_id = (SELECT nullif(current_setting('app.court_id', true), '')));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON series_cases TO tiaosu_app;
