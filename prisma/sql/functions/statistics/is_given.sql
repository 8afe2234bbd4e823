SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_given(house uuid, frozen uuid, what text, choice text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (
    SELECT FROM public.sdc_request q JOIN public.snapshot other ON other.id = q.snapshot_id
                                     JOIN public.snapshot own ON own.id = frozen
     WHERE q.organisation_id = house AND q.state = 'approved'
       AND CASE what WHEN 'noise' THEN q.kind = 'noise' AND q.snapshot_id = frozen AND q.spec ->> 'measure' = choice
                     ELSE q.kind IN ('rows', 'exact') END
       AND other.period_start <= own.period_end AND own.period_start <= other.period_end)
$$;
