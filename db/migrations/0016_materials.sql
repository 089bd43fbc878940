CREATE TABLE "materials" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"party_id" uuid,
	"side" text,
	"reach" text NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by_id" text,
	CONSTRAINT "materials_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "materials_file" UNIQUE("court_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_court_id_file_id_files_court_id_id_fk" FOREIGN KEY ("court_id","file_id") REFERENCES "public"."files"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "materials_case" ON "materials" USING btree ("court_id","case_id");