-- The first day of the removals without an outcome, in episodes that last; 0001-01-01 when it is not known. What ends a removal
-- takes the earliest one that waits (lib/detention/pairs.rules.ts).
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.next_removal(file uuid) RETURNS date
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  episode uuid; r record; at integer;
  plans uuid[]; days date[]; exact boolean[]; ends uuid[]; outcomes text[];
  found date;
BEGIN
  FOR episode IN
    SELECT DISTINCT e.episode_id FROM public.detention_event e
     WHERE e.case_id = file AND e.kind = 'removal_planned'
       AND EXISTS (SELECT FROM public.place_stay s WHERE s.episode_id = e.episode_id AND s.until IS NULL)
  LOOP
    plans := '{}'; days := '{}'; exact := '{}'; ends := '{}'; outcomes := '{}';
    FOR r IN
      SELECT e.id, e.kind, e.on_from, e.removal_outcome,
             e.on_from IS NOT NULL AND e.on_when ~ '^\d{4}-\d{2}-\d{2}$' AS is_exact
        FROM public.detention_event e
       WHERE e.episode_id = episode AND e.kind IN ('removal_planned', 'removal_ended', 'ended')
         AND e.withdrawn_because IS NULL
         AND NOT EXISTS (SELECT FROM public.detention_event later WHERE later.replaces = e.id)
       ORDER BY e.on_from NULLS LAST, e.on_to,
                CASE WHEN e.on_from IS NOT NULL THEN 0 WHEN e.on_when = 'not_known' THEN 1 WHEN e.on_when = 'declined' THEN 2 ELSE 3 END,
                e.on_when COLLATE "C",
                CASE e.kind WHEN 'removal_planned' THEN 0 WHEN 'removal_ended' THEN 1 ELSE 2 END, e.id
    LOOP
      IF r.kind = 'ended' THEN
        -- Anyone who is no longer detained is not removed from there.
        plans := '{}'; ends := '{}';
        EXIT;
      ELSIF r.kind = 'removal_planned' THEN
        plans := plans || r.id; days := days || r.on_from; exact := exact || r.is_exact;
      ELSIF cardinality(plans) > 0 THEN
        plans := plans[2:]; days := days[2:]; exact := exact[2:];
      ELSE
        ends := ends || r.id; outcomes := outcomes || r.removal_outcome;
      END IF;
    END LOOP;
    -- A plan may be called off before its day, or have had none.
    FOR n IN 1 .. cardinality(ends) LOOP
      FOR at IN 1 .. cardinality(plans) LOOP
        IF plans[at] < ends[n] AND (NOT exact[at] OR outcomes[n] IN
           ('cancelled_authority', 'cancelled_documents', 'suspended_court', 'medical', 'released_before', 'unknown')) THEN
          plans := plans[:at - 1] || plans[at + 1:];
          days := days[:at - 1] || days[at + 1:];
          exact := exact[:at - 1] || exact[at + 1:];
          EXIT;
        END IF;
      END LOOP;
    END LOOP;
    FOR n IN 1 .. cardinality(plans) LOOP
      found := LEAST(found, COALESCE(days[n], DATE '0001-01-01'));
    END LOOP;
  END LOOP;
  RETURN found;
END $$;
