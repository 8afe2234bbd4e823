-- Made and revoked by those who lead the office that reads what comes; admins know of none. No one reads the hash back.
CREATE POLICY reach ON public.incoming_link FOR SELECT TO accompany_app USING (team_id = ANY ((SELECT app.led_teams())::uuid[]));
-- A colleague to whom something was given sees by which link it came.
CREATE POLICY given ON public.incoming_link FOR SELECT TO accompany_app
  USING (team_id = ANY ((SELECT app.my_teams())::uuid[])
    AND EXISTS (SELECT FROM public.incoming_referral r WHERE r.link_id = incoming_link.id AND r.given_to = (SELECT app.worker_id())));
CREATE POLICY make ON public.incoming_link FOR INSERT TO accompany_app
  WITH CHECK (team_id = ANY ((SELECT app.led_teams())::uuid[]) AND organisation_id = (SELECT app.organisation_id())
    AND created_by = (SELECT app.worker_id()) AND revoked_at IS NULL AND came = 0
    AND (EXISTS (SELECT FROM public.partner p WHERE p.id = incoming_link.partner_id AND p.retired_at IS NULL AND p.same_as IS NULL)));
CREATE POLICY revoke ON public.incoming_link FOR UPDATE TO accompany_app
  USING (team_id = ANY ((SELECT app.led_teams())::uuid[]) AND revoked_at IS NULL)
  WITH CHECK (revoked_at IS NOT NULL AND revoked_by = (SELECT app.worker_id()));
CREATE POLICY guards ON public.incoming_link FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT INSERT, SELECT (a_day, came, created_at, created_by, expires_at, id, last_used_at, locale, organisation_id, partner_id, revoked_at,
  revoked_by, team_id), UPDATE (revoked_at, revoked_by) ON public.incoming_link TO accompany_app;
GRANT SELECT (a_day, came, created_by, expires_at, id, link_hash, locale, organisation_id, partner_id, revoked_at, team_id, xmin),
  UPDATE (came, last_used_at) ON public.incoming_link TO accompany_guard;
