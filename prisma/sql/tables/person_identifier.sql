-- Names, ages, nationalities and languages come with the people; numbers, places of origin do not.
CREATE POLICY colleagues ON public.person_identifier AS RESTRICTIVE FOR SELECT TO accompany_app
  USING ((SELECT app.worker_id()) IS NOT NULL);
GRANT UPDATE (cipher) ON public.person_identifier TO accompany_guard;
