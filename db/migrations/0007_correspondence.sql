CREATE TABLE "calendar_skips" (
	"court_id" text NOT NULL,
	"source_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"title" "bytea",
	"reason" text NOT NULL,
	"detail" text,
	CONSTRAINT "calendar_skips_court_id_source_id_ordinal_pk" PRIMARY KEY("court_id","source_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "calendar_sources" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"address" "bytea",
	"fetched_at" timestamp with time zone,
	"tried_at" timestamp with time zone,
	"failure" text,
	"etag" text,
	"hash" "bytea",
	"entries" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"paused" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_sources_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "external_busy" (
	"court_id" text NOT NULL,
	"source_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"tentative" boolean DEFAULT false NOT NULL,
	CONSTRAINT "external_busy_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "feed_fetches" (
	"court_id" text NOT NULL,
	"token_id" uuid NOT NULL,
	"client" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "feed_fetches_court_id_token_id_client_pk" PRIMARY KEY("court_id","token_id","client")
);
--> statement-breakpoint
CREATE TABLE "counter_proposals" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"inbound_id" uuid,
	"during" "tstzrange" NOT NULL,
	"words" "bytea",
	"status" text NOT NULL,
	"by_id" text,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "counter_proposals_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "delivery_events" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"status" text NOT NULL,
	"detail" text,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "delivery_events_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "inbound_messages" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"message_id" text,
	"from_masked" text NOT NULL,
	"from_index" "bytea",
	"case_id" uuid,
	"invitation_id" uuid,
	"outcome" text NOT NULL,
	"detail" text,
	"raw" "bytea" NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inbound_messages_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "inbound_messages_once" UNIQUE("court_id","hash")
);
--> statement-breakpoint
CREATE TABLE "invitation_replies" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"sequence" integer,
	"reply" text NOT NULL,
	"how" text NOT NULL,
	"words" "bytea",
	"inbound_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitation_replies_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"court_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid,
	"invitation_id" uuid,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"recipient_kind" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"recipient_masked" text NOT NULL,
	"locale" text NOT NULL,
	"facts" jsonb NOT NULL,
	"sealed" "bytea" NOT NULL,
	"by_id" text NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notices_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "notices_key" UNIQUE("court_id","key"),
	CONSTRAINT "notices_code" UNIQUE("court_id","code")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"case_id" uuid,
	"session_id" uuid,
	"data" jsonb NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"done_by_id" text,
	"outcome" text,
	CONSTRAINT "tasks_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "tasks_key" UNIQUE("court_id","key")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "notice_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "contact_point_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendar_skips" ADD CONSTRAINT "calendar_skips_court_id_source_id_calendar_sources_court_id_id_fk" FOREIGN KEY ("court_id","source_id") REFERENCES "public"."calendar_sources"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_busy" ADD CONSTRAINT "external_busy_court_id_source_id_calendar_sources_court_id_id_fk" FOREIGN KEY ("court_id","source_id") REFERENCES "public"."calendar_sources"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_proposals" ADD CONSTRAINT "counter_proposals_court_id_invitation_id_invitations_court_id_id_fk" FOREIGN KEY ("court_id","invitation_id") REFERENCES "public"."invitations"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_events" ADD CONSTRAINT "delivery_events_court_id_delivery_id_deliveries_court_id_id_fk" FOREIGN KEY ("court_id","delivery_id") REFERENCES "public"."deliveries"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_replies" ADD CONSTRAINT "invitation_replies_court_id_invitation_id_invitations_court_id_id_fk" FOREIGN KEY ("court_id","invitation_id") REFERENCES "public"."invitations"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_sources_person" ON "calendar_sources" USING btree ("court_id","person_id");--> statement-breakpoint
CREATE INDEX "external_busy_person" ON "external_busy" USING btree ("court_id","person_id");--> statement-breakpoint
CREATE INDEX "external_busy_source" ON "external_busy" USING btree ("court_id","source_id");--> statement-breakpoint
CREATE INDEX "counter_proposals_session" ON "counter_proposals" USING btree ("court_id","session_id");--> statement-breakpoint
CREATE INDEX "delivery_events_delivery" ON "delivery_events" USING btree ("court_id","delivery_id","at");--> statement-breakpoint
CREATE INDEX "inbound_messages_case" ON "inbound_messages" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "invitation_replies_invitation" ON "invitation_replies" USING btree ("court_id","invitation_id","at");--> statement-breakpoint
CREATE INDEX "notices_case" ON "notices" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "notices_invitation" ON "notices" USING btree ("court_id","invitation_id");--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("court_id","done_at","opened_at");--> statement-breakpoint
CREATE INDEX "tasks_case" ON "tasks" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "deliveries_notice" ON "deliveries" USING btree ("court_id","notice_id");--> statement-breakpoint
CREATE INDEX "deliveries_message" ON "deliveries" USING btree ("court_id","message_id");