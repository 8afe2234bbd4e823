CREATE OR REPLACE FUNCTION app.next_contacts(since date, until date)
  RETURNS TABLE (case_id uuid, referral_id uuid, next_on date)
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  SELECT s.case_id, s.referral_id, s.next_on
    FROM public.referral_step s
   WHERE s.next_on BETWEEN since AND until AND s.kind <> 'taken_back'
     AND NOT EXISTS (SELECT FROM public.referral_step b WHERE b.case_id = s.case_id AND b.takes_back = s.id)
     AND NOT EXISTS (SELECT FROM public.referral_step n
                      WHERE n.case_id = s.case_id AND n.referral_id = s.referral_id AND n.kind <> 'taken_back'
                        AND (n.on_day, n.id) > (s.on_day, s.id)
                        AND NOT EXISTS (SELECT FROM public.referral_step b WHERE b.case_id = n.case_id AND b.takes_back = n.id))
     AND NOT EXISTS (SELECT FROM public.referral r
                      WHERE r.case_id = s.case_id AND r.subject_id = s.referral_id AND r.mistake IS NOT NULL)
$$;
GRANT EXECUTE ON FUNCTION app.next_contacts(date, date) TO accompany_app, accompany_guard;
