-- The one way in which a setting, an office, a list or a place changes: who writes the edition has made the change. What two admins
-- decide waits until the second one has answered (app.answer_config); before the first file one admin is enough.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.apply_edition() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  org uuid := NEW.organisation_id; a jsonb := NEW.after; stored record; this_list text; this_code text;
  merged_now boolean;
BEGIN
  -- One change of one thing at a time.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('config ' || org::text || NEW.subject || NEW.item, 0));
  IF TG_OP = 'INSERT' THEN
    NEW.before := app.config_now(org, NEW.subject, NEW.item);
    -- Merging offices gives the colleagues of each the files of the other one.
    NEW.state := CASE
      WHEN (NEW.subject = 'office' AND a ->> 'into' IS NOT NULL AND a ->> 'into' IS DISTINCT FROM NEW.before ->> 'into'
            OR NEW.subject = 'setting' AND NEW.item = 'mail.server'
            OR NEW.subject = 'place' AND NEW.before IS NULL AND a ->> 'kind' IN ('closed_centre', 'return_home', 'inad_centre'))
           AND app.second_person(NEW.created_by, NEW.created_by, 'setup') IS NOT NULL THEN 'asked'
      ELSE 'set' END;
  ELSIF OLD.state <> 'asked' THEN
    RAISE EXCEPTION 'an edition is answered once' USING ERRCODE = '42501';
  END IF;
  IF NEW.state <> 'set' THEN RETURN NEW; END IF;

  IF NEW.subject = 'setting' AND NEW.item = 'organisation.name' THEN
    UPDATE public.organisation SET name = a #>> '{}' WHERE id = org;
  ELSIF NEW.subject = 'setting' AND a IS NULL THEN
    DELETE FROM public.setting s WHERE s.organisation_id = org AND s.key = NEW.item;
  ELSIF NEW.subject = 'setting' THEN
    INSERT INTO public.setting (organisation_id, key, value) VALUES (org, NEW.item, a)
      ON CONFLICT (organisation_id, key) DO UPDATE SET value = excluded.value;
  ELSIF NEW.subject = 'office' THEN
    merged_now := a ->> 'into' IS DISTINCT FROM NEW.before ->> 'into';
    IF merged_now AND a ->> 'into' IS NOT NULL AND (
         NOT EXISTS (SELECT FROM public.team t WHERE t.id = (a ->> 'into')::uuid AND t.id <> NEW.item::uuid AND t.organisation_id = org
                        AND t.closed_at IS NULL AND t.merged_into IS NULL)
         OR EXISTS (SELECT FROM public.team t WHERE t.merged_into = NEW.item::uuid)) THEN
      RAISE EXCEPTION 'no such office to merge into' USING ERRCODE = '23514';
    END IF;
    UPDATE public.team SET name = a ->> 'name', locale = a ->> 'locale', version = version + 1, merged_into = (a ->> 'into')::uuid,
           closed_at = CASE WHEN (a ->> 'closed')::boolean THEN COALESCE(closed_at, app.now()) END
     WHERE id = NEW.item::uuid AND organisation_id = org;
    IF NOT FOUND THEN
      INSERT INTO public.team (id, organisation_id, name, locale) VALUES (NEW.item::uuid, org, a ->> 'name', a ->> 'locale');
    ELSIF merged_now THEN
      DELETE FROM public.team_member m WHERE m.merged_from = NEW.item::uuid;
      INSERT INTO public.team_member (team_id, staff_id, leads, merged_from)
        SELECT NEW.item::uuid, m.staff_id, m.leads, NEW.item::uuid FROM public.team_member m WHERE m.team_id = (a ->> 'into')::uuid
        UNION ALL
        SELECT (a ->> 'into')::uuid, m.staff_id, m.leads, NEW.item::uuid FROM public.team_member m
         WHERE m.team_id = NEW.item::uuid AND a ->> 'into' IS NOT NULL
        ON CONFLICT DO NOTHING;
    END IF;
  ELSIF NEW.subject = 'list' THEN
    this_list := pg_catalog.split_part(NEW.item, ':', 1);
    this_code := pg_catalog.split_part(NEW.item, ':', 2);
    IF NOT EXISTS (SELECT FROM public.code_value c WHERE c.list = this_list AND c.code = this_code) THEN
      RAISE EXCEPTION 'no such value' USING ERRCODE = '23503';
    END IF;
    IF (a ->> 'hidden')::boolean AND app.is_pinned(this_list, this_code) THEN
      RAISE EXCEPTION 'this value is never hidden' USING ERRCODE = '23514';
    END IF;
    DELETE FROM public.list_shown l WHERE l.organisation_id = org AND l.list = this_list AND l.code = this_code;
    IF a IS NOT NULL THEN
      INSERT INTO public.list_shown (organisation_id, list, code, labels, "position", hidden)
        VALUES (org, this_list, this_code, NULLIF(a -> 'labels', 'null'::jsonb), (a ->> 'position')::int, (a ->> 'hidden')::boolean);
    END IF;
  ELSIF NEW.subject = 'value' THEN
    SELECT v.* INTO stored FROM public.list_value v WHERE v.id = NEW.item::uuid;
    IF NOT FOUND THEN
      IF NOT EXISTS (SELECT FROM public.code_value c WHERE c.list = a ->> 'list' AND c.code = a ->> 'standard') THEN
        RAISE EXCEPTION 'no such standard value' USING ERRCODE = '23503';
      END IF;
      IF (SELECT count(*) FROM public.list_value v WHERE v.organisation_id = org AND v.list = a ->> 'list') >= 60
         OR (SELECT count(*) FROM public.list_value v WHERE v.organisation_id = org AND v.list = a ->> 'list'
                                                        AND v.standard_code = a ->> 'standard' AND NOT v.retired) >= 12 THEN
        RAISE EXCEPTION 'too many values' USING ERRCODE = '23514';
      END IF;
      INSERT INTO public.list_value (id, organisation_id, list, standard_code, key, labels, "position", created_by)
        VALUES (NEW.item::uuid, org, a ->> 'list', a ->> 'standard', a ->> 'key', a -> 'labels', (a ->> 'position')::int, NEW.created_by);
    -- What it stands for is never changed: no past figure moves.
    ELSIF a IS NULL OR (stored.organisation_id, stored.list, stored.standard_code, stored.key)
                       IS DISTINCT FROM (org, a ->> 'list', a ->> 'standard', a ->> 'key') THEN
      RAISE EXCEPTION 'an own value keeps its standard value' USING ERRCODE = '23514';
    ELSE
      IF a ->> 'successor' IS NOT NULL AND NOT EXISTS (
           SELECT FROM public.list_value v WHERE v.id = (a ->> 'successor')::uuid AND v.organisation_id = org AND v.list = stored.list
              AND v.standard_code = stored.standard_code AND v.successor_id IS NULL AND NOT v.retired) THEN
        RAISE EXCEPTION 'no such value to merge into' USING ERRCODE = '23514';
      END IF;
      UPDATE public.list_value SET labels = a -> 'labels', "position" = (a ->> 'position')::int, retired = (a ->> 'retired')::boolean,
             successor_id = (a ->> 'successor')::uuid
       WHERE id = NEW.item::uuid;
    END IF;
  ELSIF NEW.subject = 'place' THEN
    IF a ->> 'kind' IS NOT NULL AND NOT EXISTS (SELECT FROM public.place p WHERE p.id = NEW.item::uuid) THEN
      INSERT INTO public.place (id, slug, kind, organisation_id, country, name, label_en, label_fr, label_nl, label_de, city, sources,
                                "position", recorded_on)
        SELECT NEW.item::uuid, 'own-' || NEW.item, a ->> 'kind', org, 'be', l.any_label, l.any_label, l.any_label, l.any_label, l.any_label, a ->> 'city',
               '{}', 100000, app.now()::date
          FROM (SELECT value AS any_label FROM pg_catalog.jsonb_each_text(a -> 'labels') ORDER BY key LIMIT 1) l;
    END IF;
    IF NOT EXISTS (SELECT FROM public.place p WHERE p.id = NEW.item::uuid AND (p.organisation_id IS NULL OR p.organisation_id = org)) THEN
      RAISE EXCEPTION 'no such place' USING ERRCODE = '23503';
    END IF;
    DELETE FROM public.place_shown s WHERE s.organisation_id = org AND s.place_id = NEW.item::uuid;
    IF a IS NOT NULL THEN
      -- Editions from before there was anything to say of a visit say nothing of it.
      INSERT INTO public.place_shown (organisation_id, place_id, labels, aliases, hidden, visit_hours, visit_phone, visit_bring)
        VALUES (org, NEW.item::uuid, NULLIF(a -> 'labels', 'null'::jsonb),
                ARRAY(SELECT pg_catalog.jsonb_array_elements_text(a -> 'aliases')), (a ->> 'hidden')::boolean,
                COALESCE(a #>> '{visit,hours}', ''), COALESCE(a #>> '{visit,phone}', ''), COALESCE(a #>> '{visit,bring}', ''));
    END IF;
  END IF;

  IF NEW.subject = 'setting' AND NEW.item = 'work.unseen' THEN
    INSERT INTO public.recount (organisation_id, after_id, asked_at, done_at) VALUES (org, NULL, app.now(), NULL)
      ON CONFLICT (organisation_id) DO UPDATE SET after_id = NULL, asked_at = excluded.asked_at, done_at = NULL;
  ELSIF NEW.subject = 'setting' AND NEW.item IN ('signIn.day', 'signIn.secondStep') THEN
    -- A stricter rule holds for who is signed in already; whose time is over by it has five minutes, and so has who just said it.
    UPDATE public.session s
       SET expires_at = CASE WHEN NEW.item = 'signIn.day' AND a IS NOT NULL
                             THEN LEAST(s.expires_at, GREATEST(s.created_at + pg_catalog.make_interval(hours => a::int), app.now() + interval '5 minutes'))
                             ELSE s.expires_at END,
           second_step_due = s.second_step_due OR (NEW.item = 'signIn.secondStep' AND COALESCE(a::boolean, false))
      FROM public.staff st
     WHERE st.id = s.staff_id AND st.organisation_id = org AND s.revoked_at IS NULL;
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.apply_edition() TO accompany_owner;
