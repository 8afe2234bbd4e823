SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.sign_checkpoint(which bigint, by_key text, signed bytea) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$ UPDATE public.audit_seal SET kid = by_key, signature = signed WHERE number = which AND signature IS NULL $$;
GRANT EXECUTE ON FUNCTION app.sign_checkpoint(bigint, text, bytea) TO accompany_job;
