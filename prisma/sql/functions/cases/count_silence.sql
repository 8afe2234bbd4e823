SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.count_silence(file uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  f record;
  seen date; gone date; noted date; stays integer; held integer; since date; excused date;
  allowed integer; unseen date; silent date; days jsonb; in_centre integer;
BEGIN
  -- Two conversations saved at once wait for each other here, so that the second counts the first.
  SELECT c.status, c.risk, c.opened_on, c.team_id INTO f FROM public.case_file c WHERE c.id = file FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  -- As the organisation set it; the shipped days are those of lib/settings/registry.ts.
  SELECT s.value INTO days FROM public.team t JOIN public.setting s ON s.organisation_id = t.organisation_id AND s.key = 'work.unseen'
   WHERE t.id = f.team_id;
  in_centre := COALESCE((days ->> 'held')::int, 8);
  SELECT max(e.met_on) FILTER (WHERE e.outcome = 'seen'), max(e.met_on) FILTER (WHERE e.outcome = 'gone')
    INTO seen, gone FROM public.encounter e WHERE e.case_id = file;
  SELECT max(n.happened_on) INTO noted FROM public.note n WHERE n.case_id = file AND n.withdrawn_at IS NULL;
  SELECT count(*), count(*) FILTER (WHERE p.kind = 'closed_centre') INTO stays, held
    FROM public.place_stay s JOIN public.place p ON p.id = s.place_id WHERE s.case_id = file AND s.until IS NULL;
  SELECT CASE WHEN count(*) = count(s.since) THEN min(s.since) END INTO since
    FROM public.place_stay s JOIN public.place p ON p.id = s.place_id
   WHERE s.case_id = file AND s.until IS NULL AND (held = 0 OR p.kind = 'closed_centre');
  excused := since + in_centre;
  allowed := CASE f.risk WHEN 'high' THEN COALESCE((days ->> 'high')::int, 7) WHEN 'low' THEN COALESCE((days ->> 'low')::int, 30)
             ELSE COALESCE((days ->> 'medium')::int, 14) END;
  IF f.status IN ('closed', 'closed_referred', 'duplicate', 'archived')
     OR (stays = 0 AND gone IS NOT NULL AND (seen IS NULL OR gone > seen)) THEN
    unseen := NULL;
    silent := NULL;
  ELSIF held = 0 THEN
    unseen := NULL;
    silent := GREATEST(COALESCE(seen, f.opened_on) + allowed, excused);
  ELSIF seen IS NULL AND since IS NULL THEN
    unseen := f.opened_on;
    silent := f.opened_on;
  ELSE
    unseen := GREATEST(COALESCE(seen, since) + in_centre, excused);
    silent := GREATEST(COALESCE(seen, since) + LEAST(allowed, in_centre), excused);
  END IF;
  UPDATE public.case_file c
     SET last_seen_on = seen, last_contact_on = GREATEST(seen, noted), unseen_on = unseen, silence_on = silent
   WHERE c.id = file
     AND (c.last_seen_on, c.last_contact_on, c.unseen_on, c.silence_on)
         IS DISTINCT FROM (seen, GREATEST(seen, noted), unseen, silent);
END $$;
GRANT EXECUTE ON FUNCTION app.count_silence(uuid) TO accompany_owner;
