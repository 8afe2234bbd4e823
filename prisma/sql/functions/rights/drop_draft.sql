SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.drop_draft(word uuid, owner uuid, place text, window_name text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  DELETE FROM public.draft d WHERE app.is_erasing(word) AND d.staff_id = owner AND d.slot = place AND d.tab = window_name
$$;
GRANT EXECUTE ON FUNCTION app.drop_draft(uuid, uuid, text, text) TO accompany_app;
