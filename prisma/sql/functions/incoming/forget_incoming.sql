-- Thirty days after the decision row and key go, and no backup brings the key back (lib/incoming/incoming.rules says the same number).
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.forget_incoming() RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE old uuid; n integer := 0;
BEGIN
  FOR old IN DELETE FROM public.incoming_referral r WHERE r.settled_at < app.now() - interval '30 days' RETURNING r.id LOOP
    DELETE FROM public.wrapped_key k WHERE k.holder_kind = 'incoming' AND k.holder_id = old;
    INSERT INTO public.erasure (id, holder_kind, holder_id) VALUES (pg_catalog.gen_random_uuid(), 'incoming', old);
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;
GRANT EXECUTE ON FUNCTION app.forget_incoming() TO accompany_job;
