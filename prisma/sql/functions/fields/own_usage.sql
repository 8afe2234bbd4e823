-- How much the fields of the organisation are answered, in bands, for its admins: who reads no value learns no small number. Of a sensitive field only
-- whether it was ever answered. A sealed file is in no count.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.own_usage() RETURNS TABLE (field_id uuid, band text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT d.id, CASE WHEN a.answers = 0 THEN 'none' WHEN d.class = 'sensitive' THEN 'used' WHEN a.answers < 10 THEN 'few'
                    WHEN a.answers < 100 THEN 'tens' WHEN a.answers < 1000 THEN 'hundreds' ELSE 'thousands' END
    FROM public.own_field d
   CROSS JOIN LATERAL (
     SELECT CASE d.owner
       WHEN 'file' THEN (SELECT pg_catalog.count(DISTINCT v.case_id) FROM public.own_value v WHERE v.field_id = d.id AND v.withdrawn_at IS NULL AND v.secrecy <> 'sealed')
       WHEN 'encounter' THEN (SELECT pg_catalog.count(DISTINCT v.encounter_id) FROM public.own_value v WHERE v.field_id = d.id AND v.withdrawn_at IS NULL AND v.secrecy <> 'sealed')
       WHEN 'visit' THEN (SELECT pg_catalog.count(DISTINCT v.visit_id) FROM public.own_visit_value v WHERE v.field_id = d.id AND v.withdrawn_at IS NULL)
       ELSE (SELECT pg_catalog.count(DISTINCT p.person_id) FROM public.own_person_value p WHERE p.field_id = d.id AND p.withdrawn_at IS NULL
                      AND NOT EXISTS (SELECT 1 FROM public.case_person cp WHERE cp.person_id = p.person_id AND cp.secrecy = 'sealed'))
       END AS answers) a
   WHERE app.actor_role() = 'admin' AND d.organisation_id = app.organisation_id()
$$;
GRANT EXECUTE ON FUNCTION app.own_usage() TO accompany_app;
