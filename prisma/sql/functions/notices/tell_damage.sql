-- Tells the administrators of an organisation. `place`: table, column and row; never content.
-- Returns true the first time: what calls it then writes the line of the audit log, in the same transaction.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tell_damage(house uuid, place text) RETURNS boolean
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
