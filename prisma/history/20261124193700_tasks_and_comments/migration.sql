-- A file gets tasks, a conversation about the work, and notes that may be corrected without losing what they said before.

-- 1. Tables -------------------------------------------------------------------------------------------------------

CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "text_cipher" BYTEA NOT NULL,
    "text_revision" INTEGER NOT NULL DEFAULT 1,
    "assigned_to" UUID NOT NULL,
    "due_on" DATE,
    "done_at" TIMESTAMPTZ(3),
    "done_by" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body_cipher" BYTEA NOT NULL,
    "author_id" UUID NOT NULL,
    "to_staff_id" UUID,
    "answers_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "note_revision" (
    "note_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "body_cipher" BYTEA NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "secrecy" TEXT NOT NULL DEFAULT 'sealed',

    CONSTRAINT "note_revision_pkey" PRIMARY KEY ("note_id","version")
);
ALTER TABLE "note" ADD COLUMN "pinned_at" TIMESTAMPTZ(3);

CREATE INDEX "task_case_id_idx" ON "task"("case_id");
CREATE INDEX "task_team_id_idx" ON "task"("team_id");
CREATE INDEX "task_assigned_to_done_at_idx" ON "task"("assigned_to", "done_at");
CREATE INDEX "comment_case_id_idx" ON "comment"("case_id");
CREATE INDEX "comment_team_id_idx" ON "comment"("team_id");
CREATE INDEX "comment_to_staff_id_idx" ON "comment"("to_staff_id");
CREATE INDEX "comment_answers_id_idx" ON "comment"("answers_id");
CREATE INDEX "note_revision_case_id_idx" ON "note_revision"("case_id");
CREATE INDEX "note_revision_team_id_idx" ON "note_revision"("team_id");

ALTER TABLE "task" ADD CONSTRAINT "task_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_assigned_to_fkey" FOREIGN KEY ("assigned_to") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_done_by_fkey" FOREIGN KEY ("done_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_to_staff_id_fkey" FOREIGN KEY ("to_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note_revision" ADD CONSTRAINT "note_revision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note_revision" ADD CONSTRAINT "note_revision_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE public.task ADD CONSTRAINT task_done_by_somebody CHECK ((done_at IS NULL) = (done_by IS NULL));
ALTER TABLE public.comment ADD CONSTRAINT comment_kind CHECK (kind IN ('question', 'answer', 'thanks', 'advice'));
ALTER TABLE public.comment ADD CONSTRAINT comment_answers_something CHECK ((kind = 'answer') = (answers_id IS NOT NULL));

-- Making a trigger asks for the right to call its function.
SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.copy_scope() TO accompany_owner;
RESET ROLE;
CALL app.protect_file_table('task');
CALL app.protect_file_table('comment');
CALL app.protect_file_table('note_revision');

-- 2. Who reads a file, and why --------------------------------------------------------------------------------------
-- The policies reach and circle of case_file, asked about everybody instead of about oneself; one row for each reason.
-- Nobody learns anything about a file she does not read herself. `works`: may be given something to do in it.

SET ROLE accompany_guard;
CREATE FUNCTION app.readers_of(file uuid)
  RETURNS TABLE (staff_id uuid, reason text, until timestamptz, works boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH asked AS (
    SELECT f.id, f.worker_id, f.team_id, f.secrecy FROM public.case_file f
     WHERE f.id = file
       AND (f.id = ANY (app.my_cases()) OR f.team_id = ANY (app.led_teams()))
       AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases())))
  SELECT st.id, 'worker', NULL::timestamptz, true
    FROM asked f JOIN public.staff st ON st.id = f.worker_id
   WHERE st.active AND st.role IN ('caseworker', 'coordinator')
     AND (f.secrecy = 'open' OR EXISTS (
            SELECT 1 FROM public.case_member m
             WHERE m.case_id = f.id AND m.staff_id = st.id AND m.valid_from <= app.now()
               AND (m.valid_until IS NULL OR m.valid_until > app.now())))
  UNION ALL
  SELECT st.id, m.kind, m.valid_until, st.role <> 'guest'
    FROM asked f JOIN public.case_member m ON m.case_id = f.id JOIN public.staff st ON st.id = m.staff_id
   WHERE st.active AND st.role IN ('caseworker', 'coordinator', 'guest')
     AND m.valid_from <= app.now() AND (m.valid_until IS NULL OR m.valid_until > app.now())
  UNION ALL
  SELECT st.id, 'coordinator', NULL::timestamptz, true
    FROM asked f JOIN public.team_member t ON t.team_id = f.team_id AND t.leads JOIN public.staff st ON st.id = t.staff_id
   WHERE st.active AND st.role = 'coordinator' AND f.secrecy = 'open'
$$;

-- "Is this an entry of that conversation?" Asked behind the policies: a policy may not ask its own table.
CREATE FUNCTION app.is_question_of(question uuid, file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.comment c WHERE c.id = question AND c.case_id = file AND c.kind = 'question')
$$;

-- What a note said before it was corrected is kept by the database, so that no path to a note can forget it.
CREATE FUNCTION app.keep_note_revision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.note_revision (note_id, version, case_id, kind, happened_on, body_cipher)
  VALUES (OLD.id, OLD.version, OLD.case_id, OLD.kind, OLD.happened_on, OLD.body_cipher);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.readers_of(uuid), app.is_question_of(uuid, uuid), app.keep_note_revision() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.readers_of(uuid), app.is_question_of(uuid, uuid) TO accompany_app;
GRANT EXECUTE ON FUNCTION app.keep_note_revision() TO accompany_owner;
RESET ROLE;

CREATE FUNCTION app.guard_note() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.author_id IS DISTINCT FROM app.worker_id() THEN
    RAISE EXCEPTION 'a note is corrected by whoever wrote it' USING ERRCODE = '42501';
  END IF;
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a corrected note is the next version' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_note() FROM PUBLIC;
CREATE TRIGGER guard_note BEFORE UPDATE OF kind, happened_on, body_cipher, version ON public.note
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_note();
CREATE TRIGGER keep_note_revision AFTER UPDATE OF kind, happened_on, body_cipher ON public.note
  FOR EACH ROW EXECUTE FUNCTION app.keep_note_revision();

-- A task changes hands only towards somebody who reads the file; whoever had it may have left meanwhile.
CREATE FUNCTION app.guard_task() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.assigned_to NOT IN (SELECT r.staff_id FROM app.readers_of(NEW.case_id) r WHERE r.works) THEN
    RAISE EXCEPTION 'this colleague does not reach the file' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_task() FROM PUBLIC;
CREATE TRIGGER guard_task BEFORE UPDATE OF assigned_to ON public.task
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND NEW.assigned_to <> OLD.assigned_to) EXECUTE FUNCTION app.guard_task();

-- 3. Who writes what ------------------------------------------------------------------------------------------------

CREATE POLICY signed ON public.task AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND done_by IS NULL
              AND assigned_to IN (SELECT r.staff_id FROM app.readers_of(case_id) r WHERE r.works));
CREATE POLICY signed_work ON public.task AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true) WITH CHECK (done_by IS NULL OR done_by = (SELECT app.worker_id()));
CREATE POLICY signed ON public.comment AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (author_id = (SELECT app.worker_id())
              AND (answers_id IS NULL OR app.is_question_of(answers_id, case_id))
              AND (to_staff_id IS NULL OR to_staff_id IN (SELECT r.staff_id FROM app.readers_of(case_id) r WHERE r.works)));
-- The conversation is among colleagues: a guest of the file does not read along.
CREATE POLICY colleagues ON public.comment AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);

-- Comments and revisions are added to, never changed.
GRANT SELECT, INSERT ON public.task, public.comment TO accompany_app;
GRANT SELECT ON public.note_revision TO accompany_app;
GRANT UPDATE (text_cipher, text_revision, assigned_to, due_on, done_at, done_by, version) ON public.task TO accompany_app;
GRANT UPDATE (pinned_at) ON public.note TO accompany_app;
GRANT SELECT (id, kind) ON public.comment TO accompany_guard;
GRANT INSERT ON public.note_revision TO accompany_guard;
