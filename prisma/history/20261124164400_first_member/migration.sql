-- Whoever opens a restricted or sealed file sees it only once she is its first member, so that row cannot ask for the file.
ALTER POLICY given ON public.case_member
  WITH CHECK (case_id IN (SELECT f.id FROM public.case_file f
                           WHERE f.worker_id = (SELECT app.worker_id()) OR f.team_id = ANY ((SELECT app.led_teams())::uuid[]))
              OR app.is_first_member(case_id, staff_id));
