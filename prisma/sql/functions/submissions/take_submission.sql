-- Takes a sealed text into custody for the store whose token it bore. unknown: no store has this token, or it is another account's. conflict:
-- other bytes lie under the id. full: two thousand wait already. A token that was revoked is known: the text comes back to its author.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.take_submission(of_token text, of_staff uuid, new_id uuid, new_key uuid, new_hash text, new_enc bytea,
    new_cipher bytea, new_form text, new_state text, new_request uuid, new_after uuid, new_seq bigint, new_device_at timestamptz, skew_ms bigint)
  RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE store uuid; known record;
BEGIN
  SELECT d.id INTO store FROM public.device_store d WHERE d.token_hash = of_token::pg_catalog.bpchar AND d.staff_id = of_staff;
  IF store IS NULL THEN RETURN 'unknown'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(new_id::text, 0));
  SELECT s.store_id, s.hash INTO known FROM public.submission s WHERE s.id = new_id;
  IF FOUND THEN
    RETURN CASE WHEN known.hash = new_hash AND known.store_id = store THEN 'taken' ELSE 'conflict' END;
  END IF;
  IF (SELECT pg_catalog.count(*) FROM public.submission s WHERE s.store_id = store AND s.outcome = 'received') >= 2000 THEN
    RETURN 'full';
  END IF;
  INSERT INTO public.submission (id, store_id, staff_id, key_id, hash, enc, cipher, form, state, request_id, after_id, seq, device_at, written_at)
  -- No text is of the future, and the clock of a device decides nothing.
  VALUES (new_id, store, of_staff, new_key, new_hash, new_enc, new_cipher, new_form, new_state, new_request, new_after, new_seq, new_device_at,
          LEAST(app.now(), new_device_at + pg_catalog.make_interval(secs => skew_ms / 1000.0)));
  UPDATE public.device_store d SET seen_at = app.now() WHERE d.id = store;
  RETURN 'taken';
END $$;
GRANT EXECUTE ON FUNCTION app.take_submission(text, uuid, uuid, uuid, text, bytea, bytea, text, text, uuid, uuid, bigint, timestamptz, bigint)
  TO accompany_share;
