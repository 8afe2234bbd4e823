-- An account that is switched off or becomes a guest loses what it may read of figures, and does not find it again later.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.end_capabilities() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.capability_grant g SET ended_at = app.now(), ended_by = app.actor_id()
   WHERE g.holder_id = NEW.id AND g.state = 'given' AND g.ended_at IS NULL;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.end_capabilities() TO accompany_owner;
