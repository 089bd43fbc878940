CREATE TABLE "document_batch_items" (
	"court_id" text NOT NULL,
	"batch_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"case_id" uuid NOT NULL,
	"party_id" uuid,
	"status" text NOT NULL,
	"reason" text,
	"document_id" uuid,
	"file_id" uuid,
	CONSTRAINT "document_batch_items_court_id_batch_id_ordinal_pk" PRIMARY KEY("court_id","batch_id","ordinal"),
	CONSTRAINT "document_batch_items_once" UNIQUE NULLS NOT DISTINCT("court_id","batch_id","case_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "document_batches" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"number" text,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"template_id" uuid,
	"template" text,
	"total" integer NOT NULL,
	"by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"zip_file_id" uuid,
	"print_file_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "document_batches_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "document_templates" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"file_id" uuid,
	"sha256" text,
	"name" text NOT NULL,
	"effective_on" date NOT NULL,
	"by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_templates_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "document_templates_version" UNIQUE("court_id","kind","version")
);
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "party_id" uuid;--> statement-breakpoint
ALTER TABLE "document_batch_items" ADD CONSTRAINT "document_batch_items_court_id_batch_id_document_batches_court_id_id_fk" FOREIGN KEY ("court_id","batch_id") REFERENCES "public"."document_batches"("court_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_batch_items" ADD CONSTRAINT "document_batch_items_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_batches" ADD CONSTRAINT "document_batches_court_id_template_id_document_templates_court_id_id_fk" FOREIGN KEY ("court_id","template_id") REFERENCES "public"."document_templates"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_batch_items_left" ON "document_batch_items" USING btree ("court_id","batch_id","ordinal") WHERE "document_batch_items"."status" = 'queued';--> statement-breakpoint
CREATE INDEX "document_batches_made" ON "document_batches" USING btree ("court_id","created_at");