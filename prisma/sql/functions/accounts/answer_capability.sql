-- The word of an admin about who is to read figures. Given by a second human, who is not the holder; of restricted and sealed files one of
-- the two leads data protection. Refused by any admin, also the one who asked. In one word what became of it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answer_capability(asked uuid, said text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
  g record;
  asks text;
  fault text;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin answers who may read figures' USING ERRCODE = '42501';
  END IF;
  -- One word at a time: two requests cannot both become the third of three.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('capability ' || organisation::text, 0));
  SELECT x.* INTO g FROM public.capability_grant x WHERE x.id = asked AND x.organisation_id = organisation FOR UPDATE;
  IF NOT FOUND OR said NOT IN ('given', 'refused') THEN RETURN 'notFound'; END IF;
  IF g.state <> 'asked' THEN RETURN 'answered'; END IF;
  IF said = 'given' THEN
    IF g.holder_id = admin THEN RETURN 'own'; END IF;
    IF app.now() >= app.end_of_day(g.ends_on) THEN RETURN 'over'; END IF;
    -- The rows of single people need two humans of whom neither invited the other; so do figures of those who are hidden from most.
    asks := CASE g.kind WHEN 'reads_sealed_figures' THEN 'rows' ELSE 'release' END;
    fault := app.second_person(g.asked_by, admin, asks);
    IF fault IS NOT NULL THEN RETURN fault; END IF;
    -- Who asked is an admin still.
    IF NOT EXISTS (SELECT FROM public.staff s WHERE s.id = g.asked_by AND s.active AND s.role = 'admin') THEN RETURN 'asker'; END IF;
    IF g.kind = 'reads_sealed_figures'
       AND NOT EXISTS (SELECT FROM public.staff s WHERE s.id IN (g.asked_by, admin) AND s.leads_data_protection) THEN
      RETURN 'noLead';
    END IF;
    fault := app.capability_fault(organisation, g.holder_id, g.kind);
    IF fault IS NOT NULL THEN RETURN fault; END IF;
  END IF;
  UPDATE public.capability_grant SET state = said, answered_by = admin, answered_at = app.now() WHERE id = asked;
  RETURN 'ok';
END $$;
GRANT EXECUTE ON FUNCTION app.answer_capability(uuid, text) TO accompany_app;
