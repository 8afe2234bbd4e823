-- "One of those within reach" was written as IN (SELECT …): PostgreSQL then reads everything within reach to look at one row.
-- EXISTS says the same, and lets it look at that row by its key, or at all of them where that is cheaper. Nobody reaches more
-- or less than before; npm run bench shows what it saves.

-- What hangs on a visit.
ALTER POLICY reach ON public.visit_visitor
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_visitor.visit_id));
ALTER POLICY add ON public.visit_visitor
  WITH CHECK (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_visitor.visit_id) AND app.is_colleague(staff_id));
ALTER POLICY reach ON public.visit_observation
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_observation.visit_id));
ALTER POLICY add ON public.visit_observation
  WITH CHECK (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_observation.visit_id));
ALTER POLICY work ON public.visit_observation
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_observation.visit_id));
ALTER POLICY reach ON public.visit_group
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_group.visit_id));
ALTER POLICY add ON public.visit_group
  WITH CHECK (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_group.visit_id));
ALTER POLICY work ON public.visit_group
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_group.visit_id));
ALTER POLICY reach ON public.visit_revision
  USING (EXISTS (SELECT FROM public.visit v WHERE v.id = visit_revision.visit_id));

-- Conversations, and what hangs on them.
ALTER POLICY on_my_visit ON public.encounter
  WITH CHECK (EXISTS (SELECT FROM public.visit v WHERE v.id = encounter.visit_id)
    AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = encounter.person_id));
ALTER POLICY of_this_file ON public.encounter
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = encounter.case_id AND cp.person_id = encounter.person_id));
ALTER POLICY of_this_file ON public.place_stay
  WITH CHECK (EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = place_stay.case_id AND cp.person_id = place_stay.person_id));
ALTER POLICY of_this_encounter ON public.encounter_item
  WITH CHECK (EXISTS (SELECT FROM public.encounter e WHERE e.id = encounter_item.encounter_id AND e.case_id = encounter_item.case_id));
ALTER POLICY of_this_encounter ON public.signal
  WITH CHECK (EXISTS (SELECT FROM public.encounter e WHERE e.id = signal.encounter_id AND e.case_id = signal.case_id));
ALTER POLICY of_this_encounter ON public.encounter_account
  WITH CHECK (EXISTS (SELECT FROM public.encounter e WHERE e.id = encounter_account.encounter_id AND e.case_id = encounter_account.case_id));

-- People, through the files they stand in.
ALTER POLICY reach ON public.person
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person.id));
ALTER POLICY work ON public.person
  USING ((SELECT app.worker_id()) IS NOT NULL AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person.id));
ALTER POLICY reach ON public.person_name
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_name.person_id));
ALTER POLICY add ON public.person_name
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_name.person_id));
ALTER POLICY reach ON public.age_claim
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = age_claim.person_id));
ALTER POLICY add ON public.age_claim
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = age_claim.person_id));
ALTER POLICY reach ON public.nationality
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = nationality.person_id));
ALTER POLICY add ON public.nationality
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = nationality.person_id));
ALTER POLICY reach ON public.person_language
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_language.person_id));
ALTER POLICY add ON public.person_language
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_language.person_id));
ALTER POLICY reach ON public.person_identifier
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_identifier.person_id));
ALTER POLICY add ON public.person_identifier
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_identifier.person_id));

-- Keys, through what they open.
ALTER POLICY reach ON public.wrapped_key
  USING ((holder_kind = 'person' AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = wrapped_key.holder_id)) OR
    (holder_kind = 'file' AND EXISTS (SELECT FROM public.case_file f WHERE f.id = wrapped_key.holder_id)) OR
    (holder_kind = 'visit' AND EXISTS (SELECT FROM public.visit v WHERE v.id = wrapped_key.holder_id)));
ALTER POLICY add ON public.wrapped_key
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND ((holder_kind = 'person' AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = wrapped_key.holder_id)
      OR app.is_new_person(holder_id))) OR
    (holder_kind = 'file' AND EXISTS (SELECT FROM public.case_file f WHERE f.id = wrapped_key.holder_id)) OR
    (holder_kind = 'visit' AND EXISTS (SELECT FROM public.visit v WHERE v.id = wrapped_key.holder_id))));

-- What is read file by file.
ALTER POLICY of_my_files ON public.audit_event
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = audit_event.case_id));
ALTER POLICY of_my_files ON public.notice
  USING (case_id IS NULL OR EXISTS (SELECT FROM public.case_file f WHERE f.id = notice.case_id));

-- The signals of one conversation: asked by the snapshot, and by every conversation that is taken away.
CREATE INDEX signal_encounter_id_idx ON public.signal (encounter_id);
