-- What a device is told when it speaks to the server: whether each store of it keeps or forgets what it took along, and what became of
-- what it sent. It has to forget when it was told to, when its account is closed, and when a file that lies on it was erased or restricted,
-- or is not read by its account any more. A store that it does not name any more has forgotten.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.greet_device(device uuid, stores uuid[], hashes text[])
  RETURNS TABLE (orders jsonb, outcomes jsonb, at timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.device_store d SET seen_at = app.now()
   WHERE d.device_id = device AND d.id = ANY (stores) AND d.seen_at < app.now() - interval '1 minute';
  UPDATE public.device_store d SET forget_ordered_at = app.now()
   WHERE d.device_id = device AND d.id = ANY (stores) AND d.forget_ordered_at IS NULL
     AND (NOT EXISTS (SELECT 1 FROM public.staff s WHERE s.id = d.staff_id AND s.active)
       OR EXISTS (SELECT 1 FROM public.device_taken t LEFT JOIN public.case_file f ON f.id = t.case_id
                   WHERE t.store_id = d.id AND t.until > app.now()
                     AND (f.id IS NULL OR f.secrecy <> 'open' OR f.kind = 'thb' OR NOT app.reaches(d.staff_id, f.id))));
  UPDATE public.device_store d SET forgot_at = app.now()
   WHERE d.device_id = device AND d.id <> ALL (stores) AND d.forget_ordered_at IS NOT NULL AND d.forgot_at IS NULL;
  RETURN QUERY SELECT
    (SELECT COALESCE(pg_catalog.jsonb_object_agg(d.id, CASE WHEN d.forget_ordered_at IS NULL THEN 'keep' ELSE 'forget' END), '{}')
       FROM public.device_store d WHERE d.device_id = device AND d.id = ANY (stores)),
    (SELECT COALESCE(pg_catalog.jsonb_object_agg(s.hash, s.outcome), '{}')
       FROM public.submission s JOIN public.device_store d ON d.id = s.store_id
      WHERE d.device_id = device AND s.hash = ANY (hashes)),
    app.now();
END $$;
GRANT EXECUTE ON FUNCTION app.greet_device(uuid, uuid[], text[]) TO accompany_share;
