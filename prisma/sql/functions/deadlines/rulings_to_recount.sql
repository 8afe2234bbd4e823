SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.rulings_to_recount()
  RETURNS TABLE (id uuid, organisation_id uuid, rule_id uuid, kind text, periods jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT DISTINCT ON (g.organisation_id, g.rule_id) g.id, g.organisation_id, g.rule_id, g.kind, g.periods
    FROM public.deadline_ruling g ORDER BY g.organisation_id, g.rule_id, g.created_at DESC, g.id DESC
$$;
GRANT EXECUTE ON FUNCTION app.rulings_to_recount() TO accompany_job;
