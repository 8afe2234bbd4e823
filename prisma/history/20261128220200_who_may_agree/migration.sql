-- Which admins may agree beside somebody, so that a page can say who is waited for (docs/adr/0104).
SET ROLE accompany_guard;

-- Every active admin of the organisation: fault is null for those who count as a second person, leads for those who lead data protection.
CREATE FUNCTION app.who_may_agree(asker uuid, what text) RETURNS TABLE (account uuid, fault text, leads boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT s.id, app.second_person(asker, s.id, what), s.leads_data_protection
    FROM app.live_session() a JOIN public.staff s ON s.organisation_id = a.organisation_id
   WHERE a.role = 'admin' AND s.role = 'admin' AND s.active
     AND EXISTS (SELECT FROM public.staff own WHERE own.id = asker AND own.organisation_id = a.organisation_id)
   ORDER BY s.id
$$;
REVOKE ALL ON FUNCTION app.who_may_agree(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.who_may_agree(uuid, text) TO accompany_app;
RESET ROLE;
