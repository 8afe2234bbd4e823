-- What an organisation has set of one thing, as its editions write it; null: nothing of its own.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.config_now(organisation uuid, subject text, item text) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT CASE
    WHEN subject = 'setting' AND item = 'organisation.name' THEN
      (SELECT pg_catalog.to_jsonb(o.name) FROM public.organisation o WHERE o.id = organisation)
    WHEN subject = 'setting' THEN
      (SELECT s.value FROM public.setting s WHERE s.organisation_id = organisation AND s.key = item)
    WHEN subject = 'office' THEN
      (SELECT pg_catalog.jsonb_build_object('name', t.name, 'locale', t.locale, 'closed', t.closed_at IS NOT NULL, 'into', t.merged_into)
         FROM public.team t WHERE t.organisation_id = organisation AND t.id = item::uuid)
    WHEN subject = 'list' THEN
      (SELECT pg_catalog.jsonb_build_object('labels', l.labels, 'position', l."position", 'hidden', l.hidden)
         FROM public.list_shown l WHERE l.organisation_id = organisation AND l.list || ':' || l.code = item)
    WHEN subject = 'value' THEN
      (SELECT pg_catalog.jsonb_build_object('list', v.list, 'standard', v.standard_code, 'key', v.key, 'labels', v.labels,
                                            'position', v."position", 'retired', v.retired, 'successor', v.successor_id)
         FROM public.list_value v WHERE v.organisation_id = organisation AND v.id = item::uuid)
    WHEN subject = 'place' THEN
      (SELECT pg_catalog.jsonb_build_object('kind', CASE WHEN p.organisation_id IS NOT NULL THEN p.kind END,
                                            'city', CASE WHEN p.organisation_id IS NOT NULL THEN p.city END,
                                            'labels', s.labels, 'aliases', pg_catalog.to_jsonb(s.aliases), 'hidden', s.hidden,
                                            'visit', pg_catalog.jsonb_build_object('hours', s.visit_hours, 'phone', s.visit_phone,
                                                                                   'bring', s.visit_bring))
         FROM public.place_shown s JOIN public.place p ON p.id = s.place_id
        WHERE s.organisation_id = organisation AND s.place_id = item::uuid)
  END
$$;
