-- Before anything of sealed files is counted: who may, of which year, and that it is in the audit log. A year is counted once it is over
-- where the organisation works; what is refused is refused with one sentence. Answers the organisation.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.begin_sealed_reading(figure text, wanted integer) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
BEGIN
  SELECT a.organisation_id INTO organisation FROM app.live_session() a;
  IF organisation IS NULL OR NOT app.holds_capability('reads_sealed_figures')
     OR wanted IS NULL OR wanted < 2000
     OR wanted >= pg_catalog.date_part('year', app.now() AT TIME ZONE 'Europe/Brussels') THEN
    RAISE EXCEPTION 'no such figures of sealed files' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public.audit_event (event, detail)
    VALUES ('report.sealedRead', pg_catalog.jsonb_build_object('figure', figure, 'year', wanted));
  RETURN organisation;
END $$;
GRANT EXECUTE ON FUNCTION app.begin_sealed_reading(text, integer) TO accompany_sealed;
