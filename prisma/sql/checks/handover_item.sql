ALTER TABLE public.handover_item
  ADD CONSTRAINT handover_item_never_sealed CHECK (secrecy <> 'sealed'),
  ADD CONSTRAINT handover_item_state CHECK (state IN ('draft', 'held', 'offered', 'accepted', 'declined', 'skipped', 'undone')),
  ADD CONSTRAINT handover_item_to CHECK ((state NOT IN ('offered', 'accepted')) OR to_staff_id IS NOT NULL);
