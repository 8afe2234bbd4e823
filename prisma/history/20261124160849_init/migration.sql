-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('demo', 'real');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('caseworker', 'coordinator', 'admin', 'guest');

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "name" TEXT NOT NULL,
    "locale" VARCHAR(2) NOT NULL DEFAULT 'en',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "staff_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "leads" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("staff_id","team_id")
);

-- CreateTable
CREATE TABLE "accreditation" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accreditation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "staff_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "password_set_at" TIMESTAMPTZ(3) NOT NULL,
    "totp_secret" BYTEA,
    "totp_pending" BYTEA,
    "totp_last_step" BIGINT,
    "totp_enrolled_at" TIMESTAMPTZ(3),

    CONSTRAINT "credential_pkey" PRIMARY KEY ("staff_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "code_hash" CHAR(64) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_step_due" BOOLEAN NOT NULL,
    "second_step_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "device" VARCHAR(40) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" CHAR(64) NOT NULL,
    "points" INTEGER NOT NULL,
    "window_end" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "team_id" UUID,
    "token_hash" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "invited_by" UUID,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_key" (
    "staff_id" UUID NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_key_pkey" PRIMARY KEY ("staff_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "actor_kind" TEXT NOT NULL DEFAULT 'staff',
    "actor_id" UUID,
    "session_id" UUID,
    "txid" BIGINT NOT NULL DEFAULT 0,
    "event" TEXT NOT NULL,
    "case_id" UUID,
    "visit_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "staff_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("staff_id","request_id")
);

-- CreateTable
CREATE TABLE "wrapped_key" (
    "id" UUID NOT NULL,
    "holder_kind" TEXT NOT NULL,
    "holder_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT 'server',
    "kid" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "wrapped_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "holder_kind" TEXT NOT NULL,
    "holder_id" UUID NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_file" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "risk" TEXT NOT NULL DEFAULT 'low',
    "secrecy" TEXT NOT NULL DEFAULT 'open',
    "team_id" UUID NOT NULL,
    "worker_id" UUID NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "closure_reason" TEXT,
    "next_step_cipher" BYTEA,
    "next_step_revision" INTEGER NOT NULL DEFAULT 0,
    "next_step_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_person" (
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'principal',
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "case_person_pkey" PRIMARY KEY ("case_id","person_id")
);

-- CreateTable
CREATE TABLE "case_member" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "valid_until" TIMESTAMPTZ(3),
    "added_by" UUID NOT NULL,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_assignment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from_staff_id" UUID NOT NULL,
    "to_staff_id" UUID NOT NULL,
    "reason_cipher" BYTEA NOT NULL,
    "assigned_by" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "case_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "body_cipher" BYTEA NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "edited_at" TIMESTAMPTZ(3),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_stay" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "since" DATE,
    "until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "place_stay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_value" (
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "label_fr" TEXT NOT NULL,
    "label_nl" TEXT NOT NULL,
    "label_de" TEXT NOT NULL,
    "label_status" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "code_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "label_fr" TEXT NOT NULL,
    "label_nl" TEXT NOT NULL,
    "label_de" TEXT NOT NULL,
    "abbreviation" TEXT,
    "city" TEXT,
    "municipality" TEXT,
    "postal_code" TEXT,
    "region" TEXT,
    "province" TEXT,
    "language_regime" TEXT,
    "address" TEXT,
    "population" JSONB,
    "units" JSONB,
    "opened_text" TEXT,
    "iso" TEXT,
    "nis" TEXT,
    "note" JSONB,
    "sources" TEXT[],
    "position" INTEGER NOT NULL,
    "recorded_on" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_capacity" (
    "id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "capacity" INTEGER NOT NULL,
    "observed_on" DATE NOT NULL,
    "date_precision" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "place_capacity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "country_fact" (
    "slug" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "topic" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" JSONB NOT NULL,
    "value" DECIMAL(65,30),
    "value_min" DECIMAL(65,30),
    "value_max" DECIMAL(65,30),
    "unit" TEXT NOT NULL,
    "qualifier" TEXT NOT NULL,
    "period_start" DATE,
    "period_end" DATE,
    "period_text" JSONB,
    "geography" TEXT NOT NULL,
    "population" JSONB,
    "breakdown" JSONB NOT NULL,
    "source_name" TEXT,
    "section" TEXT NOT NULL,
    "profile_line" INTEGER NOT NULL,
    "derived" BOOLEAN NOT NULL,
    "note" JSONB,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "country_fact_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "law" (
    "slug" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "date" DATE,
    "date_precision" TEXT NOT NULL,
    "year" INTEGER,
    "entry_into_force" TEXT,
    "jurisdiction" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "amends_slug" TEXT,
    "official_reference" TEXT,
    "section" TEXT NOT NULL,
    "profile_line" INTEGER NOT NULL,
    "note" JSONB,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "law_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "actor" (
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "official_names" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "role" JSONB NOT NULL,
    "city" TEXT,
    "country" CHAR(2),
    "founded" TEXT,
    "parent_slug" TEXT,
    "section" TEXT NOT NULL,
    "profile_line" INTEGER NOT NULL,
    "note" JSONB,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "contradiction" (
    "slug" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "handling" JSONB NOT NULL,
    "figures" JSONB NOT NULL,
    "fact_slugs" TEXT[],
    "profile_lines" INTEGER[],
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "contradiction_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "statement" (
    "slug" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "topic" TEXT NOT NULL,
    "chapter" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "section" TEXT NOT NULL,
    "profile_line" INTEGER NOT NULL,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "reference_entry" (
    "country" CHAR(2) NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "reference_entry_pkey" PRIMARY KEY ("country","kind","slug")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "starts_at" TEXT,
    "ends_at" TEXT,
    "access" TEXT NOT NULL DEFAULT 'granted',
    "waiting_minutes" INTEGER,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_visitor" (
    "visit_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,

    CONSTRAINT "visit_visitor_pkey" PRIMARY KEY ("visit_id","staff_id")
);

-- CreateTable
CREATE TABLE "visit_observation" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "text_cipher" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_group" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "people" INTEGER NOT NULL,
    "country" TEXT,
    "note_cipher" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "encounter" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "met_on" DATE NOT NULL,
    "position" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "note_cipher" BYTEA,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "encounter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "encounter_item" (
    "encounter_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "encounter_item_pkey" PRIMARY KEY ("encounter_id","kind","code")
);

-- CreateTable
CREATE TABLE "signal" (
    "id" UUID NOT NULL,
    "encounter_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "note_cipher" BYTEA,
    "raised_by" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answer_cipher" BYTEA,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "sex" TEXT NOT NULL DEFAULT 'not_asked',
    "interpreter_need" TEXT NOT NULL DEFAULT 'not_asked',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_name" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "cipher" BYTEA,
    "said_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "age_claim" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "age_years" INTEGER,
    "as_of" DATE NOT NULL,
    "born_earliest" DATE,
    "born_latest" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "age_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nationality" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "nationality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_language" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "person_language_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_identifier" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cipher" BYTEA NOT NULL,

    CONSTRAINT "person_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "period_kind" TEXT NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "built_at" TIMESTAMPTZ(3) NOT NULL,
    "engine_version" TEXT NOT NULL,
    "wrapped_key" BYTEA NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sdc_record" (
    "snapshot_id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "rk" INTEGER NOT NULL,
    "event" INTEGER,
    "event_key" INTEGER,
    "hh" INTEGER NOT NULL,
    "org" SMALLINT NOT NULL,
    "centre" TEXT,
    "nationality" TEXT,
    "age_band" TEXT NOT NULL,
    "topic" TEXT,
    "signal" TEXT,

    CONSTRAINT "sdc_record_pkey" PRIMARY KEY ("snapshot_id","unit","row")
);

-- CreateTable
CREATE TABLE "sdc_release" (
    "id" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "engine_version" TEXT NOT NULL,
    "cells_shown" INTEGER NOT NULL,
    "cells_hidden" INTEGER NOT NULL,
    "cells_new" INTEGER NOT NULL,
    "meter_after" INTEGER NOT NULL,
    "csv" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "file_hashes" JSONB NOT NULL,
    "requested_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sdc_release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sdc_handover" (
    "id" UUID NOT NULL,
    "release_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "requested_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sdc_handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "team_organisation_id_name_key" ON "team"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "staff_organisation_id_idx" ON "staff"("organisation_id");

-- CreateIndex
CREATE INDEX "team_member_team_id_idx" ON "team_member"("team_id");

-- CreateIndex
CREATE INDEX "accreditation_staff_id_place_id_idx" ON "accreditation"("staff_id", "place_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_email_key" ON "credential"("email");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_staff_id_code_hash_key" ON "recovery_code"("staff_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_staff_id_idx" ON "session"("staff_id");

-- CreateIndex
CREATE INDEX "throttle_window_end_idx" ON "throttle"("window_end");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_idx" ON "invitation"("organisation_id");

-- CreateIndex
CREATE INDEX "audit_event_case_id_at_idx" ON "audit_event"("case_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- CreateIndex
CREATE INDEX "wrapped_key_holder_kind_holder_id_idx" ON "wrapped_key"("holder_kind", "holder_id");

-- CreateIndex
CREATE INDEX "case_file_worker_id_idx" ON "case_file"("worker_id");

-- CreateIndex
CREATE INDEX "case_file_team_id_next_step_on_id_idx" ON "case_file"("team_id", "next_step_on", "id");

-- CreateIndex
CREATE INDEX "case_file_code_idx" ON "case_file"("code");

-- CreateIndex
CREATE INDEX "case_person_person_id_idx" ON "case_person"("person_id");

-- CreateIndex
CREATE INDEX "case_person_team_id_idx" ON "case_person"("team_id");

-- CreateIndex
CREATE INDEX "case_member_staff_id_idx" ON "case_member"("staff_id");

-- CreateIndex
CREATE INDEX "case_member_case_id_idx" ON "case_member"("case_id");

-- CreateIndex
CREATE INDEX "case_member_team_id_idx" ON "case_member"("team_id");

-- CreateIndex
CREATE INDEX "case_assignment_case_id_idx" ON "case_assignment"("case_id");

-- CreateIndex
CREATE INDEX "case_assignment_team_id_idx" ON "case_assignment"("team_id");

-- CreateIndex
CREATE INDEX "note_case_id_happened_on_idx" ON "note"("case_id", "happened_on");

-- CreateIndex
CREATE INDEX "note_team_id_idx" ON "note"("team_id");

-- CreateIndex
CREATE INDEX "place_stay_case_id_idx" ON "place_stay"("case_id");

-- CreateIndex
CREATE INDEX "place_stay_person_id_idx" ON "place_stay"("person_id");

-- CreateIndex
CREATE INDEX "place_stay_team_id_idx" ON "place_stay"("team_id");

-- CreateIndex
CREATE INDEX "place_stay_place_id_idx" ON "place_stay"("place_id");

-- CreateIndex
CREATE INDEX "code_value_list_position_idx" ON "code_value"("list", "position");

-- CreateIndex
CREATE UNIQUE INDEX "code_value_list_code_valid_from_key" ON "code_value"("list", "code", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "place_slug_key" ON "place"("slug");

-- CreateIndex
CREATE INDEX "place_kind_position_idx" ON "place"("kind", "position");

-- CreateIndex
CREATE UNIQUE INDEX "place_capacity_place_id_observed_on_source_key" ON "place_capacity"("place_id", "observed_on", "source");

-- CreateIndex
CREATE INDEX "country_fact_country_topic_position_idx" ON "country_fact"("country", "topic", "position");

-- CreateIndex
CREATE INDEX "law_country_position_idx" ON "law"("country", "position");

-- CreateIndex
CREATE INDEX "actor_sector_position_idx" ON "actor"("sector", "position");

-- CreateIndex
CREATE INDEX "contradiction_country_position_idx" ON "contradiction"("country", "position");

-- CreateIndex
CREATE INDEX "statement_country_topic_position_idx" ON "statement"("country", "topic", "position");

-- CreateIndex
CREATE INDEX "visit_team_id_on_date_id_idx" ON "visit"("team_id", "on_date", "id");

-- CreateIndex
CREATE INDEX "visit_visitor_staff_id_idx" ON "visit_visitor"("staff_id");

-- CreateIndex
CREATE INDEX "visit_observation_visit_id_idx" ON "visit_observation"("visit_id");

-- CreateIndex
CREATE INDEX "visit_group_visit_id_idx" ON "visit_group"("visit_id");

-- CreateIndex
CREATE INDEX "encounter_case_id_met_on_idx" ON "encounter"("case_id", "met_on");

-- CreateIndex
CREATE INDEX "encounter_visit_id_idx" ON "encounter"("visit_id");

-- CreateIndex
CREATE INDEX "encounter_person_id_idx" ON "encounter"("person_id");

-- CreateIndex
CREATE INDEX "encounter_team_id_met_on_idx" ON "encounter"("team_id", "met_on");

-- CreateIndex
CREATE INDEX "encounter_item_case_id_idx" ON "encounter_item"("case_id");

-- CreateIndex
CREATE INDEX "encounter_item_team_id_idx" ON "encounter_item"("team_id");

-- CreateIndex
CREATE INDEX "signal_case_id_idx" ON "signal"("case_id");

-- CreateIndex
CREATE INDEX "signal_team_id_severity_answered_at_idx" ON "signal"("team_id", "severity", "answered_at");

-- CreateIndex
CREATE INDEX "person_code_idx" ON "person"("code");

-- CreateIndex
CREATE INDEX "person_name_person_id_idx" ON "person_name"("person_id");

-- CreateIndex
CREATE INDEX "age_claim_person_id_idx" ON "age_claim"("person_id");

-- CreateIndex
CREATE INDEX "nationality_person_id_idx" ON "nationality"("person_id");

-- CreateIndex
CREATE INDEX "person_language_person_id_idx" ON "person_language"("person_id");

-- CreateIndex
CREATE INDEX "person_identifier_person_id_idx" ON "person_identifier"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_organisation_id_period_kind_period_start_version_key" ON "snapshot"("organisation_id", "period_kind", "period_start", "version");

-- CreateIndex
CREATE INDEX "sdc_release_snapshot_id_idx" ON "sdc_release"("snapshot_id");

-- CreateIndex
CREATE INDEX "sdc_handover_release_id_idx" ON "sdc_handover"("release_id");

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accreditation" ADD CONSTRAINT "accreditation_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accreditation" ADD CONSTRAINT "accreditation_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_key" ADD CONSTRAINT "draft_key_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_worker_id_fkey" FOREIGN KEY ("worker_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_person" ADD CONSTRAINT "case_person_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_person" ADD CONSTRAINT "case_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_from_staff_id_fkey" FOREIGN KEY ("from_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_to_staff_id_fkey" FOREIGN KEY ("to_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_assigned_by_fkey" FOREIGN KEY ("assigned_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_stay" ADD CONSTRAINT "place_stay_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_stay" ADD CONSTRAINT "place_stay_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_stay" ADD CONSTRAINT "place_stay_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_capacity" ADD CONSTRAINT "place_capacity_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "law" ADD CONSTRAINT "law_amends_slug_fkey" FOREIGN KEY ("amends_slug") REFERENCES "law"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_parent_slug_fkey" FOREIGN KEY ("parent_slug") REFERENCES "actor"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_visitor" ADD CONSTRAINT "visit_visitor_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_visitor" ADD CONSTRAINT "visit_visitor_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_observation" ADD CONSTRAINT "visit_observation_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_group" ADD CONSTRAINT "visit_group_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_item" ADD CONSTRAINT "encounter_item_encounter_id_fkey" FOREIGN KEY ("encounter_id") REFERENCES "encounter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_encounter_id_fkey" FOREIGN KEY ("encounter_id") REFERENCES "encounter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_raised_by_fkey" FOREIGN KEY ("raised_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "age_claim" ADD CONSTRAINT "age_claim_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nationality" ADD CONSTRAINT "nationality_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_language" ADD CONSTRAINT "person_language_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_identifier" ADD CONSTRAINT "person_identifier_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sdc_record" ADD CONSTRAINT "sdc_record_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sdc_release" ADD CONSTRAINT "sdc_release_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sdc_handover" ADD CONSTRAINT "sdc_handover_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "sdc_release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
