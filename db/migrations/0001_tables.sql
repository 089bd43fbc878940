CREATE TABLE "assignments" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"org_id" uuid,
	"mediator_id" uuid,
	"lawyer_id" uuid,
	"lawyer_part" text,
	"status" text NOT NULL,
	"mode" text NOT NULL,
	"reason" text NOT NULL,
	"candidates" jsonb NOT NULL,
	"rule_version" integer NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"materials_signed_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_code" text,
	"end_reason" text,
	CONSTRAINT "assignments_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "bars" (
	"court_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"why" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "bars_court_id_case_id_person_id_why_pk" PRIMARY KEY("court_id","case_id","person_id","why")
);
--> statement-breakpoint
CREATE TABLE "disclosures" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"words" text NOT NULL,
	"level" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "disclosures_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "act_words" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"verb" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"by_id" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "act_words_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"name" text NOT NULL,
	"unit" text,
	"authority" text NOT NULL,
	"resource_id" uuid NOT NULL,
	"id_index" "bytea",
	CONSTRAINT "agents_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_numbers" (
	"court_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"family" text NOT NULL,
	"number" text NOT NULL,
	"source" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_numbers_court_id_number_pk" PRIMARY KEY("court_id","number")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"registration_no" text NOT NULL,
	"case_no" text,
	"regime" text NOT NULL,
	"intake" text NOT NULL,
	"stage" text NOT NULL,
	"cause_scheme" text NOT NULL,
	"cause_code" text NOT NULL,
	"amount_fen" bigint,
	"facts" text NOT NULL,
	"claims" text NOT NULL,
	"procedure_hint" text DEFAULT 'ordinary' NOT NULL,
	"claimant_names" text NOT NULL,
	"respondent_names" text NOT NULL,
	"name_grams" text[] NOT NULL,
	"team_id" uuid,
	"judge_id" uuid,
	"mediator_id" uuid,
	"lawyer_id" uuid,
	"org_id" uuid,
	"suspended_at" timestamp with time zone,
	"suspended_for" text,
	"recusal_pending_at" timestamp with time zone,
	"appraisal_since" timestamp with time zone,
	"mediation_end" text,
	"termination_reported_at" timestamp with time zone,
	"replacements" integer DEFAULT 0 NOT NULL,
	"converted_at" timestamp with time zone,
	"fee" text DEFAULT 'notDue' NOT NULL,
	"preservation_until" date,
	"close_reason" text,
	"outcome" text,
	"route" text,
	"track" text,
	"procedure" text,
	"fee_fen" bigint,
	"due_on" date,
	"due_rule" text,
	"next_session_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"registered_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"record_seq" integer DEFAULT 0 NOT NULL,
	"record_head" "bytea" NOT NULL,
	CONSTRAINT "cases_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "cases_registration_no" UNIQUE("court_id","registration_no")
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"start_on" date NOT NULL,
	"length" integer NOT NULL,
	"unit" text NOT NULL,
	"extensions" jsonb NOT NULL,
	"exclusions" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"provisional" boolean NOT NULL,
	"calendar_version" integer NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "clocks_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"decision" text NOT NULL,
	"how" text NOT NULL,
	"until" date,
	"happened_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_attempts" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"contact_point_id" uuid,
	"channel" text NOT NULL,
	"result" text NOT NULL,
	"words_sealed" "bytea",
	"next_try_on" date,
	"by_id" uuid NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_attempts_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_points" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"agent_id" uuid,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"index" "bytea" NOT NULL,
	"masked" text NOT NULL,
	"status" text DEFAULT 'unverified' NOT NULL,
	"preferred" boolean DEFAULT false NOT NULL,
	CONSTRAINT "contact_points_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"court_id" text NOT NULL,
	"run_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"row_hash" text NOT NULL,
	"case_id" uuid,
	"errors" jsonb NOT NULL,
	"sealed" "bytea" NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "import_rows_court_id_run_id_row_pk" PRIMARY KEY("court_id","run_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"file_id" uuid,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"by_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"total" integer NOT NULL,
	"good" integer NOT NULL,
	"bad" integer NOT NULL,
	CONSTRAINT "import_runs_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "number_counters" (
	"court_id" text NOT NULL,
	"family" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_counters_court_id_family_year_pk" PRIMARY KEY("court_id","family","year")
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"side" text NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"id_kind" text,
	"id_sealed" "bytea",
	"id_index" "bytea",
	"id_masked" text,
	"birth_on" date,
	"address_sealed" "bytea",
	"org_rep_name" text,
	"resource_id" uuid,
	"needs" jsonb NOT NULL,
	"service_address_confirmed_at" timestamp with time zone,
	"e_service_consent" boolean DEFAULT false NOT NULL,
	CONSTRAINT "parties_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "clock_offset" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"offset_seconds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "courts" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"short_name" text NOT NULL,
	"number_prefix" text NOT NULL,
	"address" text NOT NULL,
	"phone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "courts_code_unique" UNIQUE("code"),
	CONSTRAINT "courts_numberPrefix_unique" UNIQUE("number_prefix")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"court_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"team_id" uuid,
	"org_id" uuid,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"email" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"court_id" text,
	"role" text,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"court_id" text NOT NULL,
	"purpose" text NOT NULL,
	"subject" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"opened_until" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tokens_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"route" text NOT NULL,
	"terms" jsonb NOT NULL,
	"performed_at_once" boolean DEFAULT false NOT NULL,
	"content_hash" text,
	"effective_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreements_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "agreements_version" UNIQUE("court_id","case_id","version")
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"court_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"status" text NOT NULL,
	"identity_checked" boolean NOT NULL,
	"agent_id" uuid,
	"arrived_at" timestamp with time zone,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attendances_court_id_session_id_case_id_party_id_pk" PRIMARY KEY("court_id","session_id","case_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "confidential_notes" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"session_id" uuid,
	"author_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"side" text,
	"sealed" "bytea" NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "confidential_notes_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"instalment" integer NOT NULL,
	"kind" text NOT NULL,
	"obligor_id" uuid NOT NULL,
	"obligee_id" uuid NOT NULL,
	"amount_fen" bigint,
	"due_on" date,
	"performed_on" date,
	CONSTRAINT "obligations_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"signer_kind" text NOT NULL,
	"party_id" uuid,
	"signer_id" uuid NOT NULL,
	"how" text NOT NULL,
	"content_hash" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signatures_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "signatures_once" UNIQUE("court_id","subject_kind","subject_id","signer_id")
);
--> statement-breakpoint
CREATE TABLE "termination_reports" (
	"court_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"cost_raising_conduct" text NOT NULL,
	"suggestions" text NOT NULL,
	"by_id" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "termination_reports_court_id_case_id_pk" PRIMARY KEY("court_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "undisputed_facts" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"fact" text NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "undisputed_facts_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "actor_chains" (
	"court_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"seq" integer NOT NULL,
	"head" "bytea" NOT NULL,
	CONSTRAINT "actor_chains_court_id_actor_id_pk" PRIMARY KEY("court_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"court_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"verb" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_court_id_actor_id_verb_key_pk" PRIMARY KEY("court_id","actor_id","verb","key")
);
--> statement-breakpoint
CREATE TABLE "late_entries" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"verb" text NOT NULL,
	"reason" text NOT NULL,
	"evidence_file_id" text,
	"happened_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "late_entries_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"effect" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"done_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "outbox_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "records" (
	"court_id" text NOT NULL,
	"chain" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"role" text NOT NULL,
	"verb" text NOT NULL,
	"case_id" text,
	"data" jsonb NOT NULL,
	"prev" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "records_court_id_chain_seq_pk" PRIMARY KEY("court_id","chain","seq")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"package_id" uuid,
	"kind" text NOT NULL,
	"code" text,
	"reason" text,
	"checklist" jsonb NOT NULL,
	"judge_id" uuid NOT NULL,
	"document_id" uuid,
	"number" text,
	"decided_at" timestamp with time zone NOT NULL,
	"served_at" timestamp with time zone,
	CONSTRAINT "decisions_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"template" text NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"number" text,
	"by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "documents_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "files_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "packages" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"route" text,
	"status" text NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"judge_id" uuid,
	"handed_over_at" timestamp with time zone NOT NULL,
	"taken_up_at" timestamp with time zone,
	"returned_points" jsonb,
	"checklist" jsonb NOT NULL,
	CONSTRAINT "packages_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "packages_version" UNIQUE("court_id","case_id","version")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"how" text NOT NULL,
	"served_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "services_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "services_once" UNIQUE("court_id","document_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"resource_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"reason" text,
	"told_by" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "absences_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "court_closures" (
	"court_id" text NOT NULL,
	"on" text NOT NULL,
	"open" boolean NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "court_closures_court_id_on_pk" PRIMARY KEY("court_id","on")
);
--> statement-breakpoint
CREATE TABLE "court_settings" (
	"court_id" text NOT NULL,
	"key" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"value" jsonb NOT NULL,
	CONSTRAINT "court_settings_court_id_key_valid_from_pk" PRIMARY KEY("court_id","key","valid_from")
);
--> statement-breakpoint
CREATE TABLE "declared_relations" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name_index" text,
	"firm" text,
	"note" text NOT NULL,
	CONSTRAINT "declared_relations_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"cause_codes" jsonb NOT NULL,
	"charges" boolean DEFAULT false NOT NULL,
	"address" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "organisations_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"home_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "resources_home_id_id_pk" PRIMARY KEY("home_id","id")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"place" text NOT NULL,
	"place_en" text NOT NULL,
	"facilities" jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "rooms_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "roster_members" (
	"court_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"org_id" uuid,
	"team_id" uuid,
	"firm" text,
	"cause_codes" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"mode" text NOT NULL,
	"max_open" integer NOT NULL,
	"trainee" boolean DEFAULT false NOT NULL,
	"supervisor_id" uuid,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "roster_members_court_id_person_id_kind_pk" PRIMARY KEY("court_id","person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"court_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "team_members_court_id_team_id_person_id_pk" PRIMARY KEY("court_id","team_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"judge_id" uuid,
	CONSTRAINT "teams_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "weekly_hours" (
	"court_id" text NOT NULL,
	"resource_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"resident" boolean DEFAULT false NOT NULL,
	CONSTRAINT "weekly_hours_court_id_resource_id_weekday_from_minute_valid_from_pk" PRIMARY KEY("court_id","resource_id","weekday","from_minute","valid_from")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"status" text NOT NULL,
	"hold_until" timestamp with time zone,
	"by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"release_reason" text,
	CONSTRAINT "bookings_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "bookings_bounded" CHECK (not isempty("bookings"."during") and not lower_inf("bookings"."during") and not upper_inf("bookings"."during"))
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"invitation_id" uuid,
	"case_id" uuid,
	"channel" text NOT NULL,
	"key" text NOT NULL,
	"address_masked" text NOT NULL,
	"status" text NOT NULL,
	"message_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"detail" text,
	"queued_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "deliveries_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "deliveries_key" UNIQUE("court_id","key")
);
--> statement-breakpoint
CREATE TABLE "demo_messages" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"channel" text NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"body" jsonb NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "demo_messages_court_id_id_pk" PRIMARY KEY("court_id","id"),
	CONSTRAINT "demo_messages_once" UNIQUE("court_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recipient_kind" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"uid" text NOT NULL,
	"sequence" integer NOT NULL,
	"method" text NOT NULL,
	"reply" text DEFAULT 'needsAction' NOT NULL,
	"replied_at" timestamp with time zone,
	"reply_how" text,
	"reply_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "occupancies" (
	"home_id" text NOT NULL,
	"id" uuid NOT NULL,
	"court_id" text NOT NULL,
	"resource_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"hold_until" timestamp with time zone,
	"released_at" timestamp with time zone,
	CONSTRAINT "occupancies_home_id_id_pk" PRIMARY KEY("home_id","id")
);
--> statement-breakpoint
CREATE TABLE "session_cases" (
	"court_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"outcome" text,
	"next_step" text,
	CONSTRAINT "session_cases_court_id_session_id_case_id_pk" PRIMARY KEY("court_id","session_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"court_id" text NOT NULL,
	"id" uuid NOT NULL,
	"mode" text NOT NULL,
	"status" text NOT NULL,
	"mediator_id" uuid NOT NULL,
	"lawyer_id" uuid,
	"room_id" uuid,
	"join_url" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bars" ADD CONSTRAINT "bars_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_court_id_assignment_id_assignments_court_id_id_fk" FOREIGN KEY ("court_id","assignment_id") REFERENCES "public"."assignments"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "act_words" ADD CONSTRAINT "act_words_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_court_id_party_id_parties_court_id_id_fk" FOREIGN KEY ("court_id","party_id") REFERENCES "public"."parties"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_numbers" ADD CONSTRAINT "case_numbers_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_court_id_party_id_parties_court_id_id_fk" FOREIGN KEY ("court_id","party_id") REFERENCES "public"."parties"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_attempts" ADD CONSTRAINT "contact_attempts_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_court_id_party_id_parties_court_id_id_fk" FOREIGN KEY ("court_id","party_id") REFERENCES "public"."parties"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_court_id_run_id_import_runs_court_id_id_fk" FOREIGN KEY ("court_id","run_id") REFERENCES "public"."import_runs"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_court_id_session_id_sessions_court_id_id_fk" FOREIGN KEY ("court_id","session_id") REFERENCES "public"."sessions"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_court_id_party_id_parties_court_id_id_fk" FOREIGN KEY ("court_id","party_id") REFERENCES "public"."parties"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidential_notes" ADD CONSTRAINT "confidential_notes_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_court_id_agreement_id_agreements_court_id_id_fk" FOREIGN KEY ("court_id","agreement_id") REFERENCES "public"."agreements"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "termination_reports" ADD CONSTRAINT "termination_reports_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undisputed_facts" ADD CONSTRAINT "undisputed_facts_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_court_id_package_id_packages_court_id_id_fk" FOREIGN KEY ("court_id","package_id") REFERENCES "public"."packages"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packages" ADD CONSTRAINT "packages_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_court_id_team_id_teams_court_id_id_fk" FOREIGN KEY ("court_id","team_id") REFERENCES "public"."teams"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_court_id_session_id_sessions_court_id_id_fk" FOREIGN KEY ("court_id","session_id") REFERENCES "public"."sessions"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_court_id_session_id_case_id_session_cases_court_id_session_id_case_id_fk" FOREIGN KEY ("court_id","session_id","case_id") REFERENCES "public"."session_cases"("court_id","session_id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_cases" ADD CONSTRAINT "session_cases_court_id_session_id_sessions_court_id_id_fk" FOREIGN KEY ("court_id","session_id") REFERENCES "public"."sessions"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_cases" ADD CONSTRAINT "session_cases_court_id_case_id_cases_court_id_id_fk" FOREIGN KEY ("court_id","case_id") REFERENCES "public"."cases"("court_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_case" ON "assignments" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "assignments_mediator" ON "assignments" USING btree ("court_id","mediator_id","status");--> statement-breakpoint
CREATE INDEX "disclosures_case" ON "disclosures" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "act_words_case" ON "act_words" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "agents_case" ON "agents" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "case_numbers_case" ON "case_numbers" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_case_no" ON "cases" USING btree ("court_id","case_no");--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("court_id","stage","due_on","id") WHERE "cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "cases_due" ON "cases" USING btree ("court_id","due_on","id") WHERE "cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "cases_mediator" ON "cases" USING btree ("court_id","mediator_id","stage");--> statement-breakpoint
CREATE INDEX "cases_team" ON "cases" USING btree ("court_id","team_id","stage");--> statement-breakpoint
CREATE INDEX "cases_names" ON "cases" USING gin ("name_grams");--> statement-breakpoint
CREATE INDEX "clocks_case" ON "clocks" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "clocks_running" ON "clocks" USING btree ("court_id","case_id","rule") WHERE "clocks"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "consents_case" ON "consents" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "contact_attempts_case" ON "contact_attempts" USING btree ("court_id","case_id","happened_at");--> statement-breakpoint
CREATE INDEX "contact_points_case" ON "contact_points" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "contact_points_index" ON "contact_points" USING btree ("court_id","index");--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_once" ON "import_rows" USING btree ("court_id","row_hash") WHERE "import_rows"."status" = 'done';--> statement-breakpoint
CREATE INDEX "import_runs_sha" ON "import_runs" USING btree ("court_id","sha256");--> statement-breakpoint
CREATE INDEX "parties_case" ON "parties" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "parties_identity" ON "parties" USING btree ("court_id","id_index");--> statement-breakpoint
CREATE INDEX "grants_person" ON "grants" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_key" ON "grants" USING btree ("court_id","person_id","role","team_id","org_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_login_key" ON "people" USING btree (lower("login"));--> statement-breakpoint
CREATE INDEX "sign_ins_person" ON "sign_ins" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tokens_subject" ON "tokens" USING btree ("court_id","purpose");--> statement-breakpoint
CREATE INDEX "confidential_notes_case" ON "confidential_notes" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "obligations_case" ON "obligations" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "undisputed_facts_case" ON "undisputed_facts" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "late_entries_case" ON "late_entries" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("court_id","run_at") WHERE "outbox"."done_at" is null and "outbox"."dead_at" is null;--> statement-breakpoint
CREATE INDEX "records_at" ON "records" USING btree ("court_id","at");--> statement-breakpoint
CREATE INDEX "records_case" ON "records" USING btree ("court_id","case_id","at");--> statement-breakpoint
CREATE INDEX "records_actor" ON "records" USING btree ("court_id","actor_id","at");--> statement-breakpoint
CREATE INDEX "decisions_case" ON "decisions" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "documents_case" ON "documents" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "packages_judge" ON "packages" USING btree ("court_id","judge_id","status");--> statement-breakpoint
CREATE INDEX "absences_resource" ON "absences" USING btree ("court_id","resource_id");--> statement-breakpoint
CREATE INDEX "declared_relations_person" ON "declared_relations" USING btree ("court_id","person_id");--> statement-breakpoint
CREATE INDEX "roster_org" ON "roster_members" USING btree ("court_id","org_id");--> statement-breakpoint
CREATE INDEX "bookings_session" ON "bookings" USING btree ("court_id","session_id");--> statement-breakpoint
CREATE INDEX "bookings_during" ON "bookings" USING gist ("court_id","during");--> statement-breakpoint
CREATE INDEX "deliveries_case" ON "deliveries" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "demo_messages_at" ON "demo_messages" USING btree ("court_id","sent_at");--> statement-breakpoint
CREATE INDEX "invitations_session" ON "invitations" USING btree ("court_id","session_id");--> statement-breakpoint
CREATE INDEX "invitations_recipient" ON "invitations" USING btree ("court_id","recipient_id");--> statement-breakpoint
CREATE INDEX "occupancies_booking" ON "occupancies" USING btree ("court_id","booking_id");--> statement-breakpoint
CREATE INDEX "session_cases_case" ON "session_cases" USING btree ("court_id","case_id");--> statement-breakpoint
CREATE INDEX "sessions_mediator" ON "sessions" USING btree ("court_id","mediator_id");