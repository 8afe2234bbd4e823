-- An application on the territory is made at the Immigration Office, with the director of a prison or in a closed centre.
ALTER TABLE public.asylum_application ADD COLUMN place TEXT;
ALTER TABLE public.asylum_application ADD CONSTRAINT asylum_application_place CHECK (
  place IS NULL OR (way = 'territory' AND place IN ('office', 'prison', 'closed_centre', 'not_known')));
GRANT UPDATE (place) ON public.asylum_application TO accompany_app;
