SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.number_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE one integer;
BEGIN
  IF pg_catalog.current_setting('transaction_isolation') = 'read committed' THEN
    SELECT c.id INTO NEW.counter FROM public.audit_counter c WHERE NOT c.of_snapshots
     ORDER BY c.id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND THEN
      UPDATE public.audit_counter c SET last = c.last + 1 WHERE c.id = NEW.counter RETURNING c.last INTO NEW.number;
      RETURN NEW;
    END IF;
  ELSE
    -- A transaction that sees one moment (jobs) cannot go on from a counter that moved since: it has counters apart and takes the first
    -- that did not.
    FOR one IN SELECT c.id FROM public.audit_counter c WHERE c.of_snapshots ORDER BY c.id LOOP
      BEGIN
        SELECT c.id INTO NEW.counter FROM public.audit_counter c WHERE c.id = one FOR NO KEY UPDATE SKIP LOCKED;
        IF FOUND THEN
          UPDATE public.audit_counter c SET last = c.last + 1 WHERE c.id = one RETURNING c.last INTO NEW.number;
          RETURN NEW;
        END IF;
      EXCEPTION WHEN serialization_failure THEN NULL;
      END;
    END LOOP;
  END IF;
  INSERT INTO public.audit_counter (of_snapshots, last)
  VALUES (pg_catalog.current_setting('transaction_isolation') <> 'read committed', 1)
  RETURNING id, last INTO NEW.counter, NEW.number;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.number_event() TO accompany_owner;
