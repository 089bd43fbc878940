CREATE TABLE "series" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"contract_form" text NOT NULL,
	"creditor_name" text NOT NULL,
	"creditor_index" "bytea" NOT NULL,
	"cause_code" text NOT NULL,
	"made_by_id" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "series_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "series_cases" (
	"court_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"series_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "series_cases_court_id_case_id_pk" PRIMARY KEY("court_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "series_cases" ADD CONSTRAINT "series_cases_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_cases" ADD CONSTRAINT "series_cases_court_id_series_id_series_court_id_id_fk" FOREIGN KEY ("court_id","series_id") REFERENCES "public"."series"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "series_cases_series" ON "series_cases" USING btree ("court_id","series_id");