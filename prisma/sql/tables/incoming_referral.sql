-- For those who lead the office, and the colleague of it to whom it was given. Written by app.take_incoming alone, decided once.
CREATE POLICY reach ON public.incoming_referral FOR SELECT TO accompany_app
  USING (team_id = ANY ((SELECT app.led_teams())::uuid[])
    OR (given_to = (SELECT app.worker_id()) AND team_id = ANY ((SELECT app.my_teams())::uuid[])));
CREATE POLICY decide ON public.incoming_referral FOR UPDATE TO accompany_app
  USING (settled_at IS NULL AND (team_id = ANY ((SELECT app.led_teams())::uuid[])
    OR (given_to = (SELECT app.worker_id()) AND team_id = ANY ((SELECT app.my_teams())::uuid[]))))
  WITH CHECK ((settled_by IS NULL OR settled_by = (SELECT app.worker_id())) AND (team_id = ANY ((SELECT app.led_teams())::uuid[])
    OR (given_to = (SELECT app.worker_id()) AND team_id = ANY ((SELECT app.my_teams())::uuid[]))));
REVOKE INSERT ON public.incoming_referral FROM accompany_app;
GRANT SELECT, UPDATE (content_cipher, given_to, outcome, settled_at, settled_by, version, words_cipher) ON public.incoming_referral TO accompany_app;
CREATE POLICY guards ON public.incoming_referral FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT DELETE, SELECT (arrived_at, given_to, id, link_id, receipt, request_id, settled_at, team_id, xmin), INSERT (content_cipher, id, link_id, receipt,
  request_id, team_id, urgency) ON public.incoming_referral TO accompany_guard;
