-- AlterTable
ALTER TABLE "place_stay" ADD COLUMN     "episode_id" UUID;

-- CreateTable
CREATE TABLE "detention_episode" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "arrest_context" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "detention_episode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "detention_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "replaces" UUID,
    "withdrawn_because" TEXT,
    "same_as" UUID,
    "on_when" TEXT,
    "on_from" DATE,
    "on_to" DATE,
    "on_text" TEXT,
    "on_basis" TEXT,
    "at" TEXT,
    "order_kind" TEXT,
    "ground" TEXT,
    "printed_end" DATE,
    "by_minister" BOOLEAN NOT NULL DEFAULT false,
    "public_order" BOOLEAN NOT NULL DEFAULT false,
    "court" TEXT,
    "petition_outcome" TEXT,
    "removal_kind" TEXT,
    "removal_outcome" TEXT,
    "destination" TEXT,
    "escort" TEXT,
    "isolation_ground" TEXT,
    "channel" TEXT,
    "end_reason" TEXT,
    "text_cipher" BYTEA,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "detention_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "detention_episode_case_id_idx" ON "detention_episode"("case_id");

-- CreateIndex
CREATE INDEX "detention_episode_team_id_idx" ON "detention_episode"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "detention_event_replaces_key" ON "detention_event"("replaces");

-- CreateIndex
CREATE INDEX "detention_event_case_id_on_from_idx" ON "detention_event"("case_id", "on_from");

-- CreateIndex
CREATE INDEX "detention_event_episode_id_idx" ON "detention_event"("episode_id");

-- CreateIndex
CREATE INDEX "detention_event_team_id_kind_on_from_idx" ON "detention_event"("team_id", "kind", "on_from");

-- CreateIndex
CREATE INDEX "place_stay_episode_id_idx" ON "place_stay"("episode_id");

-- AddForeignKey
ALTER TABLE "place_stay" ADD CONSTRAINT "place_stay_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "detention_episode"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "detention_episode" ADD CONSTRAINT "detention_episode_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "detention_episode" ADD CONSTRAINT "detention_episode_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "detention_event" ADD CONSTRAINT "detention_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "detention_event" ADD CONSTRAINT "detention_event_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "detention_episode"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "detention_event" ADD CONSTRAINT "detention_event_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "detention_event" ADD CONSTRAINT "detention_event_replaces_fkey" FOREIGN KEY ("replaces") REFERENCES "detention_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 1. The words the code decides by, and what each kind of event needs ------------------------------------------------

ALTER TABLE public.detention_event ADD CONSTRAINT detention_event_kind CHECK (kind IN (
  'ordered', 'suspended', 'resumed', 'petition_filed', 'petition_decided', 'referral_seen', 'removal_planned', 'removal_ended',
  'isolation_began', 'isolation_ended', 'hunger_strike_began', 'hunger_strike_ended', 'incident', 'complaint_filed',
  'complaint_answered', 'ended'));
ALTER TABLE public.detention_event ADD CONSTRAINT detention_event_day CHECK (app.is_when(on_when, on_from, on_to, on_text, on_basis));
ALTER TABLE public.detention_event ADD CONSTRAINT detention_event_hour CHECK (at IS NULL OR at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE public.detention_event ADD CONSTRAINT detention_event_destination CHECK (destination IS NULL OR destination ~ '^[A-Z]{2}$');
ALTER TABLE public.detention_event ADD CONSTRAINT detention_event_withdrawn CHECK (
  (withdrawn_because IS NULL OR replaces IS NOT NULL) AND COALESCE(withdrawn_because IN ('same_as', 'mistake', 'other_person'), true)
  AND (same_as IS NOT NULL) = COALESCE(withdrawn_because = 'same_as', false));
-- A withdrawal bears the kind of what it takes away and nothing else.
ALTER TABLE public.detention_event ADD CONSTRAINT detention_event_says CHECK (
  CASE WHEN withdrawn_because IS NOT NULL
       THEN num_nonnulls(on_when, at, order_kind, ground, printed_end, court, petition_outcome, removal_kind, removal_outcome,
                         destination, escort, isolation_ground, channel, end_reason) = 0 AND NOT by_minister AND NOT public_order
       ELSE (kind = 'ordered') = (order_kind IS NOT NULL) AND (kind = 'ordered') = (ground IS NOT NULL)
        AND (kind = 'ordered' OR (printed_end IS NULL AND NOT by_minister AND NOT public_order))
        AND (kind IN ('petition_filed', 'petition_decided')) = (court IS NOT NULL)
        AND (kind = 'petition_decided') = (petition_outcome IS NOT NULL)
        AND (kind = 'removal_ended') = (removal_outcome IS NOT NULL)
        AND (kind <> 'removal_planned' OR removal_kind IS NOT NULL)
        AND (kind IN ('removal_planned', 'removal_ended') OR num_nonnulls(removal_kind, destination, escort) = 0)
        AND (kind = 'isolation_began') = (isolation_ground IS NOT NULL)
        AND (kind <> 'complaint_filed' OR channel IS NOT NULL)
        AND (kind IN ('complaint_filed', 'complaint_answered') OR channel IS NULL)
        AND (kind = 'ended') = (end_reason IS NOT NULL)
        -- The stays end on this day: it is a day.
        AND (kind <> 'ended' OR (on_from IS NOT NULL AND on_from = on_to))
  END);

-- 2. Episodes and events hang on a file -----------------------------------------------------------------------------

CALL app.protect_file_table('detention_episode');
CALL app.protect_file_table('detention_event');

CREATE POLICY signed ON public.detention_episode AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()));
CREATE POLICY signed ON public.detention_event AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id()));
CREATE POLICY of_this_episode ON public.detention_event AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.detention_episode e WHERE e.id = episode_id AND e.case_id = detention_event.case_id));

-- What a row replaces, or is the same as, stands in the same episode. A policy cannot ask its own table.
CREATE FUNCTION app.check_detention_event() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(ARRAY[NEW.replaces, NEW.same_as]) AS said(id)
              WHERE said.id IS NOT NULL AND NOT EXISTS (
                SELECT FROM public.detention_event e
                 WHERE e.id = said.id AND e.episode_id = NEW.episode_id AND e.kind = NEW.kind)) THEN
    RAISE EXCEPTION 'an event is replaced within its episode' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.check_detention_event() FROM PUBLIC;
CREATE TRIGGER check_detention_event BEFORE INSERT ON public.detention_event
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.check_detention_event();

GRANT SELECT, INSERT ON public.detention_episode, public.detention_event TO accompany_app;

-- 3. Stays say where and since when, of an episode too ---------------------------------------------------------------

CREATE POLICY of_this_episode ON public.place_stay AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (episode_id IS NULL
              OR EXISTS (SELECT FROM public.detention_episode e WHERE e.id = episode_id AND e.case_id = place_stay.case_id));
CREATE POLICY of_this_episode_later ON public.place_stay AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true)
  WITH CHECK (episode_id IS NULL
              OR EXISTS (SELECT FROM public.detention_episode e WHERE e.id = episode_id AND e.case_id = place_stay.case_id));
GRANT UPDATE (episode_id) ON public.place_stay TO accompany_app;
