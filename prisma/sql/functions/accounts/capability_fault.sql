-- Why a colleague cannot be given a capability now, no matter by whom; null when nothing is against it. Asked under the lock of the organisation.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.capability_fault(organisation uuid, account uuid, what text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  running uuid[];
BEGIN
  IF NOT app.may_hold_capability(account) THEN RETURN 'notConfirmed'; END IF;
  SELECT pg_catalog.array_agg(DISTINCT g.holder_id) INTO running FROM public.capability_grant g
   WHERE g.organisation_id = organisation AND g.kind = what AND g.state = 'given' AND g.ended_at IS NULL
     AND app.now() < app.end_of_day(g.ends_on);
  IF account = ANY (running) THEN RETURN 'given'; END IF;
  IF what = 'reads_sealed_figures' AND pg_catalog.cardinality(running) >= 3 THEN RETURN 'three'; END IF;
  RETURN NULL;
END $$;
