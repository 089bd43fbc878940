ALTER TABLE "element_answers" ADD COLUMN "is_pleading" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "undisputed_facts" ADD COLUMN "element_name" text;--> statement-breakpoint
ALTER TABLE "undisputed_facts" ADD COLUMN "claimant_version" integer;--> statement-breakpoint
ALTER TABLE "undisputed_facts" ADD COLUMN "respondent_version" integer;