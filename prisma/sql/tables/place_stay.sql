CREATE POLICY of_this_episode ON public.place_stay AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (episode_id IS NULL
    OR (EXISTS (SELECT FROM public.detention_episode e WHERE e.id = place_stay.episode_id AND e.case_id = place_stay.case_id)));
CREATE POLICY of_this_episode_later ON public.place_stay AS RESTRICTIVE FOR UPDATE TO accompany_app
  USING (true)
  WITH CHECK (episode_id IS NULL
    OR (EXISTS (SELECT FROM public.detention_episode e WHERE e.id = place_stay.episode_id AND e.case_id = place_stay.case_id)));
CREATE POLICY of_this_file ON public.place_stay AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = place_stay.case_id AND cp.person_id = place_stay.person_id));
CREATE CONSTRAINT TRIGGER end_repeats AFTER UPDATE OF until ON public.place_stay DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (old.until IS NULL AND new.until IS NOT NULL) EXECUTE FUNCTION app.end_repeats();
CREATE TRIGGER follow_merge_person_id AFTER INSERT ON public.place_stay FOR EACH ROW EXECUTE FUNCTION app.follow_merge('person_id');
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE OF case_id, place_id, until, episode_id ON public.place_stay
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('stays');
CREATE TRIGGER keep_silence AFTER INSERT OR DELETE OR UPDATE OF since, until ON public.place_stay
  FOR EACH ROW EXECUTE FUNCTION app.keep_silence();
GRANT INSERT, SELECT, UPDATE (episode_id, since, until, version) ON public.place_stay TO accompany_app;
GRANT SELECT (id, case_id, person_id, place_id, since, until, episode_id, created_at, team_id, secrecy) ON public.place_stay TO
  accompany_count;
GRANT SELECT (created_at, episode_id, id, person_id, place_id, since, team_id, until, xmin), UPDATE (person_id) ON public.place_stay TO accompany_guard;
