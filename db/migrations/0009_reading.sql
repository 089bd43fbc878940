ALTER TABLE "parties" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "courts" ADD COLUMN "directions" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "courts" ADD COLUMN "directions_en" text DEFAULT '' NOT NULL;