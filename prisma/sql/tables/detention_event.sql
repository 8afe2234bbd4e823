CREATE POLICY of_this_episode ON public.detention_event AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (EXISTS (SELECT FROM public.detention_episode e WHERE e.id = detention_event.episode_id AND e.case_id = detention_event.case_id));
CREATE POLICY signed ON public.detention_event AS RESTRICTIVE FOR INSERT TO accompany_app WITH CHECK (author_id = (SELECT app.worker_id()));
CREATE TRIGGER check_detention_event BEFORE INSERT ON public.detention_event
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app')
  EXECUTE FUNCTION app.check_detention_event();
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE ON public.detention_event
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('removal');
GRANT INSERT, SELECT ON public.detention_event TO accompany_app;
GRANT SELECT (id, case_id, episode_id, kind, replaces, withdrawn_because, on_when, on_from, on_to, order_kind, ground, by_minister,
  public_order, court, petition_outcome, removal_kind, removal_outcome, destination, escort, isolation_ground, channel, end_reason, phase,
  force, injuries, isolation_regime, doctor_daily, created_at, team_id, secrecy) ON public.detention_event TO accompany_count;
GRANT SELECT (created_at, end_reason, episode_id, id, kind, on_from, on_to, on_when, removal_outcome, replaces, team_id,
  withdrawn_because, xmin) ON public.detention_event TO accompany_guard;
