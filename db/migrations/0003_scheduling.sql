-- Generated columns take immutable functions only; an instant's epoch is the same in every zone, so these are.
CREATE FUNCTION epoch_minute(at_instant timestamptz) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN floor(extract(epoch FROM at_instant) / 60)::int;
--> statement-breakpoint
CREATE FUNCTION epoch_minute_up(at_instant timestamptz) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ceil(extract(epoch FROM at_instant) / 60)::int;
--> statement-breakpoint
CREATE TABLE "safety_flags" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"protected_party_id" uuid NOT NULL,
	"apart_minutes" integer NOT NULL,
	"waiting_room_id" uuid,
	"bailiff" boolean NOT NULL,
	"words_sealed" "bytea",
	"by_id" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "safety_flags_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "calendar_versions" (
	"court_id" text NOT NULL,
	"version" integer NOT NULL,
	"year" integer,
	"source" text NOT NULL,
	"days" jsonb NOT NULL,
	"by_id" text NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_versions_court_id_version_pk" PRIMARY KEY("court_id","version")
);
--> statement-breakpoint
CREATE TABLE "date_hours" (
	"court_id" text NOT NULL,
	"resource_id" uuid NOT NULL,
	"on" text NOT NULL,
	"hours" jsonb NOT NULL,
	"note" text,
	CONSTRAINT "date_hours_court_id_resource_id_on_pk" PRIMARY KEY("court_id","resource_id","on")
);
--> statement-breakpoint
CREATE TABLE "resource_limits" (
	"court_id" text NOT NULL,
	"resource_id" uuid NOT NULL,
	"max_per_day" integer,
	"max_per_week" integer,
	"buffer_before_minutes" integer DEFAULT 0 NOT NULL,
	"buffer_after_minutes" integer DEFAULT 0 NOT NULL,
	"minimum_notice_minutes" integer,
	"horizon_days" integer,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "resource_limits_court_id_resource_id_pk" PRIMARY KEY("court_id","resource_id")
);
--> statement-breakpoint
CREATE TABLE "weekly_absences" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"resource_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"reason" text,
	"told_by" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "weekly_absences_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "booking_overrides" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"code" text NOT NULL,
	"resource_id" uuid,
	"reason" text NOT NULL,
	"by_id" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_overrides_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "offer_answers" (
	"court_id" text NOT NULL,
	"offer_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"booking_ids" jsonb NOT NULL,
	"words_id" uuid,
	"how" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_answers_court_id_offer_id_party_id_pk" PRIMARY KEY("court_id","offer_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"session_id" uuid,
	"status" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"freed_from_id" uuid,
	"by_id" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "offers_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "session_people" (
	"court_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"resource_id" uuid NOT NULL,
	"part" text NOT NULL,
	"by_id" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_people_court_id_session_id_resource_id_pk" PRIMARY KEY("court_id","session_id","resource_id")
);
--> statement-breakpoint
ALTER TABLE "bookings" ALTER COLUMN "session_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ALTER COLUMN "by_id" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "time_way" text;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "suspensions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "warned" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "expired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "offer_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "offered_mode" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "offered_room_id" uuid;--> statement-breakpoint
ALTER TABLE "occupancies" ADD COLUMN "from_minute" integer GENERATED ALWAYS AS (epoch_minute(lower(during))) STORED;--> statement-breakpoint
ALTER TABLE "occupancies" ADD COLUMN "to_minute" integer GENERATED ALWAYS AS (epoch_minute_up(upper(during))) STORED;--> statement-breakpoint
ALTER TABLE "session_cases" ADD COLUMN "arrive_after_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "safety_flags" ADD CONSTRAINT "safety_flags_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_overrides" ADD CONSTRAINT "booking_overrides_court_id_booking_id_bookings_court_id_id_fk" FOREIGN KEY ("court_id","booking_id") REFERENCES "public"."bookings"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_answers" ADD CONSTRAINT "offer_answers_court_id_offer_id_offers_court_id_id_fk" FOREIGN KEY ("court_id","offer_id") REFERENCES "public"."offers"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_answers" ADD CONSTRAINT "offer_answers_court_id_party_id_parties_court_id_id_fk" FOREIGN KEY ("court_id","party_id") REFERENCES "public"."parties"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_court_id_session_id_sessions_court_id_id_fk" FOREIGN KEY ("court_id","session_id") REFERENCES "public"."sessions"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_court_id_session_id_sessions_court_id_id_fk" FOREIGN KEY ("court_id","session_id") REFERENCES "public"."sessions"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "safety_flags_case" ON "safety_flags" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "weekly_absences_resource" ON "weekly_absences" USING btree ("court_id","resource_id");--> statement-breakpoint
CREATE INDEX "booking_overrides_booking" ON "booking_overrides" USING btree ("court_id","booking_id");--> statement-breakpoint
CREATE INDEX "booking_overrides_resource" ON "booking_overrides" USING btree ("court_id","resource_id");--> statement-breakpoint
CREATE INDEX "offers_case" ON "offers" USING btree ("court_id","case_id","made_at");--> statement-breakpoint
CREATE INDEX "offers_until" ON "offers" USING btree ("court_id","until") WHERE "offers"."status" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "offers_open" ON "offers" USING btree ("court_id","case_id") WHERE "offers"."status" = 'open';--> statement-breakpoint
CREATE INDEX "bookings_offer" ON "bookings" USING btree ("court_id","offer_id") WHERE "bookings"."offer_id" is not null;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_of_something" CHECK ("bookings"."session_id" is not null or "bookings"."offer_id" is not null);