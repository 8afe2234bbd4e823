-- Every active admin of the organisation: fault is null for those who count as a second person, leads for those who lead data protection.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.who_may_agree(asker uuid, what text) RETURNS TABLE (account uuid, fault text, leads boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT s.id, app.second_person(asker, s.id, what), s.leads_data_protection
    FROM app.live_session() a JOIN public.staff s ON s.organisation_id = a.organisation_id
   WHERE a.role = 'admin' AND s.role = 'admin' AND s.active
     AND EXISTS (SELECT FROM public.staff own WHERE own.id = asker AND own.organisation_id = a.organisation_id)
   ORDER BY s.id
$$;
GRANT EXECUTE ON FUNCTION app.who_may_agree(uuid, text) TO accompany_app;
