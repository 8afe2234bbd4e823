-- Anyone who changes a password must know the hash from before, which the application's role cannot read: a live session
-- and this role alone take no account over. False: it is another one by now.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.change_password(before text, after text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.credential c SET password_hash = after, password_set_at = app.now()
   WHERE c.staff_id = app.actor_id() AND c.password_hash = before;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION app.change_password(text, text) TO accompany_app;
