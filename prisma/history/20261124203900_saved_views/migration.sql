-- A saved view is the query of a list under a name: ids and codes, never text about people, which the check keeps so.
-- One's own, or an office's: everybody in the office uses it, and whoever leads the office makes it.
CREATE TABLE public.saved_view (
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  team_id uuid,
  name text NOT NULL,
  query text NOT NULL,
  is_pinned boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  removed_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT saved_view_pkey PRIMARY KEY (id),
  CONSTRAINT saved_view_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT saved_view_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT saved_view_name CHECK (length(name) BETWEEN 1 AND 60),
  CONSTRAINT saved_view_query CHECK (length(query) <= 2000 AND query ~ '^[A-Za-z0-9=&_-]*$')
);
CREATE INDEX saved_view_staff_id_idx ON public.saved_view (staff_id);
CREATE INDEX saved_view_team_id_idx ON public.saved_view (team_id);

ALTER TABLE public.saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON public.saved_view FOR SELECT TO accompany_app
  USING ((team_id IS NULL AND staff_id = (SELECT app.worker_id())) OR team_id = ANY ((SELECT app.my_teams())::uuid[]));
CREATE POLICY add ON public.saved_view FOR INSERT TO accompany_app
  WITH CHECK (staff_id = (SELECT app.worker_id())
              AND (team_id IS NULL OR team_id = ANY ((SELECT app.led_teams())::uuid[])));
CREATE POLICY work ON public.saved_view FOR UPDATE TO accompany_app
  USING ((team_id IS NULL AND staff_id = (SELECT app.worker_id())) OR team_id = ANY ((SELECT app.led_teams())::uuid[]));

REVOKE ALL ON public.saved_view FROM PUBLIC;
GRANT SELECT, INSERT ON public.saved_view TO accompany_app;
GRANT UPDATE (name, query, is_pinned, removed_at, version) ON public.saved_view TO accompany_app;
GRANT SELECT ON public.saved_view TO accompany_backup;
