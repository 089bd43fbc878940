-- The wall of the table made by 0013, as 0002 drew them for the earlier ones; what a side said stays as it said it.
ALTER TABLE element_answers ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE element_answers FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY court_only ON element_answers USING (court_id = (SELECT nullif(current_setting('app.court_id', true), ''))) WITH CHECK (court_id = (SELECT nullif(current_setting('app.court_id', true), '')));
--> statement-breakpoint
GRANT SELECT, INSERT ON element_answers TO tiaosu_app;
