CREATE POLICY add ON public.wrapped_key FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL
    AND (holder_kind = 'person' AND (app.is_my_person(holder_id) OR app.is_new_person(holder_id)) OR holder_kind = 'file'
      AND app.may_write_case(holder_id) OR holder_kind = 'glass'
      AND (EXISTS (SELECT FROM public.glass g WHERE g.id = wrapped_key.holder_id AND g.staff_id = (SELECT app.worker_id())))
      OR holder_kind = 'visit' AND (EXISTS (SELECT FROM public.visit v WHERE v.id = wrapped_key.holder_id))));
CREATE POLICY erases ON public.wrapped_key FOR DELETE TO accompany_guard USING (true);
CREATE POLICY erases_which ON public.wrapped_key FOR SELECT TO accompany_guard USING (true);
CREATE POLICY import_add ON public.wrapped_key FOR INSERT TO accompany_app
  WITH CHECK (holder_kind = 'import' AND (EXISTS (SELECT FROM public.import i WHERE i.id = wrapped_key.holder_id AND i.forgotten_at IS NULL)));
CREATE POLICY import_reach ON public.wrapped_key FOR SELECT TO accompany_app
  USING (holder_kind = 'import' AND (EXISTS (SELECT FROM public.import i WHERE i.id = wrapped_key.holder_id)));
-- What was encrypted with the absorbed person's key before the merge, or while it happened, is read by anyone who reaches the one
-- who was kept.
CREATE POLICY merged ON public.wrapped_key FOR SELECT TO accompany_app
  USING (holder_kind = 'person' AND app.kept_as(holder_id) IS NOT NULL);
-- Of what is said about people at a partner (docs/adr/0176): for those who read the partner, made by those who keep it.
CREATE POLICY partner_add ON public.wrapped_key FOR INSERT TO accompany_app
  WITH CHECK (holder_kind = 'partner' AND (SELECT app.actor_role()) IN ('coordinator'::public.role, 'admin'::public.role)
    AND (EXISTS (SELECT FROM public.partner p WHERE p.id = wrapped_key.holder_id)));
CREATE POLICY partner_reach ON public.wrapped_key FOR SELECT TO accompany_app
  USING (holder_kind = 'partner' AND (EXISTS (SELECT FROM public.partner p WHERE p.id = wrapped_key.holder_id)));
-- Of a person of whom a partner let an office know (docs/adr/0191): made by app.take_incoming, for those who read the row.
CREATE POLICY incoming_reach ON public.wrapped_key FOR SELECT TO accompany_app
  USING (holder_kind = 'incoming' AND (EXISTS (SELECT FROM public.incoming_referral r WHERE r.id = wrapped_key.holder_id)));
-- Keys: of the words of an opening, for those whom it concerns; of a file, also for its guests. A new one is made by who may write.
CREATE POLICY reach ON public.wrapped_key FOR SELECT TO accompany_app
  USING (holder_kind = 'person' AND (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = wrapped_key.holder_id))
    OR holder_kind = 'file'
    AND ((EXISTS (SELECT FROM public.case_file f WHERE f.id = wrapped_key.holder_id))
      OR (holder_id = ANY ((SELECT app.guest_cases(NULL))::uuid[])))
    OR holder_kind = 'glass' AND (EXISTS (SELECT FROM public.glass g WHERE g.id = wrapped_key.holder_id)) OR holder_kind = 'visit'
    AND (EXISTS (SELECT FROM public.visit v WHERE v.id = wrapped_key.holder_id)));
CREATE POLICY suspects_add ON public.wrapped_key FOR INSERT TO accompany_app
  WITH CHECK (holder_kind = 'vault' AND (SELECT app.worker_id()) IS NOT NULL AND (holder_id = ANY ((SELECT app.member_cases())::uuid[]))
    AND (EXISTS (SELECT FROM public.case_file f WHERE f.id = wrapped_key.holder_id AND f.kind = 'thb')));
CREATE POLICY suspects_reach ON public.wrapped_key FOR SELECT TO accompany_app
  USING (holder_kind = 'vault' AND (SELECT app.worker_id()) IS NOT NULL AND (holder_id = ANY ((SELECT app.member_cases())::uuid[]))
    AND (EXISTS (SELECT FROM public.case_file f WHERE f.id = wrapped_key.holder_id AND f.kind = 'thb')));
CREATE TRIGGER keep_held BEFORE DELETE ON public.wrapped_key FOR EACH ROW EXECUTE FUNCTION app.keep_held();
GRANT INSERT, SELECT ON public.wrapped_key TO accompany_app;
-- With a text that waits about a file out of its author's reach (app.set_aside), or that came by the link of a partner (app.take_incoming).
CREATE POLICY sets_aside ON public.wrapped_key FOR INSERT TO accompany_guard WITH CHECK (holder_kind IN ('file', 'incoming'));
GRANT DELETE, SELECT (holder_id, holder_kind), INSERT (holder_id, holder_kind, id, kid, wrapped) ON public.wrapped_key TO accompany_guard;
CREATE POLICY counts_sealed ON public.wrapped_key FOR SELECT TO accompany_sealed
  USING (holder_kind = 'file' AND EXISTS (SELECT FROM public.case_file f WHERE f.id = wrapped_key.holder_id));
GRANT SELECT (holder_id, holder_kind, id, recipient, wrapped) ON public.wrapped_key TO accompany_sealed;
