CREATE POLICY guards ON public.throttle FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY signs_in ON public.throttle FOR ALL TO accompany_auth USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON public.throttle TO accompany_auth;
GRANT INSERT (key, points, window_end), SELECT (key, points, window_end), UPDATE (points,
  window_end) ON public.throttle TO accompany_guard;
