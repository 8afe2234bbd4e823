SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.drop_import_content(which uuid) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  DELETE FROM public.wrapped_key k WHERE k.holder_kind = 'import' AND k.holder_id = which;
  UPDATE public.import_piece p SET cipher = NULL WHERE p.import_id = which AND p.cipher IS NOT NULL;
  DELETE FROM public.import_match m WHERE m.import_id = which;
  UPDATE public.import i SET head_cipher = NULL, plan_cipher = NULL, forgotten_at = app.now(),
         state = CASE WHEN i.started_at IS NULL THEN 'dropped' WHEN i.state IN ('running', 'undoing') THEN 'stopped' ELSE i.state END,
         ended_at = CASE WHEN i.state = 'running' THEN app.now() ELSE i.ended_at END
   WHERE i.id = which
$$;
