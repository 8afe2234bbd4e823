-- A damaged text, paper or key is told to the administrators once, and written into the audit log once (docs/adr/0107).

-- AlterTable
ALTER TABLE "notice" ADD COLUMN "damaged_place" VARCHAR(160);

-- CreateIndex
CREATE UNIQUE INDEX "notice_staff_id_damaged_place_key" ON "notice"("staff_id", "damaged_place");

SET ROLE accompany_guard;

-- Tells the administrators of an organisation. `place`: table, column and row; never content.
-- Returns true the first time: what calls it then writes the line of the audit log, in the same transaction.
CREATE FUNCTION app.tell_damage(house uuid, place text) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  WITH admins AS (
    SELECT s.id FROM public.staff s WHERE s.organisation_id = house AND s.role = 'admin' AND s.active
  ), told AS (
    INSERT INTO public.notice (staff_id, kind, damaged_place)
    SELECT a.id, 'content_damaged', place FROM admins a
     WHERE NOT EXISTS (SELECT FROM public.notice n JOIN public.staff s ON s.id = n.staff_id
                        WHERE n.damaged_place = place AND s.organisation_id = house)
    -- Two readers at once: the second waits for the first, and adds nothing.
    ON CONFLICT DO NOTHING
    RETURNING 1)
  SELECT EXISTS (SELECT FROM told)
$$;
REVOKE ALL ON FUNCTION app.tell_damage(uuid, text) FROM PUBLIC;

-- For the reader of a page: in their own organisation.
CREATE FUNCTION app.tell_damage_here(place text) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE((SELECT app.tell_damage(a.organisation_id, place) FROM app.live_session() a), false)
$$;
REVOKE ALL ON FUNCTION app.tell_damage_here(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tell_damage_here(text) TO accompany_app;

-- For the sign-in path, where nobody has a session yet: in the organisation of the account.
CREATE FUNCTION app.tell_damage_of(account uuid, place text) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE((SELECT app.tell_damage(s.organisation_id, place) FROM public.staff s WHERE s.id = account), false)
$$;
REVOKE ALL ON FUNCTION app.tell_damage_of(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tell_damage_of(uuid, text) TO accompany_auth;
RESET ROLE;

-- The sign-in path may say that a second step or a draft key is damaged (lib/db/events.ts, SIGN_IN_EVENTS).
DROP POLICY add_sign_in ON public.audit_event;
CREATE POLICY add_sign_in ON public.audit_event FOR INSERT TO accompany_auth
  WITH CHECK (event IN ('session.started', 'session.refused', 'session.ended', 'sessions.ended', 'secondStep.enrolled', 'secondStep.used',
                        'password.reset', 'account.accepted', 'notice.mailed', 'content.damaged') AND case_id IS NULL AND visit_id IS NULL);
