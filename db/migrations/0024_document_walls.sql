-- The walls of the tables made by 0023, as 0002 drew them for the earlier ones; versions of templates stay as they came.
ALTER TABLE document_templates ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE document_templates FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY court_only ON document_templates USING (court_id = (SELECT nullif(current_setting('app.court_id', true), ''))) WITH CHECK (court_id = (SELECT nullif(current_setting('app.court_id', true), '')));
--> statement-breakpoint
GRANT SELECT, INSERT ON document_templates TO tiaosu_app;
--> statement-breakpoint
ALTER TABLE document_batches ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE document_batches FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY court_only ON document_batches USING (court_id = (SELECT nullif(current_setting('app.court_id', true), ''))) WITH CHECK (court_id = (SELECT nullif(current_setting('app.court_id', true), '')));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON document_batches TO tiaosu_app;
--> statement-breakpoint
ALTER TABLE document_batch_items ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE document_batch_items FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY court_only ON document_batch_items USING (court_id = (SELECT nullif(current_setting('app.court_id', true), ''))) WITH CHECK (court_id = (SELECT nullif(current_setting('app.court_id', true), '')));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON document_batch_items TO tiaosu_app;
