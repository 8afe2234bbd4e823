-- The version that is public for an organisation: the highest that was agreed and not withdrawn; without any, the profile's own.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.figure_version(house uuid, slug text) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.max(f.version), 1) FROM public.newer_figure f
   WHERE f.organisation_id = house AND f.fact_slug = slug AND f.state = 'agreed'
$$;
