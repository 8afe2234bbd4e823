-- CreateTable
CREATE TABLE "file_erasure" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "was_open" BOOLEAN NOT NULL DEFAULT false,
    "file_kind" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "ground" TEXT NOT NULL,
    "words_cipher" BYTEA,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "state" TEXT NOT NULL DEFAULT 'asked',
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "readers" UUID[] DEFAULT ARRAY[]::UUID[],
    "counts" JSONB,

    CONSTRAINT "file_erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "words_cipher" BYTEA NOT NULL,
    "review_on" DATE NOT NULL,
    "placed_by" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "lifted_by" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_cipher" BYTEA,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "file_erasure_case_id_state_idx" ON "file_erasure"("case_id", "state");

-- CreateIndex
CREATE INDEX "file_erasure_team_id_state_idx" ON "file_erasure"("team_id", "state");

-- CreateIndex
CREATE INDEX "legal_hold_case_id_idx" ON "legal_hold"("case_id");

-- CreateIndex
CREATE INDEX "legal_hold_team_id_idx" ON "legal_hold"("team_id");

-- AddForeignKey
ALTER TABLE "file_erasure" ADD CONSTRAINT "file_erasure_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_erasure" ADD CONSTRAINT "file_erasure_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_erasure" ADD CONSTRAINT "file_erasure_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_placed_by_fkey" FOREIGN KEY ("placed_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_lifted_by_fkey" FOREIGN KEY ("lifted_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. The words the code decides by (lib/rights) -----------------------------------------------------------------------------

ALTER TABLE public.file_erasure
  ADD CONSTRAINT file_erasure_ground CHECK (ground IN ('no_longer_needed', 'consent_withdrawn', 'objects', 'unlawful', 'law_says')),
  ADD CONSTRAINT file_erasure_state CHECK (state IN ('asked', 'done', 'refused', 'withdrawn')
    AND (state = 'asked') = (answered_by IS NULL) AND (state = 'asked') = (answered_at IS NULL)
    AND (state = 'done') = (counts IS NOT NULL) AND (state <> 'done' OR words_cipher IS NULL)),
  -- Two people, whoever writes the row.
  ADD CONSTRAINT file_erasure_two CHECK (state <> 'done' OR answered_by <> proposed_by);
ALTER TABLE public.legal_hold
  ADD CONSTRAINT legal_hold_ground CHECK (ground IN ('proceedings', 'inquiry', 'complaint', 'asked_by_person', 'other')),
  ADD CONSTRAINT legal_hold_lifted CHECK ((lifted_by IS NULL) = (lifted_at IS NULL) AND (lifted_by IS NULL) = (lifted_cipher IS NULL));

-- What hangs on a file has an id that the guard may name when the file goes: drafts are looked through for it.
CREATE OR REPLACE PROCEDURE app.protect_file_table(t text)
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  reach constant text := '(case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]))';
  circle constant text := '(secrecy = ''open'' OR case_id = ANY ((SELECT app.member_cases())::uuid[]))';
BEGIN
  EXECUTE pg_catalog.format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
  EXECUTE pg_catalog.format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  EXECUTE pg_catalog.format('CREATE TRIGGER copy_scope BEFORE INSERT OR UPDATE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.copy_scope()', t);
  CALL app.let_file_table_be_read(t);
  EXECUTE pg_catalog.format('CREATE POLICY work ON public.%I FOR UPDATE TO accompany_app USING ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
  EXECUTE pg_catalog.format('CREATE POLICY add ON public.%I FOR INSERT TO accompany_app WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND %s)', t, reach);
  EXECUTE pg_catalog.format('CREATE POLICY circle_work ON public.%I AS RESTRICTIVE FOR UPDATE TO accompany_app USING %s', t, circle);
  EXECUTE pg_catalog.format('CREATE POLICY circle_add ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK %s', t, circle);
  EXECUTE pg_catalog.format('CREATE POLICY guards ON public.%I FOR ALL TO accompany_guard USING (true) WITH CHECK (true)', t);
  EXECUTE pg_catalog.format('REVOKE ALL ON public.%I FROM PUBLIC', t);
  EXECUTE pg_catalog.format('GRANT SELECT (case_id), UPDATE (team_id, secrecy) ON public.%I TO accompany_guard', t);
  IF EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a WHERE a.attrelid = ('public.' || t)::pg_catalog.regclass AND a.attname = 'id') THEN
    EXECUTE pg_catalog.format('GRANT SELECT (id) ON public.%I TO accompany_guard', t);
  END IF;
  EXECUTE pg_catalog.format('GRANT SELECT ON public.%I TO accompany_backup', t);
END $$;
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT g.tgrelid::regclass::text FROM pg_trigger g JOIN pg_attribute a ON a.attrelid = g.tgrelid AND a.attname = 'id'
            WHERE g.tgname = 'copy_scope' LOOP
    EXECUTE format('GRANT SELECT (id) ON public.%I TO accompany_guard', t);
  END LOOP;
END $$;

-- 2. A hold: among those who read the file ------------------------------------------------------------------------------------

SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('legal_hold');
CREATE POLICY signed ON public.legal_hold AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (placed_by = (SELECT app.worker_id()) AND lifted_by IS NULL);
CREATE POLICY no_guest ON public.legal_hold AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
GRANT SELECT, INSERT ON public.legal_hold TO accompany_app;
GRANT UPDATE (lifted_by, lifted_at, lifted_cipher) ON public.legal_hold TO accompany_app;
GRANT SELECT (lifted_at) ON public.legal_hold TO accompany_guard;

CREATE FUNCTION app.guard_hold() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.lifted_at IS NOT NULL THEN
    RAISE EXCEPTION 'a hold is lifted once' USING ERRCODE = '42501';
  END IF;
  IF NEW.lifted_by IS DISTINCT FROM app.worker_id()
     OR NEW.lifted_at NOT BETWEEN app.now() - interval '1 minute' AND app.now() + interval '1 second' THEN
    RAISE EXCEPTION 'whoever lifts a hold signs for it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_hold() FROM PUBLIC;
CREATE TRIGGER guard_hold BEFORE UPDATE ON public.legal_hold
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_hold();

-- 3. A word that a file be erased ----------------------------------------------------------------------------------------------
-- Read by whoever reads the file while it stands; the certificate by those who worked in it, and of an open file by who leads the
-- office and by an admin of the house. Of a circle nobody else learns that there was one.

ALTER TABLE public.file_erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.file_erasure FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.file_erasure FROM PUBLIC;
GRANT SELECT ON public.file_erasure TO accompany_backup;
CREATE POLICY reach ON public.file_erasure FOR SELECT TO accompany_app
  USING ((state <> 'done' AND (SELECT app.worker_id()) IS NOT NULL AND case_id IN (SELECT f.id FROM public.case_file f))
      OR (state = 'done' AND organisation_id = (SELECT app.organisation_id())
          AND ((SELECT app.worker_id()) = ANY (readers)
            OR (was_open AND (team_id = ANY ((SELECT app.led_teams())::uuid[]) OR (SELECT app.actor_role()) = 'admin')))));
CREATE POLICY ask ON public.file_erasure FOR INSERT TO accompany_app
  WITH CHECK (proposed_by = (SELECT app.worker_id()) AND state = 'asked'
              AND case_id IN (SELECT f.id FROM public.case_file f)
              AND (case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE POLICY guards ON public.file_erasure FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON public.file_erasure TO accompany_app;
GRANT SELECT, UPDATE (case_id, state, words_cipher, answered_by, answered_at, readers, counts) ON public.file_erasure TO accompany_guard;

-- 4. What the guard needs to erase: it reads ids, never a word -----------------------------------------------------------------

GRANT SELECT (id, case_id) ON public.glass TO accompany_guard;
GRANT INSERT ON public.case_file TO accompany_guard;
GRANT DELETE ON public.case_file, public.person TO accompany_guard;
GRANT INSERT (id, code, created_by) ON public.person TO accompany_guard;
GRANT SELECT (id, person_id, case_id), UPDATE (person_id, case_id, note_cipher, language, author_id) ON public.encounter TO accompany_guard;
GRANT UPDATE (case_id) ON public.encounter_item TO accompany_guard;
GRANT UPDATE (case_id, note_cipher, answer_cipher) ON public.signal TO accompany_guard;
GRANT SELECT (case_id, person_id, purpose, answer, asked_on, created_at, id) ON public.consent TO accompany_guard;
GRANT SELECT (case_id, consent_id, kind, ended_on, created_at) ON public.consent_end TO accompany_guard;
GRANT EXECUTE ON FUNCTION app.left_out_of(date) TO accompany_guard;
GRANT DELETE ON public.encounter TO accompany_guard;
CREATE POLICY erases ON public.wrapped_key FOR DELETE TO accompany_guard USING (true);
CREATE POLICY erases_which ON public.wrapped_key FOR SELECT TO accompany_guard USING (true);
GRANT SELECT (holder_kind, holder_id), DELETE ON public.wrapped_key TO accompany_guard;
CREATE POLICY erases ON public.erasure FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON public.erasure TO accompany_guard;
-- Sealed bytes, in the transaction that erases (app.drafts_for_erasure).
CREATE POLICY erases ON public.draft FOR DELETE TO accompany_guard USING (true);
CREATE POLICY erases_which ON public.draft FOR SELECT TO accompany_guard USING (true);
CREATE POLICY erases_which ON public.draft_key FOR SELECT TO accompany_guard USING (true);
GRANT SELECT (staff_id, slot, tab, iv, cipher), DELETE ON public.draft TO accompany_guard;
GRANT SELECT (staff_id, wrapped) ON public.draft_key TO accompany_guard;

SET ROLE accompany_guard;

CREATE FUNCTION app.is_held(file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT 1 FROM public.legal_hold h WHERE h.case_id = file AND h.lifted_at IS NULL) $$;

-- Whoever tries, and by whatever way: neither the file nor its keys go while it is held.
CREATE FUNCTION app.keep_held() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE gone jsonb := pg_catalog.to_jsonb(OLD);
BEGIN
  IF app.is_held(COALESCE(gone ->> 'holder_id', gone ->> 'id')::uuid) THEN
    RAISE EXCEPTION 'this file is held: nothing of it may be erased' USING ERRCODE = '23514';
  END IF;
  RETURN OLD;
END $$;

-- A row of the proposal says of the file what the certificate will say.
CREATE FUNCTION app.fill_erasure() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  SELECT t.organisation_id, f.team_id, f.secrecy = 'open', f.kind, f.closed_on
    INTO NEW.organisation_id, NEW.team_id, NEW.was_open, NEW.file_kind, NEW.closed_on
    FROM public.case_file f JOIN public.team t ON t.id = f.team_id
   WHERE f.id = NEW.case_id AND f.status = ANY (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a closed file is erased' USING ERRCODE = '23514';
  END IF;
  IF app.is_held(NEW.case_id) THEN
    RAISE EXCEPTION 'this file is held: nothing of it may be erased' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- Erases a file: its keys, everything that hangs on it, and whoever stands in no other one. What was counted stays to be counted, on a
-- file and on people that never were. A table of a later room goes by its reference to the file; nobody adds it to a list.
-- In answer how much of what is gone, and the ids by which drafts know it.
CREATE FUNCTION app.erase_content(file uuid, new_code text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  f record; child record; n bigint; hits uuid[]; ids uuid[] := ARRAY[file]; counts jsonb := '{}';
  empty_file uuid := pg_catalog.gen_random_uuid(); person uuid; nobody uuid; alone uuid[]; everybody uuid[]; silent uuid[];
BEGIN
  SELECT * INTO f FROM public.case_file c WHERE c.id = file FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF app.is_held(file) THEN
    RAISE EXCEPTION 'this file is held: nothing of it may be erased' USING ERRCODE = '23514';
  END IF;
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT x.person_id), '{}') INTO everybody
    FROM (SELECT p.person_id FROM public.case_person p WHERE p.case_id = file
          UNION SELECT e.person_id FROM public.encounter e WHERE e.case_id = file) x;
  SELECT COALESCE(pg_catalog.array_agg(x.id), '{}') INTO alone
    FROM pg_catalog.unnest(everybody) x(id)
   WHERE NOT EXISTS (SELECT 1 FROM public.case_person p WHERE p.person_id = x.id AND p.case_id <> file);

  -- How much there is, and by which ids.
  FOR child IN
    SELECT c.conrelid::pg_catalog.regclass AS child_table, r.relname, a.attname AS link,
           pg_catalog.has_column_privilege('accompany_guard', c.conrelid, a.attname, 'SELECT') AS counted,
           COALESCE((SELECT pg_catalog.has_column_privilege('accompany_guard', c.conrelid, i.attname, 'SELECT')
                       FROM pg_catalog.pg_attribute i WHERE i.attrelid = c.conrelid AND i.attname = 'id'), false) AS named
      FROM pg_catalog.pg_constraint c
      JOIN pg_catalog.pg_class r ON r.oid = c.conrelid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = 'public.case_file'::pg_catalog.regclass AND r.relname <> 'file_erasure'
  LOOP
    CONTINUE WHEN NOT child.counted;
    EXECUTE pg_catalog.format('SELECT pg_catalog.count(*) FROM %s WHERE %I = $1', child.child_table, child.link) INTO n USING file;
    IF n > 0 THEN
      counts := counts || pg_catalog.jsonb_build_object(child.relname, n + COALESCE((counts ->> child.relname)::bigint, 0));
    END IF;
    CONTINUE WHEN NOT child.named;
    EXECUTE pg_catalog.format('SELECT COALESCE(pg_catalog.array_agg(id), ''{}'') FROM %s WHERE %I = $1', child.child_table, child.link)
      INTO hits USING file;
    ids := ids || hits;
  END LOOP;

  -- The keys, and the list that a restore replays.
  SELECT COALESCE(pg_catalog.array_agg(g.id), '{}') INTO hits FROM public.glass g WHERE g.case_id = file;
  DELETE FROM public.wrapped_key k
   WHERE (k.holder_kind IN ('file', 'vault') AND k.holder_id = file) OR (k.holder_kind = 'glass' AND k.holder_id = ANY (hits))
      OR (k.holder_kind = 'person' AND k.holder_id = ANY (alone));
  INSERT INTO public.erasure (id, holder_kind, holder_id)
  SELECT pg_catalog.gen_random_uuid(), x.kind, x.id
    FROM (SELECT 'file' AS kind, file AS id UNION ALL SELECT 'vault', file UNION ALL SELECT 'glass', pg_catalog.unnest(hits)
          UNION ALL SELECT 'person', pg_catalog.unnest(alone)) x
   WHERE NOT EXISTS (SELECT 1 FROM public.erasure e WHERE e.holder_kind = x.kind AND e.holder_id = x.id);

  -- Whoever did not want to be counted is not counted without her no either.
  SELECT COALESCE(pg_catalog.array_agg(l.id), '{}') INTO silent
    FROM app.left_out_of('infinity') l(id) WHERE l.id = ANY (everybody);
  DELETE FROM public.encounter e WHERE e.case_id = file AND e.person_id = ANY (silent);

  -- What is counted moves to a file and to people that never were, readable by nobody: sealed, and without a member.
  INSERT INTO public.case_file (id, code, kind, status, risk, secrecy, team_id, worker_id, opened_on, closed_on, created_by)
  VALUES (empty_file, new_code, f.kind, 'archived', 'low', 'sealed', f.team_id, f.worker_id, f.opened_on, f.closed_on, f.worker_id);
  n := 0;
  FOREACH person IN ARRAY everybody LOOP
    CONTINUE WHEN NOT EXISTS (SELECT 1 FROM public.encounter e WHERE e.case_id = file AND e.person_id = person);
    nobody := pg_catalog.gen_random_uuid();
    INSERT INTO public.person (id, code, created_by) VALUES (nobody, new_code, f.worker_id);
    UPDATE public.encounter e SET person_id = nobody WHERE e.case_id = file AND e.person_id = person;
  END LOOP;
  UPDATE public.encounter e SET case_id = empty_file, note_cipher = NULL, language = NULL WHERE e.case_id = file;
  GET DIAGNOSTICS n = ROW_COUNT;
  UPDATE public.encounter_item i SET case_id = empty_file WHERE i.case_id = file;
  UPDATE public.signal s SET case_id = empty_file, note_cipher = NULL, answer_cipher = NULL WHERE s.case_id = file;
  UPDATE public.file_erasure e SET case_id = empty_file WHERE e.case_id = file;

  DELETE FROM public.case_file c WHERE c.id = file;
  DELETE FROM public.person p WHERE p.id = ANY (alone);
  RETURN pg_catalog.jsonb_build_object('gone', counts - 'encounter' - 'encounter_item' - 'signal' - 'case_person',
    'people', pg_catalog.cardinality(alone), 'elsewhere', pg_catalog.cardinality(everybody) - pg_catalog.cardinality(alone),
    'kept', n, 'ids', pg_catalog.to_jsonb(ids || everybody));
END $$;

-- The word of a second colleague: it is erased, or it is not. In one word what became of it, and the ids by which drafts know it.
CREATE FUNCTION app.answer_erasure(word uuid, agrees boolean, new_code text) RETURNS TABLE (said text, ids uuid[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id(); w record; done jsonb; hands uuid[];
BEGIN
  SELECT e.* INTO w FROM public.file_erasure e
   WHERE e.id = word AND e.state = 'asked'
     AND EXISTS (SELECT 1 FROM app.reading(e.case_id) r WHERE r.staff_id = me AND r.works) FOR UPDATE;
  IF NOT FOUND THEN RETURN QUERY SELECT 'notFound', NULL::uuid[]; RETURN; END IF;
  IF NOT agrees THEN
    UPDATE public.file_erasure SET state = CASE WHEN w.proposed_by = me THEN 'withdrawn' ELSE 'refused' END,
           words_cipher = NULL, answered_by = me, answered_at = app.now() WHERE id = word;
    RETURN QUERY SELECT 'ok', NULL::uuid[]; RETURN;
  END IF;
  IF me = w.proposed_by THEN RETURN QUERY SELECT 'notOneself', NULL::uuid[]; RETURN; END IF;
  IF app.is_held(w.case_id) THEN RETURN QUERY SELECT 'held', NULL::uuid[]; RETURN; END IF;
  SELECT pg_catalog.array_agg(DISTINCT r.staff_id) INTO hands FROM app.reading(w.case_id) r WHERE r.works;
  IF NOT w.proposed_by = ANY (hands) OR w.proposed_at < app.now() - interval '14 days' OR NOT EXISTS (
       SELECT 1 FROM public.case_file f
        WHERE f.id = w.case_id AND f.status = ANY (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])) THEN
    RETURN QUERY SELECT 'over', NULL::uuid[]; RETURN;
  END IF;
  -- Of an open file one of the two leads its office; of a circle both are members.
  IF w.was_open AND NOT EXISTS (
       SELECT 1 FROM public.team_member t JOIN public.staff s ON s.id = t.staff_id
        WHERE t.team_id = w.team_id AND t.leads AND s.role = 'coordinator' AND t.staff_id IN (me, w.proposed_by)) THEN
    RETURN QUERY SELECT 'needsLeader', NULL::uuid[]; RETURN;
  END IF;
  -- Other words about it are answered by this one.
  UPDATE public.file_erasure SET state = 'withdrawn', words_cipher = NULL, answered_by = me, answered_at = app.now()
   WHERE case_id = w.case_id AND state = 'asked' AND id <> word;
  done := app.erase_content(w.case_id, new_code);
  UPDATE public.file_erasure SET state = 'done', words_cipher = NULL, answered_by = me, answered_at = app.now(), readers = hands,
         counts = done - 'ids' WHERE id = word;
  RETURN QUERY SELECT 'ok', ARRAY(SELECT pg_catalog.jsonb_array_elements_text(done -> 'ids')::uuid);
END $$;

-- Whether this transaction has just erased a file by this word, in the caller's name.
CREATE FUNCTION app.is_erasing(word uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.file_erasure e
                  WHERE e.id = word AND e.state = 'done' AND e.answered_by = app.worker_id()
                    AND e.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid)
$$;

-- The sealed drafts of the house, for whoever has just erased a file and in that transaction alone: what opens them is outside the database.
CREATE FUNCTION app.drafts_for_erasure(word uuid)
  RETURNS TABLE (staff_id uuid, wrapped bytea, slot text, tab text, iv bytea, cipher bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT d.staff_id, k.wrapped, d.slot::text, d.tab::text, d.iv, d.cipher
    FROM public.draft d JOIN public.draft_key k ON k.staff_id = d.staff_id JOIN public.staff s ON s.id = d.staff_id
   WHERE app.is_erasing(word) AND s.organisation_id = app.organisation_id()
$$;

CREATE FUNCTION app.drop_draft(word uuid, owner uuid, place text, window_name text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  DELETE FROM public.draft d WHERE app.is_erasing(word) AND d.staff_id = owner AND d.slot = place AND d.tab = window_name
$$;

-- A sealed file has two members who stay, and people of its own; what is left of an erased one has neither.
CREATE OR REPLACE FUNCTION app.check_sealed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  changed jsonb := pg_catalog.to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  file uuid := COALESCE(changed ->> 'case_id', changed ->> 'id');
BEGIN
  IF EXISTS (SELECT 1 FROM public.case_file f WHERE f.id = file AND f.secrecy = 'sealed')
     AND NOT EXISTS (SELECT 1 FROM public.case_file f
                      WHERE f.id = file AND f.status = 'archived'
                        AND NOT EXISTS (SELECT 1 FROM public.case_member m WHERE m.case_id = file)
                        AND NOT EXISTS (SELECT 1 FROM public.case_person p WHERE p.case_id = file)) THEN
    IF (SELECT pg_catalog.count(*) FROM app.lasting_members(file)) < 2 THEN
      RAISE EXCEPTION 'a sealed file needs two members' USING ERRCODE = '23514';
    END IF;
    IF EXISTS (SELECT 1 FROM public.case_person a JOIN public.case_person b USING (person_id)
                WHERE a.case_id = file AND b.case_id <> file) THEN
      RAISE EXCEPTION 'a sealed file has people of its own' USING ERRCODE = '23514';
    END IF;
  ELSIF EXISTS (SELECT 1 FROM public.case_person a JOIN public.case_person b USING (person_id)
                WHERE a.case_id = file AND b.case_id <> file AND b.secrecy = 'sealed') THEN
    RAISE EXCEPTION 'a sealed file has people of its own' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION app.is_held(uuid), app.keep_held(), app.fill_erasure(), app.erase_content(uuid, text),
  app.answer_erasure(uuid, boolean, text), app.is_erasing(uuid), app.drafts_for_erasure(uuid), app.drop_draft(uuid, uuid, text, text)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.answer_erasure(uuid, boolean, text), app.drafts_for_erasure(uuid), app.drop_draft(uuid, uuid, text, text)
  TO accompany_app;
-- A restore erases again, as the owner.
GRANT EXECUTE ON FUNCTION app.keep_held(), app.fill_erasure(), app.erase_content(uuid, text) TO accompany_owner;
RESET ROLE;

CREATE TRIGGER fill_erasure BEFORE INSERT ON public.file_erasure FOR EACH ROW EXECUTE FUNCTION app.fill_erasure();
CREATE TRIGGER keep_held BEFORE DELETE ON public.case_file FOR EACH ROW EXECUTE FUNCTION app.keep_held();
CREATE TRIGGER keep_held BEFORE DELETE ON public.wrapped_key FOR EACH ROW EXECUTE FUNCTION app.keep_held();
