-- Anyone who was merged into someone goes with them, and so does their key.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.forget_absorbed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE gone uuid[];
BEGIN
  SELECT COALESCE(pg_catalog.array_agg(m.absorbed_id), '{}') INTO gone FROM public.person_merge m WHERE m.kept_id = OLD.id AND m.undone_at IS NULL;
  IF pg_catalog.cardinality(gone) > 0 THEN
    DELETE FROM public.wrapped_key k WHERE k.holder_kind = 'person' AND k.holder_id = ANY (gone);
    INSERT INTO public.erasure (id, holder_kind, holder_id)
    SELECT pg_catalog.gen_random_uuid(), 'person', g.id FROM pg_catalog.unnest(gone) g(id)
     WHERE NOT EXISTS (SELECT 1 FROM public.erasure e WHERE e.holder_kind = 'person' AND e.holder_id = g.id);
    DELETE FROM public.person p WHERE p.id = ANY (gone);
  END IF;
  RETURN OLD;
END $$;
GRANT EXECUTE ON FUNCTION app.forget_absorbed() TO accompany_owner;
