CREATE TYPE public.organisation_kind AS ENUM ('demo', 'real');
CREATE TYPE public.role AS ENUM ('caseworker', 'coordinator', 'admin', 'guest');

-- countries -------------------------------------------------------------------------------------------

CREATE TABLE public.actor (
  slug text PRIMARY KEY,
  "position" integer NOT NULL,
  name text NOT NULL,
  aliases text[],
  official_names jsonb NOT NULL,
  kind text NOT NULL,
  sector text NOT NULL,
  role jsonb NOT NULL,
  city text,
  country character(2),
  founded text,
  parent_slug text REFERENCES public.actor(slug) ON UPDATE CASCADE ON DELETE SET NULL,
  section text NOT NULL,
  profile_line integer NOT NULL,
  note jsonb,
  recorded_on date NOT NULL,
  profile character(2) NOT NULL,
  level text,
  topics text[],
  regions text[]
);
CREATE INDEX actor_profile_position_idx ON public.actor (profile, "position");

-- One value of a pick list, valid between two dates. Lists are rows, not database enums: Belgian vocabulary changes with the law, and an
-- old file must keep showing the word that was right when it was written.
CREATE TABLE public.code_value (
  id uuid PRIMARY KEY,
  list text NOT NULL,
  code text NOT NULL,
  label_en text NOT NULL,
  label_fr text NOT NULL,
  label_nl text NOT NULL,
  label_de text NOT NULL,
  label_status jsonb NOT NULL,
  "position" integer NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  recorded_on date NOT NULL
);
CREATE INDEX code_value_list_position_idx ON public.code_value (list, "position");
CREATE UNIQUE INDEX code_value_list_code_valid_from_key ON public.code_value (list, code, valid_from);

-- A place where the profile disagrees with itself or with another source. Both figures stay, with the reason.
CREATE TABLE public.contradiction (
  slug text PRIMARY KEY,
  country character(2) NOT NULL,
  "position" integer NOT NULL,
  kind text NOT NULL,
  summary jsonb NOT NULL,
  handling jsonb NOT NULL,
  figures jsonb NOT NULL,
  fact_slugs text[],
  profile_lines integer[],
  recorded_on date NOT NULL
);
CREATE INDEX contradiction_country_position_idx ON public.contradiction (country, "position");

-- One figure of the country profile: number, chart, table and citation all read this row, so they cannot differ.
CREATE TABLE public.country_fact (
  slug text PRIMARY KEY,
  country character(2) NOT NULL,
  topic text NOT NULL,
  chapter text NOT NULL,
  "position" integer NOT NULL,
  label jsonb NOT NULL,
  value numeric(65,30),
  value_min numeric(65,30),
  value_max numeric(65,30),
  unit text NOT NULL,
  qualifier text NOT NULL,
  period_start date,
  period_end date,
  period_text jsonb,
  geography text NOT NULL,
  population jsonb,
  breakdown jsonb NOT NULL,
  source_name text,
  section text,
  profile_line integer,
  derived boolean NOT NULL,
  note jsonb,
  recorded_on date NOT NULL,
  publication jsonb,
  beside text
);
CREATE INDEX country_fact_country_topic_position_idx ON public.country_fact (country, topic, "position");

CREATE TABLE public.law (
  slug text PRIMARY KEY,
  country character(2) NOT NULL,
  "position" integer NOT NULL,
  title jsonb NOT NULL,
  kind text NOT NULL,
  date date,
  date_precision text NOT NULL,
  year integer,
  entry_into_force text,
  jurisdiction text NOT NULL,
  theme text NOT NULL,
  subject jsonb NOT NULL,
  amends_slug text REFERENCES public.law(slug) ON UPDATE CASCADE ON DELETE SET NULL,
  official_reference text,
  section text,
  profile_line integer,
  note jsonb,
  recorded_on date NOT NULL,
  publication jsonb
);
CREATE INDEX law_country_position_idx ON public.law (country, "position");

-- Centres, return homes, cities, regions: whatever a visit, an accreditation or a fact can point at.
CREATE TABLE public.place (
  id uuid PRIMARY KEY,
  slug text NOT NULL,
  kind text NOT NULL,
  country character(2) NOT NULL,
  name text NOT NULL,
  label_en text NOT NULL,
  label_fr text NOT NULL,
  label_nl text NOT NULL,
  label_de text NOT NULL,
  abbreviation text,
  city text,
  municipality text,
  postal_code text,
  region text,
  province text,
  language_regime text,
  address text,
  population jsonb,
  units jsonb,
  opened_text text,
  iso text,
  nis text,
  note jsonb,
  sources text[],
  "position" integer NOT NULL,
  recorded_on date NOT NULL,
  valid_to date
);
CREATE INDEX place_kind_position_idx ON public.place (kind, "position");
CREATE UNIQUE INDEX place_slug_key ON public.place (slug);

-- How many beds a source gave on a day: an observation, never a property of the place, because sources disagree.
CREATE TABLE public.place_capacity (
  id uuid PRIMARY KEY,
  place_id uuid NOT NULL REFERENCES public.place ON UPDATE CASCADE ON DELETE CASCADE,
  capacity integer NOT NULL,
  observed_on date NOT NULL,
  date_precision text NOT NULL,
  source text NOT NULL,
  recorded_on date NOT NULL
);
CREATE UNIQUE INDEX place_capacity_place_id_observed_on_source_key ON public.place_capacity (place_id, observed_on, source);

-- The small lists that nothing else points at: routes, safe-country lists, purposes of exploitation, named sources… The shape of each kind
-- is in lib/countries/reference.schema.ts.
CREATE TABLE public.reference_entry (
  country character(2) NOT NULL,
  kind text NOT NULL,
  slug text NOT NULL,
  "position" integer NOT NULL,
  payload jsonb NOT NULL,
  source text NOT NULL,
  recorded_on date NOT NULL,
  CONSTRAINT reference_entry_pkey PRIMARY KEY (country, kind, slug)
);

CREATE TABLE public.statement (
  slug text PRIMARY KEY,
  country character(2) NOT NULL,
  topic text NOT NULL,
  chapter text NOT NULL,
  "position" integer NOT NULL,
  text jsonb NOT NULL,
  section text NOT NULL,
  profile_line integer NOT NULL,
  recorded_on date NOT NULL
);
CREATE INDEX statement_country_topic_position_idx ON public.statement (country, topic, "position");

-- audit -----------------------------------------------------------------------------------------------

-- What events are numbered by. A transaction takes one that no other holds, or opens another.
CREATE TABLE public.audit_counter (
  id serial PRIMARY KEY,
  of_snapshots boolean NOT NULL,
  last bigint NOT NULL
);

-- Who did what, when: ids only. Insert-only for every role; actor, session, time and transaction are set by trigger.
CREATE TABLE public.audit_event (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  actor_kind text DEFAULT 'staff' NOT NULL,
  actor_id uuid,
  session_id uuid,
  txid bigint DEFAULT 0 NOT NULL,
  event text NOT NULL,
  case_id uuid,
  visit_id uuid,
  detail jsonb DEFAULT '{}'::jsonb NOT NULL,
  counter integer,
  number bigint
);
CREATE INDEX audit_event_actor_id_at_idx ON public.audit_event (actor_id, at);
CREATE INDEX audit_event_case_id_at_idx ON public.audit_event (case_id, at);
CREATE INDEX audit_event_case_id_event_at_idx ON public.audit_event (case_id, event, at);
CREATE INDEX audit_event_counter_number_idx ON public.audit_event (counter, number);
CREATE INDEX audit_event_refused_idx ON public.audit_event (at) WHERE event = 'session.refused';
CREATE INDEX audit_event_txid_idx ON public.audit_event (txid);

-- A chain of hashes over the trail and the marks, signed with a key that is not in the database (docs/adr/0041). Leaves: the id of each
-- event (number of each mark) and its hash, in order, so that what was changed can be named.
CREATE TABLE public.audit_seal (
  number bigint PRIMARY KEY,
  sealed_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  first_txid bigint NOT NULL,
  end_txid bigint NOT NULL,
  events bigint NOT NULL,
  event_leaves bytea NOT NULL,
  marks bigint NOT NULL,
  mark_leaves bytea NOT NULL,
  previous bytea NOT NULL,
  chain bytea NOT NULL,
  kid text,
  signature bytea
);

-- Holders whose data keys were destroyed on purpose. A restore replays this list, so that no backup brings them back.
CREATE TABLE public.erasure (
  id uuid PRIMARY KEY,
  holder_kind text NOT NULL,
  holder_id uuid NOT NULL,
  erased_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);

-- Up to which seal a copy was delivered off the host, by way: file | mail | webhook. failedAt: since when it fails.
CREATE TABLE public.head_copy (
  way text PRIMARY KEY,
  delivered bigint,
  delivered_at timestamp(3) with time zone,
  failed_at timestamp(3) with time zone
);

-- The first answer to a request, by account: a replay gets it again, another content under the same id is refused. content_hash is keyed,
-- so that the row tells nothing about what was typed; answer holds ids only.
CREATE TABLE public.receipt (
  staff_id uuid NOT NULL,
  request_id uuid NOT NULL,
  content_hash bytea NOT NULL,
  answer jsonb,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  CONSTRAINT receipt_pkey PRIMARY KEY (staff_id, request_id)
);

-- Every version of every watched row, written by trigger in the transaction that writes the row (docs/adr/0049): ids and a salted digest,
-- nothing of what the row says. No digest: the row went. Only the mark of the version that stands has its salt.
CREATE TABLE public.row_mark (
  seq bigserial PRIMARY KEY,
  txid bigint NOT NULL,
  at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  by_role text NOT NULL,
  table_name text NOT NULL,
  row_key text NOT NULL,
  version bigint,
  digest bytea,
  salt bytea
);
CREATE INDEX row_mark_table_name_row_key_seq_idx ON public.row_mark (table_name, row_key, seq);
CREATE INDEX row_mark_txid_idx ON public.row_mark (txid);

-- Which tables are watched, and the columns that their marks cover.
CREATE TABLE public.row_watch (
  table_name text PRIMARY KEY,
  columns text[],
  since timestamp(3) with time zone DEFAULT app.now() NOT NULL
);

-- Data keys, wrapped by the key-encryption key `kid` that lives outside the database. holder_kind: person | file | visit. recipient is
-- 'server' today; member keys of sealed files may join later.
CREATE TABLE public.wrapped_key (
  id uuid PRIMARY KEY,
  holder_kind text NOT NULL,
  holder_id uuid NOT NULL,
  recipient text DEFAULT 'server' NOT NULL,
  kid text NOT NULL,
  wrapped bytea NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX wrapped_key_holder_kind_holder_id_idx ON public.wrapped_key (holder_kind, holder_id);

-- deadlines -------------------------------------------------------------------------------------------

-- One edition of a rule as it is shipped. Loaded from prisma/reference/be/deadline-rules.json, added to and never changed.
CREATE TABLE public.deadline_rule (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  edition integer NOT NULL,
  title jsonb NOT NULL,
  meaning text NOT NULL,
  event text NOT NULL,
  predicate jsonb NOT NULL,
  regime text NOT NULL,
  start text NOT NULL,
  direction text NOT NULL,
  periods jsonb NOT NULL,
  opens jsonb,
  roll text NOT NULL,
  severity text NOT NULL,
  remind jsonb NOT NULL,
  suspensive text,
  article jsonb,
  sources jsonb NOT NULL,
  first_days jsonb NOT NULL,
  status text NOT NULL,
  valid_from date,
  valid_to date,
  closed_by text[],
  family text NOT NULL,
  note jsonb,
  recorded_on date NOT NULL
);
CREATE UNIQUE INDEX deadline_rule_code_edition_key ON public.deadline_rule (code, edition);

-- When a rule does not hold, in four languages: { en, fr, nl, de }. Loaded from prisma/reference/be/deadline-rule-exceptions.json.
CREATE TABLE public.deadline_rule_exception (
  code text PRIMARY KEY,
  text jsonb NOT NULL
);

-- referrals -------------------------------------------------------------------------------------------

-- Whom one can be referred to for help: reference data, with where its number was read and when. checked_on is the day somebody of the
-- house called it; null: nobody has, as far as we know. Nobody's life.
CREATE TABLE public.help_body (
  slug text PRIMARY KEY,
  "position" integer NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  ages text NOT NULL,
  regions text[],
  city text,
  role jsonb NOT NULL,
  phone text,
  source text,
  read_on date,
  checked_on date
);

-- people ----------------------------------------------------------------------------------------------

-- Two names that are told to be one (weight up to 1) or told to be two (below 0), whatever they sound like. Reference data; the sounds are
-- kept by trigger.
CREATE TABLE public.name_equivalent (
  one text NOT NULL,
  other text NOT NULL,
  weight double precision NOT NULL,
  one_sound text DEFAULT '' NOT NULL,
  other_sound text DEFAULT '' NOT NULL,
  source text NOT NULL,
  recorded_on date NOT NULL,
  CONSTRAINT name_equivalent_pkey PRIMARY KEY (one, other)
);
CREATE INDEX name_equivalent_one_sound_idx ON public.name_equivalent (one_sound);

-- accounts --------------------------------------------------------------------------------------------

CREATE TABLE public.organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind public.organisation_kind NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);

-- Directory row: what colleagues may know of each other. Never an address, never a secret.
CREATE TABLE public.staff (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES public.organisation ON UPDATE CASCADE ON DELETE RESTRICT,
  role public.role NOT NULL,
  name text NOT NULL,
  locale character varying(2) DEFAULT 'en'::character varying NOT NULL,
  active boolean DEFAULT true NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  languages text[] DEFAULT ARRAY[]::text[] NOT NULL,
  vouched_at timestamp(3) with time zone,
  vouched_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE SET NULL,
  leads_data_protection boolean DEFAULT false NOT NULL,
  invited_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE SET NULL,
  data_lead_alone boolean DEFAULT false NOT NULL
);
CREATE INDEX staff_organisation_id_idx ON public.staff (organisation_id);

-- The right to visit one centre, given for a time. Dates are whole days; valid_until is the last day it holds.
CREATE TABLE public.accreditation (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  place_id uuid NOT NULL REFERENCES public.place ON UPDATE CASCADE ON DELETE RESTRICT,
  valid_from date NOT NULL,
  valid_until date NOT NULL,
  note text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX accreditation_staff_id_place_id_idx ON public.accreditation (staff_id, place_id);

-- Only the sign-in path reads this. The secrets of the second step are sealed with the key-encryption key.
CREATE TABLE public.credential (
  staff_id uuid PRIMARY KEY REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  email text NOT NULL,
  password_hash text NOT NULL,
  password_set_at timestamp(3) with time zone NOT NULL,
  totp_secret bytea,
  totp_pending bytea,
  totp_last_step bigint,
  totp_enrolled_at timestamp(3) with time zone
);
CREATE INDEX credential_email_idx ON public.credential (email);

-- What somebody is writing, sealed in her browser under her draft key, so that a lost device loses nothing. One row for each window that
-- writes; slot and tab are names that say nothing. A late older revision changes nothing.
CREATE TABLE public.draft (
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  slot character(64) NOT NULL,
  tab character varying(64) NOT NULL,
  iv bytea NOT NULL,
  cipher bytea NOT NULL,
  revision bigint NOT NULL,
  updated_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  CONSTRAINT draft_pkey PRIMARY KEY (staff_id, slot, tab)
);

-- The key of a person's drafts, wrapped with the key-encryption key. It reaches the page's memory, never the disk.
CREATE TABLE public.draft_key (
  staff_id uuid PRIMARY KEY REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  wrapped bytea NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);

-- A browser from which an account has signed in completely. The token is in the browser alone; here is its SHA-256. One browser that
-- several colleagues use has a row for each of them.
CREATE TABLE public.known_device (
  id uuid PRIMARY KEY,
  token_hash character(64) NOT NULL,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  device character varying(40) NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  last_used_at timestamp(3) with time zone NOT NULL
);
CREATE INDEX known_device_staff_id_idx ON public.known_device (staff_id);
CREATE UNIQUE INDEX known_device_token_hash_staff_id_key ON public.known_device (token_hash, staff_id);

-- A link by which a colleague chooses a new password, once. An admin starts it and never learns the password.
CREATE TABLE public.password_reset (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  token_hash character(64) NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  issued_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX password_reset_staff_id_idx ON public.password_reset (staff_id);
CREATE UNIQUE INDEX password_reset_token_hash_key ON public.password_reset (token_hash);

CREATE TABLE public.recovery_code (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  code_hash character(64) NOT NULL,
  used_at timestamp(3) with time zone
);
CREATE UNIQUE INDEX recovery_code_staff_id_code_hash_key ON public.recovery_code (staff_id, code_hash);

-- The token itself is known to the browser alone; here is its SHA-256 in hexadecimal.
CREATE TABLE public.session (
  id uuid PRIMARY KEY,
  token_hash character(64) NOT NULL,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  created_at timestamp(3) with time zone NOT NULL,
  last_seen_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  second_step_due boolean NOT NULL,
  second_step_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  device character varying(40) NOT NULL
);
CREATE INDEX session_staff_id_idx ON public.session (staff_id);
CREATE UNIQUE INDEX session_token_hash_key ON public.session (token_hash);

-- An office of the organisation.
CREATE TABLE public.team (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES public.organisation ON UPDATE CASCADE ON DELETE RESTRICT,
  name text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE UNIQUE INDEX team_organisation_id_name_key ON public.team (organisation_id, name);

CREATE TABLE public.invitation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES public.organisation ON UPDATE CASCADE ON DELETE RESTRICT,
  email text NOT NULL,
  role public.role NOT NULL,
  team_id uuid REFERENCES public.team ON UPDATE CASCADE ON DELETE RESTRICT,
  token_hash character(64) NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  invited_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE SET NULL
);
CREATE INDEX invitation_organisation_id_idx ON public.invitation (organisation_id);
CREATE UNIQUE INDEX invitation_token_hash_key ON public.invitation (token_hash);

CREATE TABLE public.team_member (
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  team_id uuid NOT NULL REFERENCES public.team ON UPDATE CASCADE ON DELETE RESTRICT,
  leads boolean DEFAULT false NOT NULL,
  CONSTRAINT team_member_pkey PRIMARY KEY (staff_id, team_id)
);
CREATE INDEX team_member_team_id_idx ON public.team_member (team_id);

-- Counts of failures. The key is an HMAC of what is counted, so that the table names nobody.
CREATE TABLE public.throttle (
  key character(64) PRIMARY KEY,
  points integer NOT NULL,
  window_end timestamp(3) with time zone NOT NULL,
  blocked_until timestamp(3) with time zone
);
CREATE INDEX throttle_window_end_idx ON public.throttle (window_end);

-- planning --------------------------------------------------------------------------------------------

-- A secret address under which a calendar program fetches one's visits. Only the hash of the secret is kept.
CREATE TABLE public.calendar_feed (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  secret_hash text NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  revoked_at timestamp(3) with time zone,
  fetched_at timestamp(3) with time zone,
  fetches integer DEFAULT 0 NOT NULL,
  deadlines boolean DEFAULT false NOT NULL
);
CREATE INDEX calendar_feed_secret_hash_idx ON public.calendar_feed (secret_hash);
CREATE INDEX calendar_feed_staff_id_idx ON public.calendar_feed (staff_id);

-- Days on which a centre lets no visitor in, as far as the house knows. A code for the reason: nothing about anybody.
CREATE TABLE public.centre_closure (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES public.organisation ON UPDATE CASCADE ON DELETE RESTRICT,
  place_id uuid NOT NULL REFERENCES public.place ON UPDATE CASCADE ON DELETE RESTRICT,
  from_day date NOT NULL,
  until_day date NOT NULL,
  reason text NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  lifted_at timestamp(3) with time zone
);
CREATE INDEX centre_closure_organisation_id_until_day_idx ON public.centre_closure (organisation_id, until_day);
CREATE INDEX centre_closure_place_id_idx ON public.centre_closure (place_id);

-- A visit that is meant to happen. A draft is its maker's (and the coordinator's); published, it is for all who are named.
CREATE TABLE public.visit_plan (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL REFERENCES public.team ON UPDATE CASCADE ON DELETE RESTRICT,
  place_id uuid NOT NULL REFERENCES public.place ON UPDATE CASCADE ON DELETE RESTRICT,
  on_date date NOT NULL,
  starts_at text,
  ends_at text,
  state text DEFAULT 'draft' NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX visit_plan_on_date_idx ON public.visit_plan (on_date);
CREATE INDEX visit_plan_team_id_on_date_idx ON public.visit_plan (team_id, on_date);

-- Who is to go. Nobody is deleted: `goes` says whether the name still stands.
CREATE TABLE public.visit_plan_visitor (
  plan_id uuid NOT NULL REFERENCES public.visit_plan ON UPDATE CASCADE ON DELETE CASCADE,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  goes boolean DEFAULT true NOT NULL,
  CONSTRAINT visit_plan_visitor_pkey PRIMARY KEY (plan_id, staff_id)
);
CREATE INDEX visit_plan_visitor_staff_id_idx ON public.visit_plan_visitor (staff_id);

-- cases -----------------------------------------------------------------------------------------------

-- A case file is the unit of need-to-know: worker, members and the team's coordinator reach it, nobody else. secrecy: open | restricted |
-- sealed; the last two are for members only (a RESTRICTIVE policy). code is random and deliberately not unique in the database: a unique
-- index would tell of files one cannot see.
CREATE TABLE public.case_file (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  kind text NOT NULL,
  status text DEFAULT 'active' NOT NULL,
  risk text DEFAULT 'low' NOT NULL,
  secrecy text DEFAULT 'open' NOT NULL,
  team_id uuid NOT NULL REFERENCES public.team ON UPDATE CASCADE ON DELETE RESTRICT,
  worker_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  opened_on date NOT NULL,
  closed_on date,
  closure_reason text,
  next_step_cipher bytea,
  next_step_revision integer DEFAULT 0 NOT NULL,
  next_step_on date,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  last_seen_on date,
  last_contact_on date,
  unseen_on date,
  silence_on date,
  last_reviewed_at timestamp(3) with time zone,
  last_reviewed_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  next_review_on date,
  critical_on date,
  missing_on date,
  act_from date,
  act_on date,
  removal_on date,
  serious_on date,
  is_held boolean DEFAULT false NOT NULL,
  adult_on date,
  task_on date,
  overdue_on date GENERATED ALWAYS AS (CASE
    WHEN (status = ANY (ARRAY['closed'::text, 'closed_referred'::text, 'duplicate'::text, 'archived'::text])) THEN NULL::date
    ELSE LEAST((next_step_on + 1), (task_on + 1), silence_on)
END) STORED,
  danger_from date GENERATED ALWAYS AS (CASE
    WHEN ((critical_on IS NOT NULL) OR (missing_on IS NOT NULL) OR (serious_on IS NOT NULL)) THEN '0001-01-01'::date
    ELSE LEAST(act_from, (removal_on - 7))
END) STORED
);
CREATE INDEX case_file_by_code ON public.case_file (team_id, code, id)
  WHERE status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived');
CREATE INDEX case_file_by_contact ON public.case_file (team_id, (
CASE
    WHEN (last_contact_on IS NULL) THEN '0001-01-01'::date
    ELSE last_contact_on
END), id)
  WHERE status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived');
CREATE INDEX case_file_by_danger ON public.case_file (team_id, danger_from)
  WHERE (danger_from IS NOT NULL) AND (status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived'));
CREATE INDEX case_file_by_opening ON public.case_file (team_id, opened_on, id)
  WHERE status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived');
CREATE INDEX case_file_by_overdue ON public.case_file (team_id, (
CASE
    WHEN (overdue_on IS NULL) THEN '9999-12-31'::date
    ELSE overdue_on
END), id)
  WHERE status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived');
CREATE INDEX case_file_by_risk_unseen ON public.case_file (team_id, (
CASE risk
    WHEN 'high'::text THEN 0
    WHEN 'low'::text THEN 2
    ELSE 1
END), unseen_on, id)
  WHERE (unseen_on IS NOT NULL) AND (status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived'));
CREATE INDEX case_file_by_silence ON public.case_file (team_id, (
CASE
    WHEN (silence_on IS NULL) THEN '9999-12-31'::date
    ELSE silence_on
END), id)
  WHERE status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived');
CREATE INDEX case_file_by_step ON public.case_file (team_id, (
CASE
    WHEN (next_step_on IS NULL) THEN '9999-12-31'::date
    ELSE next_step_on
END), id)
  WHERE status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived');
CREATE INDEX case_file_code_idx ON public.case_file (code);
CREATE INDEX case_file_team_id_next_step_on_id_idx ON public.case_file (team_id, next_step_on, id);
CREATE INDEX case_file_worker_id_idx ON public.case_file (worker_id);

-- Each change of worker, with its reason: insert-only.
CREATE TABLE public.case_assignment (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  from_staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  to_staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  reason_cipher bytea NOT NULL,
  assigned_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  assigned_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX case_assignment_case_id_idx ON public.case_assignment (case_id);
CREATE INDEX case_assignment_team_id_idx ON public.case_assignment (team_id);

-- What stood in a file before it was written over (docs/adr/0084): kept by trigger, never changed. field: a column of case_file; the next
-- step bears its cipher with the revision it is bound to and its day, both null where there was none.
CREATE TABLE public.case_former_value (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  field text NOT NULL,
  value text,
  became text,
  cipher bytea,
  revision integer,
  on_day date,
  replaced_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  replaced_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX case_former_value_case_id_idx ON public.case_former_value (case_id);
CREATE INDEX case_former_value_team_id_idx ON public.case_former_value (team_id);

CREATE TABLE public.case_member (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  kind text NOT NULL,
  valid_from timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  valid_until timestamp(3) with time zone,
  added_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  guest_kind text,
  parts text[] DEFAULT ARRAY[]::text[],
  reason_cipher bytea,
  privileged boolean DEFAULT false NOT NULL
);
CREATE INDEX case_member_case_id_idx ON public.case_member (case_id);
CREATE INDEX case_member_staff_id_idx ON public.case_member (staff_id);
CREATE INDEX case_member_team_id_idx ON public.case_member (team_id);

-- How many open files each colleague of an office holds, kept by the database (app.keep_tally). Restricted and sealed files are never in
-- it.
CREATE TABLE public.caseload_tally (
  team_id uuid NOT NULL REFERENCES public.team ON UPDATE CASCADE ON DELETE CASCADE,
  worker_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  risk text NOT NULL,
  files integer NOT NULL,
  CONSTRAINT caseload_tally_pkey PRIMARY KEY (team_id, worker_id, risk)
);

-- "Do not show to": nothing of the first file is shown on the other one, whoever looks (docs/adr/0053).
CREATE TABLE public.kept_apart (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  other_case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  lifted_at timestamp(3) with time zone
);
CREATE INDEX kept_apart_case_id_idx ON public.kept_apart (case_id);
CREATE INDEX kept_apart_other_case_id_idx ON public.kept_apart (other_case_id);

CREATE TABLE public.note (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  happened_on date NOT NULL,
  body_cipher bytea NOT NULL,
  author_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  edited_at timestamp(3) with time zone,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  pinned_at timestamp(3) with time zone,
  pin_version integer DEFAULT 1 NOT NULL,
  privileged boolean DEFAULT false NOT NULL
);
CREATE INDEX note_case_id_happened_on_idx ON public.note (case_id, happened_on);
CREATE INDEX note_team_id_idx ON public.note (team_id);

-- What a note said before it was corrected: kept by trigger, never changed. The cipher stays bound to note and version.
CREATE TABLE public.note_revision (
  note_id uuid NOT NULL REFERENCES public.note ON UPDATE CASCADE ON DELETE CASCADE,
  version integer NOT NULL,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  happened_on date NOT NULL,
  body_cipher bytea NOT NULL,
  replaced_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  privileged boolean DEFAULT false NOT NULL,
  CONSTRAINT note_revision_pkey PRIMARY KEY (note_id, version)
);
CREATE INDEX note_revision_case_id_idx ON public.note_revision (case_id);
CREATE INDEX note_revision_team_id_idx ON public.note_revision (team_id);

-- Two files whose people belong together: what the main person of the other file is to that of the first, as said from there. The row
-- exists only for whoever may open both files, so it bears no copy of a scope (docs/adr/0039).
CREATE TABLE public.related_file (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  other_case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  basis text,
  since date,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  withdrawn_at timestamp(3) with time zone
);
CREATE INDEX related_file_case_id_idx ON public.related_file (case_id);
CREATE INDEX related_file_other_case_id_idx ON public.related_file (other_case_id);

-- asylum ----------------------------------------------------------------------------------------------

-- A way in or through: an application for protection with its place in the row of applications, or a stay without one.
CREATE TABLE public.asylum_application (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  way text NOT NULL,
  sequence integer,
  language text,
  reasons text[],
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  place text
);
CREATE INDEX asylum_application_case_id_idx ON public.asylum_application (case_id);
CREATE UNIQUE INDEX asylum_application_id_case_id_key ON public.asylum_application (id, case_id);

-- Something that happened on such a way: a step, a decision, an appeal, a judgment; or that an earlier row was a mistake.
CREATE TABLE public.asylum_event (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  application_id uuid NOT NULL,
  kind text NOT NULL,
  outcome text,
  form text,
  ground text,
  country text,
  suspensive text,
  on_when text,
  on_from date,
  on_to date,
  on_text text,
  on_basis text,
  notified_on date,
  notification text,
  letter_on date,
  letter_amount integer,
  letter_unit text,
  facts text[],
  concerns uuid,
  replaces uuid,
  words_cipher bytea,
  stands_on date NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT asylum_event_application_id_case_id_fkey FOREIGN KEY (application_id, case_id) REFERENCES public.asylum_application(id, case_id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX asylum_event_application_id_idx ON public.asylum_event (application_id);
CREATE INDEX asylum_event_case_id_stands_on_idx ON public.asylum_event (case_id, stands_on);
CREATE INDEX asylum_event_concerns_idx ON public.asylum_event (concerns);
CREATE UNIQUE INDEX asylum_event_case_id_replaces_key ON public.asylum_event (case_id, replaces);
CREATE UNIQUE INDEX asylum_event_id_case_id_key ON public.asylum_event (id, case_id);

-- Who acts or advises for somebody: a lawyer or an office, from the day it was asked for to its end. Rows are never changed: a change is
-- the next revision of the same subject, and so is the word that it was a mistake (docs/adr/0034).
CREATE TABLE public.legal_mandate (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  revision integer NOT NULL,
  mistake text,
  application_id uuid,
  aid text NOT NULL,
  asked_on date,
  granted_on date,
  ended_on date,
  end_reason text,
  who_cipher bytea NOT NULL,
  words_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT legal_mandate_application_id_case_id_fkey FOREIGN KEY (application_id, case_id) REFERENCES public.asylum_application(id, case_id)
);
CREATE INDEX legal_mandate_application_id_idx ON public.legal_mandate (application_id);
CREATE UNIQUE INDEX legal_mandate_case_id_subject_id_revision_key ON public.legal_mandate (case_id, subject_id, revision);
CREATE UNIQUE INDEX legal_mandate_id_case_id_key ON public.legal_mandate (id, case_id);

-- Where somebody is received, in which phase, and the compulsory place of registration (code 207).
CREATE TABLE public.reception_stay (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  place_type text NOT NULL,
  phase text,
  code_207 text,
  from_on date,
  until_on date,
  end_reason text,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX reception_stay_case_id_idx ON public.reception_stay (case_id);

-- A document of stay as it was issued: from when, until when, and when its renewal was asked for. Its clocks name it as their cause.
CREATE TABLE public.stay_document (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  issued_on date,
  expires_on date,
  is_renewal boolean NOT NULL,
  requested_on date,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX stay_document_case_id_idx ON public.stay_document (case_id);

-- attachments -----------------------------------------------------------------------------------------

-- A paper of a file: what was photographed, scanned or received. What it is called and what it holds are sealed with the key of the file;
-- the bytes stand in pieces, so that none is ever whole in clear outside a request. Guests see none. scan: none (no scanner is set up) |
-- waiting (it did not answer: nobody gets it) | clean
CREATE TABLE public.attachment (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  type text NOT NULL,
  bytes integer NOT NULL,
  label_cipher bytea NOT NULL,
  scan text NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  removed_at timestamp(3) with time zone,
  removed_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  removed_because text,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX attachment_case_id_created_at_idx ON public.attachment (case_id, created_at);
CREATE INDEX attachment_team_id_idx ON public.attachment (team_id);
CREATE UNIQUE INDEX attachment_id_case_id_key ON public.attachment (id, case_id);

-- A quarter of a megabyte of an attachment, sealed to its place: moved, it does not open.
CREATE TABLE public.attachment_piece (
  attachment_id uuid NOT NULL,
  "position" integer NOT NULL,
  case_id uuid NOT NULL,
  cipher bytea NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT attachment_piece_pkey PRIMARY KEY (attachment_id, "position"),
  CONSTRAINT attachment_piece_attachment_id_case_id_fkey FOREIGN KEY (attachment_id, case_id) REFERENCES public.attachment(id, case_id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX attachment_piece_case_id_idx ON public.attachment_piece (case_id);
CREATE INDEX attachment_piece_team_id_idx ON public.attachment_piece (team_id);

-- closings --------------------------------------------------------------------------------------------

-- A file was closed, or opened again, and why: added to, never changed. What counts is the status of case_file.
CREATE TABLE public.case_closing (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  reason text,
  words_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX case_closing_case_id_created_at_idx ON public.case_closing (case_id, created_at);
CREATE INDEX case_closing_team_id_idx ON public.case_closing (team_id);

-- What was left open on purpose when a file was closed, and why.
CREATE TABLE public.case_leftover (
  closing_id uuid NOT NULL REFERENCES public.case_closing ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  ref uuid NOT NULL,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  reason text NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT case_leftover_pkey PRIMARY KEY (closing_id, kind, ref)
);
CREATE INDEX case_leftover_case_id_idx ON public.case_leftover (case_id);
CREATE INDEX case_leftover_team_id_idx ON public.case_leftover (team_id);

-- summaries -------------------------------------------------------------------------------------------

-- A summary of a file that was made on paper: for whom, at which level, with which sections. The paper is kept nowhere; this says what
-- stood on it. code stands on the sheet and leads back here: the only one on an unnamed sheet. Added to, never changed.
CREATE TABLE public.case_summary (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  code text NOT NULL,
  audience text NOT NULL,
  level text NOT NULL,
  sections text[],
  language text NOT NULL,
  words_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  ground text,
  reason_cipher bytea,
  recipient text
);
CREATE INDEX case_summary_case_id_created_at_idx ON public.case_summary (case_id, created_at);
CREATE INDEX case_summary_team_id_idx ON public.case_summary (team_id);

-- circles ---------------------------------------------------------------------------------------------

-- What a circle is asked: to let somebody in, or to make a sealed file a restricted one. Another member's word does it
-- (app.answer_circle_word), and no statement of the application.
CREATE TABLE public.circle_word (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  staff_id uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  member_kind text,
  guest_kind text,
  parts text[] DEFAULT ARRAY[]::text[],
  privileged boolean DEFAULT false NOT NULL,
  valid_until timestamp(3) with time zone,
  reason_cipher bytea NOT NULL,
  asked_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  asked_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  state text DEFAULT 'asked' NOT NULL,
  answered_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  answered_at timestamp(3) with time zone,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX circle_word_case_id_state_idx ON public.circle_word (case_id, state);
CREATE INDEX circle_word_team_id_idx ON public.circle_word (team_id);

-- One restricted file, opened in an emergency by somebody outside its circle: to read, for four hours. Never deleted.
CREATE TABLE public.glass (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  kind text NOT NULL,
  reason_cipher bytea,
  at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  review_due_on date NOT NULL,
  verdict text,
  reviewed_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  reviewed_at timestamp(3) with time zone
);
CREATE INDEX glass_case_id_at_idx ON public.glass (case_id, at);
CREATE INDEX glass_reviewed_at_review_due_on_idx ON public.glass (reviewed_at, review_due_on);
CREATE INDEX glass_staff_id_at_idx ON public.glass (staff_id, at);

-- A try to open a file in an emergency, hit or miss: counted, without what was typed.
CREATE TABLE public.glass_try (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX glass_try_staff_id_at_idx ON public.glass_try (staff_id, at);

-- comments --------------------------------------------------------------------------------------------

-- The conversation of colleagues about the work on a file: question, answer, thanks, advice. Insert-only.
CREATE TABLE public.comment (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  body_cipher bytea NOT NULL,
  author_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  to_staff_id uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  answers_id uuid REFERENCES public.comment ON UPDATE CASCADE ON DELETE CASCADE,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX comment_answers_id_idx ON public.comment (answers_id);
CREATE INDEX comment_case_id_idx ON public.comment (case_id);
CREATE INDEX comment_team_id_idx ON public.comment (team_id);
CREATE INDEX comment_to_staff_id_idx ON public.comment (to_staff_id);

-- deadlines -------------------------------------------------------------------------------------------

-- What a coordinator said of a rule, for her organisation: it is right, it is this, or it is doubtful. Added to, never changed.
CREATE TABLE public.deadline_ruling (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES public.organisation ON UPDATE CASCADE ON DELETE RESTRICT,
  rule_id uuid NOT NULL REFERENCES public.deadline_rule ON UPDATE CASCADE ON DELETE RESTRICT,
  kind text NOT NULL,
  periods jsonb,
  reason text NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX deadline_ruling_organisation_id_rule_id_created_at_idx ON public.deadline_ruling (organisation_id, rule_id, created_at);

-- A deadline of a file. Days and codes are clear, because clocks need them; what happened in words stands in the notes.
CREATE TABLE public.deadline (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  chain_id uuid NOT NULL,
  family text NOT NULL,
  rule_id uuid NOT NULL REFERENCES public.deadline_rule ON UPDATE CASCADE ON DELETE RESTRICT,
  ruling_id uuid REFERENCES public.deadline_ruling ON UPDATE CASCADE ON DELETE RESTRICT,
  severity text NOT NULL,
  event text NOT NULL,
  happened_on date,
  happened_at text,
  notification text,
  facts text[],
  lodged_on date,
  letter_on date,
  letter_amount integer,
  letter_unit text,
  due_on date,
  remind_on date,
  explanation jsonb NOT NULL,
  status text DEFAULT 'open' NOT NULL,
  superseded_by uuid,
  closed_act text,
  closed_on date,
  closed_kind text,
  closed_ref uuid,
  kept text,
  closed_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  closed_at timestamp(3) with time zone,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  cause_kind text,
  cause_ref uuid,
  registered_on date,
  retained_note_id uuid,
  retained_rule_id uuid REFERENCES public.deadline_rule ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX deadline_case_id_status_remind_on_idx ON public.deadline (case_id, status, remind_on);
CREATE INDEX deadline_cause_ref_idx ON public.deadline (cause_ref);
CREATE INDEX deadline_team_id_status_remind_on_idx ON public.deadline (team_id, status, remind_on);

-- A reminder that was said: to whom, and for which stage. One stage is said once, however often the job runs.
CREATE TABLE public.deadline_reminder (
  deadline_id uuid NOT NULL REFERENCES public.deadline ON UPDATE CASCADE ON DELETE CASCADE,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  stage_on date NOT NULL,
  told_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  CONSTRAINT deadline_reminder_pkey PRIMARY KEY (deadline_id, staff_id, stage_on)
);
CREATE INDEX deadline_reminder_staff_id_idx ON public.deadline_reminder (staff_id);

-- detention -------------------------------------------------------------------------------------------

-- One time in detention, in a closed centre or a return home: the stays that name it say who, where, from and until; its events say what
-- happened. Nothing about how it stands is stored (lib/detention/state.rules.ts).
CREATE TABLE public.detention_episode (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  arrest_context text NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX detention_episode_case_id_idx ON public.detention_episode (case_id);
CREATE INDEX detention_episode_team_id_idx ON public.detention_episode (team_id);

-- What happened in an episode: insert-only. A correction is another row that replaces the first; a withdrawal replaces it with nothing.
-- Days and codes are clear, because clocks need them; words are sealed.
CREATE TABLE public.detention_event (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  episode_id uuid NOT NULL REFERENCES public.detention_episode ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  replaces uuid REFERENCES public.detention_event ON UPDATE CASCADE ON DELETE CASCADE,
  withdrawn_because text,
  same_as uuid,
  on_when text,
  on_from date,
  on_to date,
  on_text text,
  on_basis text,
  at text,
  order_kind text,
  ground text,
  printed_end date,
  by_minister boolean DEFAULT false NOT NULL,
  public_order boolean DEFAULT false NOT NULL,
  court text,
  petition_outcome text,
  removal_kind text,
  removal_outcome text,
  destination text,
  escort text,
  isolation_ground text,
  channel text,
  end_reason text,
  text_cipher bytea,
  author_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  carrier_cipher bytea,
  doctor_daily text,
  force text,
  heard_on date,
  injuries text,
  isolation_regime text,
  phase text,
  told_to text[] DEFAULT ARRAY[]::text[],
  served_on date
);
CREATE INDEX detention_event_case_id_on_from_idx ON public.detention_event (case_id, on_from);
CREATE INDEX detention_event_episode_id_idx ON public.detention_event (episode_id);
CREATE INDEX detention_event_team_id_kind_on_from_idx ON public.detention_event (team_id, kind, on_from);
CREATE UNIQUE INDEX detention_event_replaces_key ON public.detention_event (replaces);

-- A day in a closed centre: one per team, centre and day, however many colleagues write (app.join_visit). Reached by its visitors and by
-- the coordinator of its team; the people met are encounters, and those belong to case files.
CREATE TABLE public.visit (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL REFERENCES public.team ON UPDATE CASCADE ON DELETE RESTRICT,
  place_id uuid NOT NULL REFERENCES public.place ON UPDATE CASCADE ON DELETE RESTRICT,
  on_date date NOT NULL,
  starts_at text,
  ends_at text,
  access text DEFAULT 'granted' NOT NULL,
  waiting_minutes integer,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX visit_place_id_on_date_idx ON public.visit (place_id, on_date);
CREATE INDEX visit_team_id_on_date_id_idx ON public.visit (team_id, on_date, id);

-- People met without a name: "about 5 others, from Eritrea". Two colleagues may each write of the same group.
CREATE TABLE public.visit_group (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL REFERENCES public.visit ON UPDATE CASCADE ON DELETE CASCADE,
  people integer NOT NULL,
  country text,
  note_cipher bytea,
  version integer DEFAULT 1 NOT NULL,
  author_id uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX visit_group_visit_id_idx ON public.visit_group (visit_id);

-- What was seen of the centre itself, by theme (code list monitoring_theme); never about one person.
CREATE TABLE public.visit_observation (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL REFERENCES public.visit ON UPDATE CASCADE ON DELETE CASCADE,
  theme text NOT NULL,
  text_cipher bytea NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  author_id uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX visit_observation_visit_id_idx ON public.visit_observation (visit_id);

-- What an observation or a group said before it was corrected: insert-only. The cipher is the old one, with its old place.
CREATE TABLE public.visit_revision (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL REFERENCES public.visit ON UPDATE CASCADE ON DELETE CASCADE,
  observation_id uuid REFERENCES public.visit_observation ON UPDATE CASCADE ON DELETE CASCADE,
  group_id uuid REFERENCES public.visit_group ON UPDATE CASCADE ON DELETE CASCADE,
  version integer NOT NULL,
  people integer,
  country text,
  text_cipher bytea,
  replaced_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  replaced_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX visit_revision_visit_id_idx ON public.visit_revision (visit_id);

CREATE TABLE public.visit_visitor (
  visit_id uuid NOT NULL REFERENCES public.visit ON UPDATE CASCADE ON DELETE CASCADE,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT visit_visitor_pkey PRIMARY KEY (visit_id, staff_id)
);
CREATE INDEX visit_visitor_staff_id_idx ON public.visit_visitor (staff_id);

-- trafficking -----------------------------------------------------------------------------------------

-- Who may be behind it: criminal data (GDPR art. 10) under a key of its own. Read by members, on no paper, in no export.
CREATE TABLE public.exploiter (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  name_cipher bytea NOT NULL,
  words_cipher bytea,
  withdrawn_at timestamp(3) with time zone,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX exploiter_case_id_idx ON public.exploiter (case_id);

-- What somebody may have lived through, in a restricted file that is kept for nothing else (docs/adr/0046). Answers, her own words and our
-- reading are three ciphers: whoever writes one down does not touch the others' meaning. The highest revision stands.
CREATE TABLE public.trafficking_account (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  revision integer NOT NULL,
  answers_cipher bytea NOT NULL,
  words_cipher bytea,
  reading_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE UNIQUE INDEX trafficking_account_case_id_revision_key ON public.trafficking_account (case_id, revision);

-- What happened in the procedure of somebody who may have been trafficked: a stage, a document, a condition. The state follows.
CREATE TABLE public.trafficking_event (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  revision integer NOT NULL,
  mistake text,
  kind text NOT NULL,
  on_day date NOT NULL,
  condition text,
  holds text,
  reason text,
  words_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE UNIQUE INDEX trafficking_event_case_id_subject_id_revision_key ON public.trafficking_event (case_id, subject_id, revision);
CREATE UNIQUE INDEX trafficking_event_id_case_id_key ON public.trafficking_event (id, case_id);

-- A possible sign, how strong we find it and where we know it from. A register (docs/adr/0034).
CREATE TABLE public.trafficking_sign (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  revision integer NOT NULL,
  mistake text,
  sign_cipher bytea NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE UNIQUE INDEX trafficking_sign_case_id_subject_id_revision_key ON public.trafficking_sign (case_id, subject_id, revision);
CREATE UNIQUE INDEX trafficking_sign_id_case_id_key ON public.trafficking_sign (id, case_id);

-- rights ----------------------------------------------------------------------------------------------

-- A word that a closed file be erased, and what became of it: asked, refused, withdrawn or done (docs/adr/0056). Once done it is the
-- certificate: no name, no code, and the only thing that is left to read of the file.
CREATE TABLE public.file_erasure (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE RESTRICT,
  organisation_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  was_open boolean DEFAULT false NOT NULL,
  file_kind text DEFAULT '' NOT NULL,
  closed_on date,
  ground text NOT NULL,
  words_cipher bytea,
  proposed_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  proposed_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  state text DEFAULT 'asked' NOT NULL,
  answered_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  answered_at timestamp(3) with time zone,
  readers uuid[] DEFAULT ARRAY[]::uuid[],
  counts jsonb
);
CREATE INDEX file_erasure_case_id_state_idx ON public.file_erasure (case_id, state);
CREATE INDEX file_erasure_team_id_state_idx ON public.file_erasure (team_id, state);

-- Nothing of this file may be erased, for a reason, until somebody lifts it. A day to look at it again; it does not lapse by itself.
CREATE TABLE public.legal_hold (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  ground text NOT NULL,
  words_cipher bytea NOT NULL,
  review_on date NOT NULL,
  placed_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  placed_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  lifted_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  lifted_at timestamp(3) with time zone,
  lifted_cipher bytea,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX legal_hold_case_id_idx ON public.legal_hold (case_id);
CREATE INDEX legal_hold_team_id_idx ON public.legal_hold (team_id);

-- For how many years after its closing a kind of file is kept, as the house has set it, and where it has that from. Rows are added; the
-- last one of a kind counts.
CREATE TABLE public.retention_rule (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES public.organisation ON UPDATE CASCADE ON DELETE RESTRICT,
  kind text NOT NULL,
  years integer NOT NULL,
  source text NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX retention_rule_organisation_id_kind_idx ON public.retention_rule (organisation_id, kind);

-- tasks -----------------------------------------------------------------------------------------------

-- What a file works towards. Its steps are tasks of the file. The text has a revision of its own.
CREATE TABLE public.goal (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  text_cipher bytea NOT NULL,
  text_revision integer DEFAULT 1 NOT NULL,
  state text DEFAULT 'open' NOT NULL,
  ended_at timestamp(3) with time zone,
  ended_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX goal_case_id_idx ON public.goal (case_id);
CREATE INDEX goal_team_id_idx ON public.goal (team_id);

-- Something to be done in a file by one colleague. Done and undone again; the text has a revision of its own.
CREATE TABLE public.task (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  text_cipher bytea NOT NULL,
  text_revision integer DEFAULT 1 NOT NULL,
  assigned_to uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  due_on date,
  done_at timestamp(3) with time zone,
  done_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  withdrawn_at timestamp(3) with time zone,
  goal_id uuid REFERENCES public.goal ON UPDATE CASCADE ON DELETE SET NULL
);
CREATE INDEX task_assigned_to_done_at_idx ON public.task (assigned_to, done_at);
CREATE INDEX task_case_id_idx ON public.task (case_id);
CREATE INDEX task_goal_id_idx ON public.task (goal_id);
CREATE INDEX task_team_id_idx ON public.task (team_id);

-- handovers -------------------------------------------------------------------------------------------

-- One hand-over of one colleague's files in one office. Permanent: the files change their worker. Temporary: the worker stays, and whoever
-- accepts is a member of the file until the day, so that it goes back by itself.
CREATE TABLE public.handover (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL REFERENCES public.team ON UPDATE CASCADE ON DELETE RESTRICT,
  from_staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  kind text NOT NULL,
  until_day date,
  state text DEFAULT 'draft' NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  sent_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  sent_at timestamp(3) with time zone,
  undone_at timestamp(3) with time zone,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX handover_from_staff_id_idx ON public.handover (from_staff_id);
CREATE INDEX handover_team_id_created_at_idx ON public.handover (team_id, created_at);

-- One file of a hand-over, with the note that goes along: sealed with the key of the file.
CREATE TABLE public.handover_item (
  handover_id uuid NOT NULL REFERENCES public.handover ON UPDATE CASCADE ON DELETE CASCADE,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  "position" integer NOT NULL,
  to_staff_id uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  state text DEFAULT 'draft' NOT NULL,
  note_cipher bytea NOT NULL,
  note_revision integer DEFAULT 1 NOT NULL,
  reason_cipher bytea,
  answered_at timestamp(3) with time zone,
  member_id uuid,
  task_ids uuid[] DEFAULT ARRAY[]::uuid[],
  plan_ids uuid[] DEFAULT ARRAY[]::uuid[],
  joined_plans uuid[] DEFAULT ARRAY[]::uuid[],
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT handover_item_pkey PRIMARY KEY (handover_id, case_id)
);
CREATE INDEX handover_item_case_id_idx ON public.handover_item (case_id);
CREATE INDEX handover_item_team_id_idx ON public.handover_item (team_id);
CREATE INDEX handover_item_to_staff_id_state_idx ON public.handover_item (to_staff_id, state);

-- imports ---------------------------------------------------------------------------------------------

-- A table that a coordinator brings into an office she leads (docs/adr/0067). What stands in it is sealed under a key of the import, which
-- is destroyed with it: when she is done, or seven days after the end.
CREATE TABLE public.import (
  id uuid PRIMARY KEY,
  team_id uuid NOT NULL REFERENCES public.team ON UPDATE CASCADE ON DELETE RESTRICT,
  source text NOT NULL,
  encoding text,
  separator text,
  rows integer NOT NULL,
  columns integer NOT NULL,
  pieces integer NOT NULL,
  mark bytea NOT NULL,
  header_mark bytea NOT NULL,
  head_cipher bytea,
  plan_cipher bytea,
  plan_revision integer DEFAULT 0 NOT NULL,
  state text DEFAULT 'brought' NOT NULL,
  at integer DEFAULT 0 NOT NULL,
  asked_to integer DEFAULT 0 NOT NULL,
  good integer DEFAULT 0 NOT NULL,
  bad integer DEFAULT 0 NOT NULL,
  made integer DEFAULT 0 NOT NULL,
  passed integer DEFAULT 0 NOT NULL,
  gone integer DEFAULT 0 NOT NULL,
  kept integer DEFAULT 0 NOT NULL,
  round integer DEFAULT 0 NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  started_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  undone_at timestamp(3) with time zone,
  forgotten_at timestamp(3) with time zone
);
CREATE INDEX import_team_id_created_at_idx ON public.import (team_id, created_at);

-- What the columns of tables with these headings meant last time in this office.
CREATE TABLE public.import_mapping (
  team_id uuid NOT NULL REFERENCES public.team ON UPDATE CASCADE ON DELETE CASCADE,
  header_mark bytea NOT NULL,
  fields text[],
  saved_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  CONSTRAINT import_mapping_pkey PRIMARY KEY (team_id, header_mark)
);

-- A row that could be somebody known: in another row of the table (twin), or among the files within reach. Who that is, is asked anew
-- whenever it is shown; of whom somebody said that they are others (not_same) is remembered when the row is written.
CREATE TABLE public.import_match (
  import_id uuid NOT NULL REFERENCES public.import ON UPDATE CASCADE ON DELETE CASCADE,
  line integer NOT NULL,
  piece integer NOT NULL,
  round integer NOT NULL,
  twin integer,
  decision text,
  not_same uuid[] DEFAULT ARRAY[]::uuid[],
  CONSTRAINT import_match_pkey PRIMARY KEY (import_id, line)
);

-- Some hundred rows of it, sealed; written together or not at all. xid and cluster: in which transaction of which database, by which an
-- undo knows what nobody has touched since.
CREATE TABLE public.import_piece (
  import_id uuid NOT NULL REFERENCES public.import ON UPDATE CASCADE ON DELETE CASCADE,
  "position" integer NOT NULL,
  rows integer NOT NULL,
  cipher bytea,
  revision integer DEFAULT 1 NOT NULL,
  state text DEFAULT 'waiting' NOT NULL,
  xid bigint,
  cluster bigint,
  CONSTRAINT import_piece_pkey PRIMARY KEY (import_id, "position")
);

-- people ----------------------------------------------------------------------------------------------

-- What an admin of a house says of two names, beside the list that came with the program (docs/adr/0078): a weight as there, 0 for "says
-- nothing", null for a word that was taken back. Rows are added and never changed; the last one of a pair counts.
CREATE TABLE public.name_ruling (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES public.organisation ON UPDATE CASCADE ON DELETE RESTRICT,
  one text NOT NULL,
  other text NOT NULL,
  weight double precision,
  one_sound text DEFAULT '' NOT NULL,
  other_sound text DEFAULT '' NOT NULL,
  said_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  said_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX name_ruling_organisation_id_said_at_idx ON public.name_ruling (organisation_id, said_at);

-- Who somebody is. A person is reached only through a case file one may open: policies look at case_person. Names, ages, nationalities and
-- places are claims in child tables, never single values of the person. circle_case_id: the restricted or sealed file in which a claim was
-- made; then only its readers see it. withdrawn_at: it was a mistake, and counts for nothing any more (docs/adr/0035); who said so stands
-- in the trail.
CREATE TABLE public.person (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  sex text DEFAULT 'not_asked' NOT NULL,
  interpreter_need text DEFAULT 'not_asked' NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX person_code_idx ON public.person (code);

-- One row per claim: how old by whom, on what day, from what source. It holds an age or two, a test with its margin, or a date of birth of
-- any precision (born_when, docs/adr/0026); the days of birth follow from it, and never a guessed 1 January.
CREATE TABLE public.age_claim (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  basis text NOT NULL,
  age_years integer,
  as_of date NOT NULL,
  born_earliest date,
  born_latest date,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  age_to integer,
  tested_tenths integer,
  margin_tenths integer,
  born_when text,
  born_text text,
  source text,
  seen text,
  circle_case_id uuid REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  withdrawn_at timestamp(3) with time zone,
  withdrawn_because text
);
CREATE INDEX age_claim_circle_case_id_idx ON public.age_claim (circle_case_id);
CREATE INDEX age_claim_person_id_idx ON public.age_claim (person_id);

-- Who could be one person; person_id was written down later (docs/adr/0077). Written by app.find_twins alone.
CREATE TABLE public.likely_pair (
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  found_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  CONSTRAINT likely_pair_pkey PRIMARY KEY (person_id, other_id)
);
CREATE INDEX likely_pair_other_id_idx ON public.likely_pair (other_id);

-- country: ISO 3166-1 alpha-2, or XXA (stateless, ICAO 9303), XXX (unspecified), PS. since_when and until_when are codes of dates
-- (docs/adr/0026), valid_from and valid_to their outer days; the certainty is their ground.
CREATE TABLE public.nationality (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  country text NOT NULL,
  certainty text NOT NULL,
  valid_from date,
  valid_to date,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  said_on date,
  since_when text,
  until_when text,
  circle_case_id uuid REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  withdrawn_at timestamp(3) with time zone,
  withdrawn_because text
);
CREATE INDEX nationality_circle_case_id_idx ON public.nationality (circle_case_id);
CREATE INDEX nationality_person_id_idx ON public.nationality (person_id);

-- Two people whom a colleague took for two: nobody is asked again, until it is lifted.
CREATE TABLE public.not_same (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  said_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  said_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  lifted_at timestamp(3) with time zone
);
CREATE INDEX not_same_other_id_idx ON public.not_same (other_id);
CREATE INDEX not_same_person_id_idx ON public.not_same (person_id);

-- What was told of a person before it was written over (docs/adr/0084): kept by trigger, never changed. subject_id: the row of person in
-- which it stood, whoever that one was merged into since. txid: who wrote it over is in the trail of the file where she did.
CREATE TABLE public.person_former_value (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  field text NOT NULL,
  value text NOT NULL,
  became text NOT NULL,
  replaced_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  txid bigint NOT NULL
);
CREATE INDEX person_former_value_person_id_idx ON public.person_former_value (person_id);
CREATE INDEX person_former_value_subject_id_idx ON public.person_former_value (subject_id);

-- Phone, address, number given by an authority: always ciphertext.
CREATE TABLE public.person_identifier (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  cipher bytea NOT NULL,
  circle_case_id uuid REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  withdrawn_at timestamp(3) with time zone,
  withdrawn_because text
);
CREATE INDEX person_identifier_circle_case_id_idx ON public.person_identifier (circle_case_id);
CREATE INDEX person_identifier_person_id_idx ON public.person_identifier (person_id);

-- language: ISO 639-1 or 639-3; und with the level not_known or declined is an answer without a language.
CREATE TABLE public.person_language (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  language text NOT NULL,
  level text NOT NULL,
  circle_case_id uuid REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  withdrawn_at timestamp(3) with time zone,
  withdrawn_because text
);
CREATE INDEX person_language_circle_case_id_idx ON public.person_language (circle_case_id);
CREATE INDEX person_language_person_id_idx ON public.person_language (person_id);

-- Two rows of one person that became one (docs/adr/0076). The absorbed one stays as a row in no file, which points to the one who was
-- kept. before, after: what is told once of a person, by column. knew: claims and files of the kept one at that moment. conflicts: what
-- could not be parted again, when it was taken back.
CREATE TABLE public.person_merge (
  id uuid PRIMARY KEY,
  kept_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  absorbed_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  because text NOT NULL,
  merged_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  merged_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  knew uuid[] DEFAULT ARRAY[]::uuid[],
  undone_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  undone_at timestamp(3) with time zone,
  conflicts jsonb
);
CREATE INDEX person_merge_absorbed_id_idx ON public.person_merge (absorbed_id);
CREATE INDEX person_merge_kept_id_idx ON public.person_merge (kept_id);

-- A row that moved with a merge, by its id or the rest of its key; was: the whole row, where it gave way to one that stood there.
CREATE TABLE public.person_merge_row (
  id uuid PRIMARY KEY,
  merge_id uuid NOT NULL REFERENCES public.person_merge ON UPDATE CASCADE ON DELETE CASCADE,
  table_name text NOT NULL,
  link text NOT NULL,
  row_id uuid,
  row_key jsonb,
  was jsonb,
  kept_was jsonb,
  kept_became jsonb
);
CREATE INDEX person_merge_row_merge_id_table_name_idx ON public.person_merge_row (merge_id, table_name);

-- text in clear for ordinary files (search across scripts), cipher for people of sealed files; a check keeps exactly one.
CREATE TABLE public.person_name (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  text text,
  cipher bytea,
  said_on date,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  circle_case_id uuid REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  withdrawn_at timestamp(3) with time zone,
  withdrawn_because text
);
CREATE INDEX person_name_circle_case_id_idx ON public.person_name (circle_case_id);
CREATE INDEX person_name_person_id_idx ON public.person_name (person_id);

-- kind: birth or residence (last habitual). country: as of a nationality, and former states by ISO 3166-3 for a birth.
CREATE TABLE public.person_origin (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  country text NOT NULL,
  certainty text NOT NULL,
  said_on date,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  circle_case_id uuid REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  withdrawn_at timestamp(3) with time zone,
  withdrawn_because text
);
CREATE INDEX person_origin_circle_case_id_idx ON public.person_origin (circle_case_id);
CREATE INDEX person_origin_person_id_idx ON public.person_origin (person_id);

-- Whoever was written down and is still to be compared by the job.
CREATE TABLE public.twin_check (
  person_id uuid PRIMARY KEY REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE
);

-- rights ----------------------------------------------------------------------------------------------

-- Somebody asked what is kept of her (GDPR art. 15). What she was given is not kept: it is read anew, and this says for whom and why.
CREATE TABLE public.access_extract (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  language text NOT NULL,
  asked_on date NOT NULL,
  words_cipher bytea NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX access_extract_case_id_idx ON public.access_extract (case_id);
CREATE INDEX access_extract_team_id_idx ON public.access_extract (team_id);

-- Somebody asked that what is kept of her be put right (GDPR art. 16), and what was answered.
CREATE TABLE public.correction (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  asked_on date NOT NULL,
  words_cipher bytea NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  state text DEFAULT 'asked' NOT NULL,
  answer_cipher bytea,
  answered_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  answered_at timestamp(3) with time zone,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX correction_case_id_idx ON public.correction (case_id);
CREATE INDEX correction_team_id_idx ON public.correction (team_id);

-- cases -----------------------------------------------------------------------------------------------

-- team_id and secrecy in the tables below are copies kept by trigger, so that a policy needs no join. Who a file is about. Whoever left
-- stays a row, with until and why (docs/adr/0038); role is hers towards the main person, basis on what a kinship rests, since null from
-- the day the file was opened.
CREATE TABLE public.case_person (
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  role text DEFAULT 'principal' NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  basis text,
  left_because text,
  since date,
  until date,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT case_person_pkey PRIMARY KEY (case_id, person_id)
);
CREATE INDEX case_person_person_id_idx ON public.case_person (person_id);
CREATE INDEX case_person_team_id_idx ON public.case_person (team_id);

-- Where a person has been, as far as this file knows. Of an episode of detention, the only place that says where and since when.
CREATE TABLE public.place_stay (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  place_id uuid NOT NULL REFERENCES public.place ON UPDATE CASCADE ON DELETE RESTRICT,
  since date,
  until date,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  episode_id uuid REFERENCES public.detention_episode ON UPDATE CASCADE ON DELETE SET NULL
);
CREATE INDEX place_stay_case_id_idx ON public.place_stay (case_id);
CREATE INDEX place_stay_episode_id_idx ON public.place_stay (episode_id);
CREATE INDEX place_stay_person_id_idx ON public.place_stay (person_id);
CREATE INDEX place_stay_place_id_idx ON public.place_stay (place_id);
CREATE INDEX place_stay_team_id_idx ON public.place_stay (team_id);

-- consents --------------------------------------------------------------------------------------------

-- What somebody was asked, and what she answered: one purpose, one recipient, what of her may be told, until when. Rows are added and
-- never changed: that it ended is a row of consent_end (docs/adr/0048). Whether it covers something is asked of app.consent_gap, which
-- knows the hour.
CREATE TABLE public.consent (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  purpose text NOT NULL,
  recipient text NOT NULL,
  recipient_cipher bytea,
  scopes text[],
  answer text NOT NULL,
  asked_on date NOT NULL,
  expires_at timestamp(3) with time zone,
  language text,
  interpreter text,
  form text,
  given_by text,
  is_minor boolean NOT NULL,
  child_view text,
  words_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX consent_case_id_person_id_purpose_idx ON public.consent (case_id, person_id, purpose);
CREATE INDEX consent_person_id_idx ON public.consent (person_id);
CREATE UNIQUE INDEX consent_id_case_id_key ON public.consent (id, case_id);

-- That a consent was withdrawn, or was a mistake and never stood. It ends the hour this is written, whatever day it names.
CREATE TABLE public.consent_end (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  consent_id uuid NOT NULL,
  kind text NOT NULL,
  ended_on date NOT NULL,
  said_by text,
  words_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT consent_end_consent_id_case_id_fkey FOREIGN KEY (consent_id, case_id) REFERENCES public.consent(id, case_id)
);
CREATE UNIQUE INDEX consent_end_case_id_consent_id_kind_key ON public.consent_end (case_id, consent_id, kind);

-- detention -------------------------------------------------------------------------------------------

-- One conversation (or the lack of one) with one person on one visit. Scope: the person's case file. A second colleague's account of the
-- same conversation is an encounter_account; a second conversation that day is a row with is_again. outcome is the strongest of all
-- accounts; own_outcome what the author said, where that is another. interpreter: in_person | phone | none, null when not said. language:
-- ISO 639. mode: in_person | phone | video.
CREATE TABLE public.encounter (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL REFERENCES public.visit ON UPDATE CASCADE ON DELETE RESTRICT,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  place_id uuid NOT NULL REFERENCES public.place ON UPDATE CASCADE ON DELETE RESTRICT,
  met_on date NOT NULL,
  "position" integer NOT NULL,
  outcome text NOT NULL,
  note_cipher bytea,
  author_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  edited_at timestamp(3) with time zone,
  interpreter text,
  is_again boolean DEFAULT false NOT NULL,
  language text,
  met_at text,
  mode text DEFAULT 'in_person' NOT NULL,
  own_outcome text,
  pinned_at timestamp(3) with time zone,
  pin_version integer DEFAULT 1 NOT NULL
);
CREATE INDEX encounter_case_id_met_on_idx ON public.encounter (case_id, met_on);
CREATE INDEX encounter_person_id_idx ON public.encounter (person_id);
CREATE INDEX encounter_team_id_met_on_idx ON public.encounter (team_id, met_on);
CREATE INDEX encounter_visit_id_idx ON public.encounter (visit_id);

-- What a second colleague says of the same conversation. Her chips and signals stand at the encounter; her text stands here.
CREATE TABLE public.encounter_account (
  id uuid PRIMARY KEY,
  encounter_id uuid NOT NULL REFERENCES public.encounter ON UPDATE CASCADE ON DELETE CASCADE,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  outcome text NOT NULL,
  note_cipher bytea,
  author_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  edited_at timestamp(3) with time zone,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX encounter_account_case_id_idx ON public.encounter_account (case_id);
CREATE INDEX encounter_account_encounter_id_idx ON public.encounter_account (encounter_id);
CREATE INDEX encounter_account_team_id_idx ON public.encounter_account (team_id);

-- kind: topic | action | request; code from the list encounter_topic, action_type, encounter_request.
CREATE TABLE public.encounter_item (
  encounter_id uuid NOT NULL REFERENCES public.encounter ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  code text NOT NULL,
  case_id uuid NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT encounter_item_pkey PRIMARY KEY (encounter_id, kind, code)
);
CREATE INDEX encounter_item_case_id_idx ON public.encounter_item (case_id);
CREATE INDEX encounter_item_team_id_idx ON public.encounter_item (team_id);

-- What an encounter or an account said before it was corrected: insert-only. The cipher is the old one, with its old place. codes: the
-- chips of then, as "topic:health".
CREATE TABLE public.encounter_revision (
  id uuid PRIMARY KEY,
  encounter_id uuid NOT NULL REFERENCES public.encounter ON UPDATE CASCADE ON DELETE CASCADE,
  account_id uuid REFERENCES public.encounter_account ON UPDATE CASCADE ON DELETE CASCADE,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  version integer NOT NULL,
  outcome text NOT NULL,
  codes text[],
  note_cipher bytea,
  replaced_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  replaced_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX encounter_revision_case_id_idx ON public.encounter_revision (case_id);
CREATE INDEX encounter_revision_encounter_id_idx ON public.encounter_revision (encounter_id);
CREATE INDEX encounter_revision_team_id_idx ON public.encounter_revision (team_id);

-- A worry about one person (code list concern_type). severity critical is on the coordinator's first screen until answered.
CREATE TABLE public.signal (
  id uuid PRIMARY KEY,
  encounter_id uuid NOT NULL REFERENCES public.encounter ON UPDATE CASCADE ON DELETE CASCADE,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  code text NOT NULL,
  severity text NOT NULL,
  note_cipher bytea,
  raised_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  raised_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  answered_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  answered_at timestamp(3) with time zone,
  answer_cipher bytea,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX signal_case_id_idx ON public.signal (case_id);
CREATE INDEX signal_encounter_id_idx ON public.signal (encounter_id);
CREATE INDEX signal_team_id_severity_answered_at_idx ON public.signal (team_id, severity, answered_at);

-- guardianship ----------------------------------------------------------------------------------------

-- Something that happened in the guardianship of one minor of a file; or that an earlier row was a mistake.
CREATE TABLE public.guardianship_event (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  kind text NOT NULL,
  outcome text,
  form text,
  on_when text,
  on_from date,
  on_to date,
  on_text text,
  on_basis text,
  at text,
  notified_on date,
  notification text,
  at_border boolean DEFAULT false NOT NULL,
  concerns uuid,
  replaces uuid,
  claim_id uuid,
  details_cipher bytea,
  stands_on date NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  number_mark bytea,
  arrived_on date
);
CREATE INDEX guardianship_event_case_id_stands_on_idx ON public.guardianship_event (case_id, stands_on);
CREATE INDEX guardianship_event_concerns_idx ON public.guardianship_event (concerns);
CREATE INDEX guardianship_event_person_id_idx ON public.guardianship_event (person_id);
CREATE INDEX guardianship_event_team_id_number_mark_idx ON public.guardianship_event (team_id, number_mark);
CREATE UNIQUE INDEX guardianship_event_case_id_replaces_key ON public.guardianship_event (case_id, replaces);
CREATE UNIQUE INDEX guardianship_event_id_case_id_key ON public.guardianship_event (id, case_id);

-- imports ---------------------------------------------------------------------------------------------

-- What became of a row: the file and the person that were made of it. It goes with them.
CREATE TABLE public.import_row (
  import_id uuid NOT NULL REFERENCES public.import ON UPDATE CASCADE ON DELETE CASCADE,
  line integer NOT NULL,
  piece integer NOT NULL,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT import_row_pkey PRIMARY KEY (import_id, line)
);
CREATE INDEX import_row_case_id_idx ON public.import_row (case_id);
CREATE INDEX import_row_import_id_piece_idx ON public.import_row (import_id, piece);
CREATE INDEX import_row_person_id_idx ON public.import_row (person_id);

-- asylum ----------------------------------------------------------------------------------------------

-- What happens in a matter beside the procedure: voluntary return, nationality, statelessness.
CREATE TABLE public.matter_step (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  revision integer NOT NULL,
  mistake text,
  person_id uuid REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  matter text NOT NULL,
  kind text NOT NULL,
  programme text,
  doubts text[],
  on_when text,
  on_from date,
  on_to date,
  on_text text,
  on_basis text,
  words_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX matter_step_person_id_idx ON public.matter_step (person_id);
CREATE UNIQUE INDEX matter_step_case_id_subject_id_revision_key ON public.matter_step (case_id, subject_id, revision);
CREATE UNIQUE INDEX matter_step_id_case_id_key ON public.matter_step (id, case_id);

-- A special need in the procedure. Which need it is tells of health, violence or sexual orientation: it is sealed like words, because no
-- rule, list or figure asks for it.
CREATE TABLE public.special_need (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  revision integer NOT NULL,
  mistake text,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  need_cipher bytea NOT NULL,
  source text NOT NULL,
  on_when text,
  on_from date,
  on_to date,
  on_text text,
  on_basis text,
  ended_on date,
  told_to text,
  told_on date,
  answer text,
  answered_on date,
  words_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX special_need_person_id_idx ON public.special_need (person_id);
CREATE UNIQUE INDEX special_need_case_id_subject_id_revision_key ON public.special_need (case_id, subject_id, revision);
CREATE UNIQUE INDEX special_need_id_case_id_key ON public.special_need (id, case_id);

-- people ----------------------------------------------------------------------------------------------

-- The words of a name in clear as they are found again, once for each file in which the person stands and each way to read them: word
-- without marks, sound as heard, key of its consonants (docs/adr/0058). Kept by trigger, written by nobody else. A span below zero is two
-- words together, so far apart: their key alone (docs/adr/0089). within: said in the circle of this file, and carried to no other one.
CREATE TABLE public.name_word (
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  name_id uuid NOT NULL REFERENCES public.person_name ON UPDATE CASCADE ON DELETE CASCADE,
  starts smallint NOT NULL,
  span smallint NOT NULL,
  key text NOT NULL,
  word text NOT NULL,
  sound text NOT NULL,
  within boolean NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT name_word_pkey PRIMARY KEY (case_id, name_id, starts, span, key),
  CONSTRAINT name_word_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.case_person(case_id, person_id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX name_word_key_team_id_sound_secrecy_case_id_name_id_idx ON public.name_word (key, team_id, sound, secrecy, case_id, name_id);
CREATE INDEX name_word_name_id_idx ON public.name_word (name_id);
CREATE INDEX name_word_person_id_idx ON public.name_word (person_id);

-- countries -------------------------------------------------------------------------------------------

-- A newer figure of a fact, entered in the house by an admin and public for it when a second one has agreed (docs/adr/0073). It points at
-- its fact by name only: loading the reference data writes no row of this table and takes none away.
CREATE TABLE public.newer_figure (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES public.organisation ON UPDATE CASCADE ON DELETE RESTRICT,
  country character(2) NOT NULL,
  fact_slug text NOT NULL,
  value numeric(65,30),
  value_min numeric(65,30),
  value_max numeric(65,30),
  qualifier text NOT NULL,
  period_start date NOT NULL,
  period_end date NOT NULL,
  source_name text NOT NULL,
  source_address text NOT NULL,
  source_on date NOT NULL,
  note text,
  supersedes integer NOT NULL,
  version integer,
  state text DEFAULT 'asked' NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  answered_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  answered_at timestamp(3) with time zone,
  withdrawn_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  withdrawn_at timestamp(3) with time zone,
  reason text,
  alone boolean DEFAULT false NOT NULL
);
CREATE INDEX newer_figure_organisation_id_country_state_idx ON public.newer_figure (organisation_id, country, state);
CREATE UNIQUE INDEX newer_figure_organisation_id_fact_slug_version_key ON public.newer_figure (organisation_id, fact_slug, version);

-- What a colleague believes to be wrong in a fact, a law or a body of the reference data, and what an admin did about it (docs/adr/0080).
-- It points by name only, like a newer figure.
CREATE TABLE public.reported_mistake (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES public.organisation ON UPDATE CASCADE ON DELETE RESTRICT,
  country character(2) NOT NULL,
  about text NOT NULL,
  slug text NOT NULL,
  words text NOT NULL,
  source_address text,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  outcome text,
  answer text,
  answered_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  answered_at timestamp(3) with time zone
);
CREATE INDEX reported_mistake_organisation_id_country_created_at_idx ON public.reported_mistake (organisation_id, country, created_at);

-- notices ---------------------------------------------------------------------------------------------

-- One line for one colleague: what kind, about what, since when. What it says is worded when it is read, within the reader's reach of that
-- moment: a notice about a file she can no longer open is not there.
CREATE TABLE public.notice (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  case_id uuid REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  read_at timestamp(3) with time zone,
  mailed_at timestamp(3) with time zone,
  damaged_place character varying(160)
);
CREATE INDEX notice_case_id_idx ON public.notice (case_id);
CREATE INDEX notice_staff_id_read_at_created_at_idx ON public.notice (staff_id, read_at, created_at);
CREATE UNIQUE INDEX notice_hold_once ON public.notice (staff_id, case_id, (((created_at AT TIME ZONE 'Europe/Brussels'::text))::date))
  WHERE kind = 'hold_review';
CREATE UNIQUE INDEX notice_staff_id_damaged_place_key ON public.notice (staff_id, damaged_place);

-- When mail may come. Hours are those of Europe/Brussels, 0 to 23; equal hours mean no quiet time.
CREATE TABLE public.notice_preference (
  staff_id uuid PRIMARY KEY REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  digest text DEFAULT 'daily' NOT NULL,
  quiet_from smallint DEFAULT 20 NOT NULL,
  quiet_until smallint DEFAULT 7 NOT NULL,
  digested_at timestamp(3) with time zone,
  version integer DEFAULT 1 NOT NULL
);

-- What a colleague changed from the defaults of lib/notices/notice.rules.ts. way: now | digest | house | off.
CREATE TABLE public.notice_setting (
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL,
  way text NOT NULL,
  CONSTRAINT notice_setting_pkey PRIMARY KEY (staff_id, kind)
);

-- referrals -------------------------------------------------------------------------------------------

-- Somebody of a file is referred to somebody who can help: to whom, what is asked, how urgent, and which fields of the file leave the
-- house. A register (docs/adr/0034): rows are added; once it was sent, what was sent stands (app.keep_sent).
CREATE TABLE public.referral (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  revision integer NOT NULL,
  mistake text,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  body_slug text,
  kind text NOT NULL,
  urgency text NOT NULL,
  fields text[],
  language text NOT NULL,
  to_cipher bytea NOT NULL,
  asked_cipher bytea NOT NULL,
  contact_cipher bytea,
  reach_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX referral_person_id_idx ON public.referral (person_id);
CREATE UNIQUE INDEX referral_case_id_subject_id_revision_key ON public.referral (case_id, subject_id, revision);
CREATE UNIQUE INDEX referral_id_case_id_key ON public.referral (id, case_id);

-- What happened with a referral: told, sent, received, accepted. Added to, never changed: a step that was a mistake is followed by one
-- that takes it back.
CREATE TABLE public.referral_step (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  referral_id uuid NOT NULL,
  kind text NOT NULL,
  on_day date NOT NULL,
  way text,
  takes_back uuid,
  next_on date,
  words_cipher bytea,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  ground text,
  CONSTRAINT referral_step_referral_id_case_id_fkey FOREIGN KEY (referral_id, case_id) REFERENCES public.referral(id, case_id)
);
CREATE INDEX referral_step_referral_id_idx ON public.referral_step (referral_id);
CREATE UNIQUE INDEX referral_step_case_id_takes_back_key ON public.referral_step (case_id, takes_back);
CREATE UNIQUE INDEX referral_step_id_case_id_key ON public.referral_step (id, case_id);

-- A sheet that left by a link (docs/adr/0044). It is sealed with a key that is made of the secret of the link and of the code that is said
-- by telephone: the house keeps neither. The step says on what it leaves; taking it back closes the link.
CREATE TABLE public.referral_share (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  referral_id uuid NOT NULL,
  step_id uuid NOT NULL,
  link_hash text NOT NULL,
  code_check bytea NOT NULL,
  sheet_cipher bytea NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  max_openings integer NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  revoked_at timestamp(3) with time zone,
  revoked_by uuid REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT referral_share_step_id_case_id_fkey FOREIGN KEY (step_id, case_id) REFERENCES public.referral_step(id, case_id)
);
CREATE INDEX referral_share_referral_id_idx ON public.referral_share (referral_id);
CREATE UNIQUE INDEX referral_share_id_case_id_key ON public.referral_share (id, case_id);
CREATE UNIQUE INDEX referral_share_link_hash_key ON public.referral_share (link_hash);

-- Somebody outside opened a link with its code. Written by the function that hands the sheet out, and by nothing else.
CREATE TABLE public.share_opening (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  share_id uuid NOT NULL,
  opened_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT share_opening_share_id_case_id_fkey FOREIGN KEY (share_id, case_id) REFERENCES public.referral_share(id, case_id)
);
CREATE INDEX share_opening_share_id_idx ON public.share_opening (share_id);

-- statistics ------------------------------------------------------------------------------------------

-- A key with which an organisation signs its archives. The guard alone writes it (app.add_release_key; docs/adr/0102).
CREATE TABLE public.release_key (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  public_key bytea NOT NULL,
  wrapped bytea NOT NULL,
  made_by uuid NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  ended_at timestamp(3) with time zone
);
CREATE UNIQUE INDEX release_key_in_use ON public.release_key (organisation_id) WHERE ended_at IS NULL;

-- One closed quarter or year of one organisation, as it was when the job froze it. Holds no count of people: the number of people is
-- itself protected. No foreign key to organisation: the job and stats roles see no such row.
CREATE TABLE public.snapshot (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  period_kind text NOT NULL,
  period_start date NOT NULL,
  period_end date NOT NULL,
  version integer NOT NULL,
  built_at timestamp(3) with time zone NOT NULL,
  engine_version text NOT NULL,
  wrapped_key bytea,
  left_out integer DEFAULT 0 NOT NULL,
  ended_at timestamp(3) with time zone
);
CREATE UNIQUE INDEX snapshot_organisation_id_period_kind_period_start_version_key ON public.snapshot (organisation_id, period_kind, period_start, version);

-- What noisy tables of a plan cost the people of a period: paid once, before anything is counted, and never given back. The guard alone
-- writes it (app.spend_noise; docs/adr/0085).
CREATE TABLE public.sdc_budget (
  snapshot_id uuid NOT NULL REFERENCES public.snapshot ON UPDATE CASCADE ON DELETE RESTRICT,
  plan text NOT NULL,
  organisation_id uuid NOT NULL,
  parts integer NOT NULL,
  spent_by uuid NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  CONSTRAINT sdc_budget_pkey PRIMARY KEY (snapshot_id, plan)
);

-- One coarse row; no identifier, date or text of anybody. Numbers are drawn afresh for each snapshot.
CREATE TABLE public.sdc_record (
  snapshot_id uuid NOT NULL REFERENCES public.snapshot ON UPDATE CASCADE ON DELETE RESTRICT,
  unit text NOT NULL,
  "row" integer NOT NULL,
  person integer NOT NULL,
  rk integer NOT NULL,
  event integer,
  event_key integer,
  hh integer NOT NULL,
  org smallint NOT NULL,
  centre text,
  nationality text,
  age_band text NOT NULL,
  topic text,
  signal text,
  step text,
  CONSTRAINT sdc_record_pkey PRIMARY KEY (snapshot_id, unit, "row")
);
CREATE UNIQUE INDEX sdc_record_one_person ON public.sdc_record (snapshot_id, person) WHERE unit = 'person';

-- One protected table, released once: the same request has the same id and therefore the same bytes for ever.
CREATE TABLE public.sdc_release (
  id text PRIMARY KEY,
  organisation_id uuid NOT NULL,
  snapshot_id uuid NOT NULL REFERENCES public.snapshot ON UPDATE CASCADE ON DELETE RESTRICT,
  measure text NOT NULL,
  spec jsonb NOT NULL,
  engine_version text NOT NULL,
  cells_shown integer NOT NULL,
  cells_hidden integer NOT NULL,
  cells_new integer NOT NULL,
  meter_after integer NOT NULL,
  csv text NOT NULL,
  "json" text NOT NULL,
  file_hashes jsonb NOT NULL,
  requested_by uuid NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  certificate text,
  number integer,
  own_hash text,
  prev_hash text,
  profile text DEFAULT 'public' NOT NULL,
  zip bytea,
  approved_by uuid,
  kind text DEFAULT 'table' NOT NULL
);
CREATE INDEX sdc_release_snapshot_id_idx ON public.sdc_release (snapshot_id);
CREATE UNIQUE INDEX sdc_release_organisation_id_number_key ON public.sdc_release (organisation_id, number);

-- To whom a released table went and what for. One release may be handed over several times.
CREATE TABLE public.sdc_handover (
  id uuid PRIMARY KEY,
  release_id text NOT NULL REFERENCES public.sdc_release ON UPDATE CASCADE ON DELETE RESTRICT,
  recipient text NOT NULL,
  purpose text NOT NULL,
  requested_by uuid NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);
CREATE INDEX sdc_handover_release_id_idx ON public.sdc_handover (release_id);

-- A release that needs a second admin: what one asked for, what she saw of it, and what the other said. The guard alone writes it
-- (app.ask_release, app.answer_request); the files come into being when it is approved.
CREATE TABLE public.sdc_request (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  snapshot_id uuid NOT NULL REFERENCES public.snapshot ON UPDATE CASCADE ON DELETE RESTRICT,
  kind text NOT NULL,
  release_id text NOT NULL,
  spec jsonb NOT NULL,
  facts jsonb NOT NULL,
  file_hashes jsonb NOT NULL,
  recipient text NOT NULL,
  purpose text NOT NULL,
  state text DEFAULT 'asked' NOT NULL,
  requested_by uuid NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  answered_by uuid,
  answered_at timestamp(3) with time zone,
  reason text
);
CREATE INDEX sdc_request_snapshot_id_kind_idx ON public.sdc_request (snapshot_id, kind);

-- Somebody who did not make a release has read it and signs what stood there: the hash of its place in the chain.
CREATE TABLE public.sdc_signature (
  release_id text PRIMARY KEY REFERENCES public.sdc_release ON UPDATE CASCADE ON DELETE RESTRICT,
  signed_by uuid NOT NULL,
  signed_hash text NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL
);

-- reviews ---------------------------------------------------------------------------------------------

-- One pass through the files of a view. The files and their order are fixed when it starts (review_item), so that "17 of 40" stays true
-- however the caseload moves. Own rows only.
CREATE TABLE public.review (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  query text DEFAULT '' NOT NULL,
  started_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  finished_at timestamp(3) with time zone,
  sent_at timestamp(3) with time zone,
  spent_seconds integer DEFAULT 0 NOT NULL,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX review_staff_id_started_at_idx ON public.review (staff_id, started_at);

-- One file of a review and what was decided about it. Own rows only: what a colleague thought of a file is hers.
CREATE TABLE public.review_item (
  review_id uuid NOT NULL REFERENCES public.review ON UPDATE CASCADE ON DELETE CASCADE,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  "position" integer NOT NULL,
  reason text NOT NULL,
  decision text,
  text_cipher bytea,
  text_revision integer DEFAULT 0 NOT NULL,
  decided_at timestamp(3) with time zone,
  undone_at timestamp(3) with time zone,
  task_id uuid,
  comment_id uuid,
  step_revision integer,
  step_before bytea,
  reviewed_at_before timestamp(3) with time zone,
  reviewed_by_before uuid,
  next_review_before date,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT review_item_pkey PRIMARY KEY (review_id, case_id)
);
CREATE INDEX review_item_case_id_idx ON public.review_item (case_id);
CREATE INDEX review_item_staff_id_case_id_decided_at_idx ON public.review_item (staff_id, case_id, decided_at);
CREATE INDEX review_item_team_id_idx ON public.review_item (team_id);

-- contacts --------------------------------------------------------------------------------------------

-- How somebody is reached without harm: by which way, whose it is, when, what is said and what never. A register (docs/adr/0034): a rule
-- is changed by the next row. The number, the hours and everything in words are sealed together.
CREATE TABLE public.safe_contact (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  revision integer NOT NULL,
  mistake text,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  channel text NOT NULL,
  owner text NOT NULL,
  message text NOT NULL,
  language text,
  confirmed_on date,
  ended_on date,
  details_cipher bytea NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  number_mark bytea
);
CREATE INDEX safe_contact_person_id_idx ON public.safe_contact (person_id);
CREATE INDEX safe_contact_team_id_number_mark_idx ON public.safe_contact (team_id, number_mark);
CREATE UNIQUE INDEX safe_contact_case_id_subject_id_revision_key ON public.safe_contact (case_id, subject_id, revision);
CREATE UNIQUE INDEX safe_contact_id_case_id_key ON public.safe_contact (id, case_id);

-- views -----------------------------------------------------------------------------------------------

-- A list as somebody wants to see it again. The query is that of the address: ids and codes only (a check in the database). Without a team
-- it is one's own.
CREATE TABLE public.saved_view (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE CASCADE,
  team_id uuid REFERENCES public.team ON UPDATE CASCADE ON DELETE CASCADE,
  name text NOT NULL,
  query text NOT NULL,
  is_pinned boolean DEFAULT true NOT NULL,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  removed_at timestamp(3) with time zone,
  version integer DEFAULT 1 NOT NULL
);
CREATE INDEX saved_view_staff_id_idx ON public.saved_view (staff_id);
CREATE INDEX saved_view_team_id_idx ON public.saved_view (team_id);

-- sheets ----------------------------------------------------------------------------------------------

-- A sheet was handed over: in which language, on what day. Which sheet it was is sealed at one length, because one of them tells of what
-- somebody may have gone through. A register (docs/adr/0034).
CREATE TABLE public.sheet_given (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  revision integer NOT NULL,
  mistake text,
  sheet_cipher bytea NOT NULL,
  language text NOT NULL,
  given_on date NOT NULL,
  created_by uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE UNIQUE INDEX sheet_given_case_id_subject_id_revision_key ON public.sheet_given (case_id, subject_id, revision);
CREATE UNIQUE INDEX sheet_given_id_case_id_key ON public.sheet_given (id, case_id);

-- planning --------------------------------------------------------------------------------------------

-- Whom to see, in the order of the printed sheet. Scope: the person's case file, so each visitor finds her own people.
CREATE TABLE public.visit_plan_person (
  plan_id uuid NOT NULL REFERENCES public.visit_plan ON UPDATE CASCADE ON DELETE CASCADE,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  "position" integer NOT NULL,
  reason text,
  planned boolean DEFAULT true NOT NULL,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL,
  CONSTRAINT visit_plan_person_pkey PRIMARY KEY (plan_id, case_id, person_id)
);
CREATE INDEX visit_plan_person_case_id_idx ON public.visit_plan_person (case_id);
CREATE INDEX visit_plan_person_person_id_idx ON public.visit_plan_person (person_id);
CREATE INDEX visit_plan_person_team_id_idx ON public.visit_plan_person (team_id);

-- "See this person next time", set with one tap; it stands until the person is seen or somebody takes it back.
CREATE TABLE public.visit_wish (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES public.case_file ON UPDATE CASCADE ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES public.person ON UPDATE CASCADE ON DELETE RESTRICT,
  author_id uuid NOT NULL REFERENCES public.staff ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  withdrawn_at timestamp(3) with time zone,
  team_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  secrecy text DEFAULT 'sealed' NOT NULL
);
CREATE INDEX visit_wish_case_id_idx ON public.visit_wish (case_id);
CREATE INDEX visit_wish_person_id_idx ON public.visit_wish (person_id);
CREATE INDEX visit_wish_team_id_idx ON public.visit_wish (team_id);

-- Keys to tables that come later.
ALTER TABLE public.asylum_event ADD CONSTRAINT asylum_event_concerns_case_id_fkey FOREIGN KEY (concerns, case_id) REFERENCES public.asylum_event(id, case_id);
ALTER TABLE public.asylum_event ADD CONSTRAINT asylum_event_replaces_case_id_fkey FOREIGN KEY (replaces, case_id) REFERENCES public.asylum_event(id, case_id);
ALTER TABLE public.legal_mandate ADD CONSTRAINT legal_mandate_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES public.legal_mandate(id, case_id);
ALTER TABLE public.trafficking_event ADD CONSTRAINT trafficking_event_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES public.trafficking_event(id, case_id);
ALTER TABLE public.trafficking_sign ADD CONSTRAINT trafficking_sign_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES public.trafficking_sign(id, case_id);
ALTER TABLE public.guardianship_event ADD CONSTRAINT guardianship_event_concerns_case_id_fkey FOREIGN KEY (concerns, case_id) REFERENCES public.guardianship_event(id, case_id);
ALTER TABLE public.guardianship_event ADD CONSTRAINT guardianship_event_replaces_case_id_fkey FOREIGN KEY (replaces, case_id) REFERENCES public.guardianship_event(id, case_id);
ALTER TABLE public.matter_step ADD CONSTRAINT matter_step_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES public.matter_step(id, case_id);
ALTER TABLE public.special_need ADD CONSTRAINT special_need_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES public.special_need(id, case_id);
ALTER TABLE public.referral ADD CONSTRAINT referral_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES public.referral(id, case_id);
ALTER TABLE public.referral_step ADD CONSTRAINT referral_step_takes_back_case_id_fkey FOREIGN KEY (takes_back, case_id) REFERENCES public.referral_step(id, case_id);
ALTER TABLE public.safe_contact ADD CONSTRAINT safe_contact_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES public.safe_contact(id, case_id);
ALTER TABLE public.sheet_given ADD CONSTRAINT sheet_given_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES public.sheet_given(id, case_id);
