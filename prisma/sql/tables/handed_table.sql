-- Handed in by an account that reads sealed figures, of a year that is over; read by everyone who works in the organisation.
CREATE POLICY hand_in ON public.handed_table FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.holds_capability('reads_sealed_figures')) AND organisation_id = (SELECT app.organisation_id())
    AND handed_by = (SELECT app.actor_id())
    AND year < date_part('year', (SELECT app.now()) AT TIME ZONE 'Europe/Brussels'));
CREATE POLICY own ON public.handed_table FOR SELECT TO accompany_app
  USING (organisation_id = (SELECT app.organisation_id()) AND (SELECT app.actor_role()) <> 'guest'::public.role);
GRANT INSERT, SELECT ON public.handed_table TO accompany_app;
