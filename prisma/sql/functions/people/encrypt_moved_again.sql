-- What was encrypted with the one's key is encrypted with the other's, in the transaction that merges them or takes it back.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.encrypt_moved_again(which uuid, ciphers jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.person_merge m
                  WHERE m.id = which AND m.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid) THEN
    RAISE EXCEPTION 'nothing is merged in this transaction' USING ERRCODE = '42501';
  END IF;
  UPDATE public.person_identifier i SET cipher = pg_catalog.decode(c.value, 'base64')
    FROM pg_catalog.jsonb_each_text(ciphers) c, public.person_merge m
   WHERE m.id = which AND i.id = c.key::uuid AND i.person_id IN (m.kept_id, m.absorbed_id);
END $$;
GRANT EXECUTE ON FUNCTION app.encrypt_moved_again(uuid, jsonb) TO accompany_app;
