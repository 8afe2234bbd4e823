-- Who joins an office joins what was merged into it, and what it was merged into: two merged offices have the same colleagues.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.join_merged() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.team_member (team_id, staff_id, leads, merged_from)
    SELECT CASE WHEN t.id = NEW.team_id THEN t.merged_into ELSE t.id END, NEW.staff_id, NEW.leads, t.id
      FROM public.team t
     WHERE t.merged_into IS NOT NULL AND (t.id = NEW.team_id OR t.merged_into = NEW.team_id)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.join_merged() TO accompany_owner;
