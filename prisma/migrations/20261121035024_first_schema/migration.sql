-- CreateEnum
CREATE TYPE "step_state" AS ENUM ('todo', 'in_progress', 'done', 'skipped', 'failed', 'blocked', 'not_applicable');

-- CreateEnum
CREATE TYPE "remark_kind" AS ENUM ('comment', 'evidence');

-- CreateEnum
CREATE TYPE "gate" AS ENUM ('resolved', 'closed');

-- CreateEnum
CREATE TYPE "criterion_state" AS ENUM ('open', 'met', 'waived');

-- CreateEnum
CREATE TYPE "incident_kind" AS ENUM ('real', 'drill');

-- CreateEnum
CREATE TYPE "incident_status" AS ENUM ('declared', 'investigating', 'mitigating', 'monitoring', 'resolved', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('everyone', 'members');

-- CreateEnum
CREATE TYPE "detection" AS ENUM ('alert', 'customer', 'colleague', 'dashboard', 'other');

-- CreateEnum
CREATE TYPE "incident_role" AS ENUM ('deputy', 'communications_lead', 'scribe', 'responder');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('pending', 'delivered', 'abandoned');

-- CreateEnum
CREATE TYPE "access_role" AS ENUM ('viewer', 'responder', 'manager', 'administrator');

-- CreateEnum
CREATE TYPE "theme" AS ENUM ('system', 'light', 'dark');

-- CreateEnum
CREATE TYPE "address_kind" AS ENUM ('email', 'phone', 'chat');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('setup', 'invitation', 'password_reset');

-- CreateEnum
CREATE TYPE "summary_state" AS ENUM ('draft', 'in_review', 'returned', 'signed_off');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('signed_off', 'returned');

-- CreateEnum
CREATE TYPE "follow_up_kind" AS ENUM ('prevent', 'detect', 'mitigate', 'process');

-- CreateEnum
CREATE TYPE "follow_up_state" AS ENUM ('open', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "stream_kind" AS ENUM ('incident', 'run', 'administration');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('person', 'token', 'system');

-- CreateEnum
CREATE TYPE "slot_outcome" AS ENUM ('on_time', 'late', 'missed');

-- CreateTable
CREATE TABLE "counters" (
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "idempotent_results" (
    "actor_key" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotent_results_pkey" PRIMARY KEY ("actor_key","key")
);

-- CreateTable
CREATE TABLE "test_clock" (
    "id" INTEGER NOT NULL,
    "offset_ms" BIGINT NOT NULL,

    CONSTRAINT "test_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklists" (
    "id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "runbook_version_id" UUID,
    "parser_version" INTEGER,
    "section_key" TEXT,
    "title_text_id" UUID,
    "position" INTEGER NOT NULL,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checklists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_items" (
    "id" UUID NOT NULL,
    "checklist_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "step_key" TEXT,
    "title_text_id" UUID,
    "parent_id" UUID,
    "group" TEXT,
    "branch" TEXT,
    "round" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,
    "state" "step_state" NOT NULL,
    "assignee_id" UUID,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3),
    "reason_text_id" UUID,

    CONSTRAINT "checklist_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_remarks" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" "remark_kind" NOT NULL,
    "text_id" UUID NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checklist_remarks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exit_criteria" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "runbook_version_id" UUID,
    "gate" "gate" NOT NULL,
    "by_sign_off" BOOLEAN NOT NULL,
    "text_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "criterion_state" NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason_text_id" UUID,

    CONSTRAINT "exit_criteria_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "environments" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "environments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "services" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "services_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "id" UUID NOT NULL,
    "kind" "incident_kind" NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_text_id" UUID NOT NULL,
    "severity" INTEGER NOT NULL,
    "environment_id" UUID NOT NULL,
    "status" "incident_status" NOT NULL,
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "visibility" "visibility" NOT NULL,
    "call_link_text_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "detected_at" TIMESTAMPTZ(3),
    "detection" "detection",
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "declared_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "mitigated_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "merged_into_id" UUID,
    "commander_id" UUID,
    "command_since" TIMESTAMPTZ(3),
    "offered_to_id" UUID,
    "offered_at" TIMESTAMPTZ(3),
    "cadence" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_services" (
    "incident_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,

    CONSTRAINT "incident_services_pkey" PRIMARY KEY ("incident_id","service_id")
);

-- CreateTable
CREATE TABLE "participants" (
    "incident_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "incident_role" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "participants_pkey" PRIMARY KEY ("incident_id","person_id")
);

-- CreateTable
CREATE TABLE "presence" (
    "incident_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "active_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("incident_id","person_id")
);

-- CreateTable
CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "incident_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_messages" (
    "id" UUID NOT NULL,
    "incident_id" UUID,
    "seq" INTEGER,
    "kind" TEXT NOT NULL,
    "webhook_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "delivery_state" NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "last_ms" INTEGER,

    CONSTRAINT "outbox_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due_items" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "due_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "access_role" "access_role" NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "theme" "theme" NOT NULL DEFAULT 'system',
    "sound" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_addresses" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "address_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "contact_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oidc_identities" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "oidc_identities_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "id" UUID NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID,
    "email" TEXT,
    "name" TEXT,
    "access_role" "access_role",
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "runbooks" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "published_version_id" UUID,
    "search_text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "runbooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runbook_versions" (
    "id" UUID NOT NULL,
    "runbook_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "source" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "runbook_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runbook_parses" (
    "version_id" UUID NOT NULL,
    "parser_version" INTEGER NOT NULL,
    "parsed" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "runbook_parses_pkey" PRIMARY KEY ("version_id","parser_version")
);

-- CreateTable
CREATE TABLE "summaries" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "state" "summary_state" NOT NULL,
    "version" INTEGER NOT NULL,
    "signed_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "review_due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "summaries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "summary_versions" (
    "summary_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "author_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "summary_versions_pkey" PRIMARY KEY ("summary_id","number")
);

-- CreateTable
CREATE TABLE "summary_decisions" (
    "id" UUID NOT NULL,
    "summary_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "person_id" UUID NOT NULL,
    "comment_text_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "summary_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "summary_authors" (
    "summary_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "summary_authors_pkey" PRIMARY KEY ("summary_id","person_id")
);

-- CreateTable
CREATE TABLE "follow_ups" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title_text_id" UUID NOT NULL,
    "kind" "follow_up_kind" NOT NULL,
    "owner_id" UUID,
    "due_on" DATE,
    "state" "follow_up_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "follow_ups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "streams" (
    "id" UUID NOT NULL,
    "kind" "stream_kind" NOT NULL,
    "head_seq" INTEGER NOT NULL,
    "head_hash" TEXT NOT NULL,
    "head_at" TIMESTAMPTZ(3) NOT NULL,
    "head_signature" TEXT NOT NULL,
    "head_key_id" TEXT NOT NULL,

    CONSTRAINT "streams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_entries" (
    "stream_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "via" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "data" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "timeline_entries_pkey" PRIMARY KEY ("stream_id","seq")
);

-- CreateTable
CREATE TABLE "entry_texts" (
    "id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "salt" BYTEA,
    "text" TEXT,
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "entry_texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signing_keys" (
    "id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_updates" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "posted_by_id" UUID,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "outcome" "slot_outcome",
    "status" "incident_status" NOT NULL,
    "final" BOOLEAN NOT NULL,
    "current_text_id" UUID NOT NULL,
    "progress_text_id" UUID NOT NULL,
    "blockers_text_id" UUID NOT NULL,
    "next_minutes" INTEGER,

    CONSTRAINT "status_updates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "update_drafts" (
    "incident_id" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "rev" INTEGER NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "update_drafts_pkey" PRIMARY KEY ("incident_id")
);

-- CreateIndex
CREATE INDEX "idempotent_results_created_at_idx" ON "idempotent_results"("created_at");

-- CreateIndex
CREATE INDEX "checklists_stream_id_position_idx" ON "checklists"("stream_id", "position");

-- CreateIndex
CREATE INDEX "checklists_runbook_version_id_idx" ON "checklists"("runbook_version_id");

-- CreateIndex
CREATE INDEX "checklist_items_checklist_id_position_idx" ON "checklist_items"("checklist_id", "position");

-- CreateIndex
CREATE INDEX "checklist_items_stream_id_idx" ON "checklist_items"("stream_id");

-- CreateIndex
CREATE INDEX "checklist_items_assignee_id_state_idx" ON "checklist_items"("assignee_id", "state");

-- CreateIndex
CREATE INDEX "checklist_remarks_item_id_at_idx" ON "checklist_remarks"("item_id", "at");

-- CreateIndex
CREATE INDEX "exit_criteria_incident_id_position_idx" ON "exit_criteria"("incident_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "environments_name_key" ON "environments"("name");

-- CreateIndex
CREATE UNIQUE INDEX "services_name_key" ON "services"("name");

-- CreateIndex
CREATE UNIQUE INDEX "incidents_key_key" ON "incidents"("key");

-- CreateIndex
CREATE INDEX "incidents_status_due_at_idx" ON "incidents"("status", "due_at");

-- CreateIndex
CREATE INDEX "incidents_declared_at_id_idx" ON "incidents"("declared_at", "id");

-- CreateIndex
CREATE INDEX "incidents_environment_id_declared_at_idx" ON "incidents"("environment_id", "declared_at");

-- CreateIndex
CREATE INDEX "incidents_severity_declared_at_idx" ON "incidents"("severity", "declared_at");

-- CreateIndex
CREATE INDEX "incidents_commander_id_declared_at_idx" ON "incidents"("commander_id", "declared_at");

-- CreateIndex
CREATE UNIQUE INDEX "incidents_kind_number_key" ON "incidents"("kind", "number");

-- CreateIndex
CREATE INDEX "incident_services_service_id_idx" ON "incident_services"("service_id");

-- CreateIndex
CREATE INDEX "participants_person_id_idx" ON "participants"("person_id");

-- CreateIndex
CREATE INDEX "webhooks_incident_id_idx" ON "webhooks"("incident_id");

-- CreateIndex
CREATE INDEX "outbox_messages_state_next_attempt_at_idx" ON "outbox_messages"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "outbox_messages_incident_id_seq_idx" ON "outbox_messages"("incident_id", "seq");

-- CreateIndex
CREATE INDEX "due_items_done_at_due_at_idx" ON "due_items"("done_at", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "due_items_incident_id_kind_key_key" ON "due_items"("incident_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE INDEX "people_name_id_idx" ON "people"("name", "id");

-- CreateIndex
CREATE INDEX "contact_addresses_person_id_position_idx" ON "contact_addresses"("person_id", "position");

-- CreateIndex
CREATE INDEX "oidc_identities_person_id_idx" ON "oidc_identities"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_token_hash_key" ON "one_time_links"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_links_purpose_created_at_idx" ON "one_time_links"("purpose", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_attempts_window_started_at_idx" ON "sign_in_attempts"("window_started_at");

-- CreateIndex
CREATE UNIQUE INDEX "runbooks_slug_key" ON "runbooks"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "runbooks_published_version_id_key" ON "runbooks"("published_version_id");

-- CreateIndex
CREATE INDEX "runbooks_title_id_idx" ON "runbooks"("title", "id");

-- CreateIndex
CREATE UNIQUE INDEX "runbook_versions_runbook_id_number_key" ON "runbook_versions"("runbook_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "summaries_incident_id_key" ON "summaries"("incident_id");

-- CreateIndex
CREATE INDEX "summaries_state_review_due_at_idx" ON "summaries"("state", "review_due_at");

-- CreateIndex
CREATE INDEX "summary_decisions_summary_id_at_idx" ON "summary_decisions"("summary_id", "at");

-- CreateIndex
CREATE INDEX "follow_ups_owner_id_state_due_on_idx" ON "follow_ups"("owner_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "follow_ups_state_due_on_idx" ON "follow_ups"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "follow_ups_incident_id_number_key" ON "follow_ups"("incident_id", "number");

-- CreateIndex
CREATE INDEX "timeline_entries_stream_id_kind_seq_idx" ON "timeline_entries"("stream_id", "kind", "seq");

-- CreateIndex
CREATE INDEX "timeline_entries_stream_id_actor_id_seq_idx" ON "timeline_entries"("stream_id", "actor_id", "seq");

-- CreateIndex
CREATE INDEX "entry_texts_stream_id_seq_idx" ON "entry_texts"("stream_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "status_updates_incident_id_number_key" ON "status_updates"("incident_id", "number");

-- AddForeignKey
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_checklist_id_fkey" FOREIGN KEY ("checklist_id") REFERENCES "checklists"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_remarks" ADD CONSTRAINT "checklist_remarks_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "checklist_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_commander_id_fkey" FOREIGN KEY ("commander_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_services" ADD CONSTRAINT "incident_services_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_services" ADD CONSTRAINT "incident_services_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participants" ADD CONSTRAINT "participants_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participants" ADD CONSTRAINT "participants_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_addresses" ADD CONSTRAINT "contact_addresses_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oidc_identities" ADD CONSTRAINT "oidc_identities_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runbook_versions" ADD CONSTRAINT "runbook_versions_runbook_id_fkey" FOREIGN KEY ("runbook_id") REFERENCES "runbooks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runbook_parses" ADD CONSTRAINT "runbook_parses_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "runbook_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "summary_versions" ADD CONSTRAINT "summary_versions_summary_id_fkey" FOREIGN KEY ("summary_id") REFERENCES "summaries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "summary_decisions" ADD CONSTRAINT "summary_decisions_summary_id_fkey" FOREIGN KEY ("summary_id") REFERENCES "summaries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "streams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "summary_authors" ADD CONSTRAINT "summary_authors_summary_id_fkey" FOREIGN KEY ("summary_id") REFERENCES "summaries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The timeline is append-only: nobody alters or removes an entry, the console included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'timeline_entries is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER timeline_entries_append_only BEFORE UPDATE OR DELETE ON "timeline_entries"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER timeline_entries_no_truncate BEFORE TRUNCATE ON "timeline_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "incidents" ADD CONSTRAINT "incidents_severity_known" CHECK ("severity" BETWEEN 1 AND 4);

-- The open ones are few, and are what every list and the clock look at.
CREATE INDEX "incidents_open_idx" ON "incidents" ("due_at", "id")
  WHERE "status" IN ('declared', 'investigating', 'mitigating', 'monitoring');
