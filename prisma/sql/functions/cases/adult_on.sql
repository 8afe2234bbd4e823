-- The day on which the last person of a file who is treated as a minor turns eighteen, by the claim that protects most; anyone who
-- was born on 29 February does so on 1 March. Claims of another file's circle are not read: nothing of it may show here.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.adult_on(file uuid) RETURNS date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT max(CASE WHEN to_char(b.born, 'MM-DD') = '02-29' THEN make_date(date_part('year', b.born)::integer + 18, 3, 1)
                  ELSE (b.born + interval '18 years')::date END)
    FROM public.case_person cp
    JOIN public.age_claim a ON a.person_id = cp.person_id
   CROSS JOIN LATERAL (SELECT COALESCE(a.born_latest, (a.as_of - make_interval(years => a.age_years))::date) AS born) b
   WHERE cp.case_id = file AND cp.until IS NULL AND a.withdrawn_at IS NULL AND a.basis NOT IN ('not_known', 'declined')
     AND (a.circle_case_id IS NULL OR a.circle_case_id = file);
$$;
