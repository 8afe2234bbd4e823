-- The encrypted drafts of the organisation, for the one who has just erased a file and in that transaction alone: what opens them is
-- outside the database.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.drafts_for_erasure(word uuid)
  RETURNS TABLE (staff_id uuid, wrapped bytea, slot text, tab text, iv bytea, cipher bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT d.staff_id, k.wrapped, d.slot::text, d.tab::text, d.iv, d.cipher
    FROM public.draft d JOIN public.draft_key k ON k.staff_id = d.staff_id JOIN public.staff s ON s.id = d.staff_id
   WHERE app.is_erasing(word) AND s.organisation_id = app.organisation_id()
$$;
GRANT EXECUTE ON FUNCTION app.drafts_for_erasure(uuid) TO accompany_app;
