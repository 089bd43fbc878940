CREATE TABLE "element_answers" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"sheet_key" text NOT NULL,
	"side" text NOT NULL,
	"version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"saved_by_id" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "element_answers_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "element_answers_once" UNIQUE("court_id","case_id","side","version")
);
--> statement-breakpoint
ALTER TABLE "element_answers" ADD CONSTRAINT "element_answers_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;