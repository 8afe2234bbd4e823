-- A departure that a register tells of closes the deadline of an order to leave, as the acts of the other rooms do.
ALTER TABLE public.deadline DROP CONSTRAINT deadline_closed_by_an_act;
ALTER TABLE public.deadline ADD CONSTRAINT deadline_closed_by_an_act CHECK (
  (status = 'closed') = (closed_act IS NOT NULL) AND (status = 'closed') = (closed_on IS NOT NULL)
  AND (status = 'closed') = (closed_ref IS NOT NULL) AND (status = 'closed') = (closed_by IS NOT NULL)
  AND (status = 'closed') = (closed_at IS NOT NULL) AND (status = 'closed') = (kept IS NOT NULL)
  AND (status = 'closed') = COALESCE(closed_kind IN (
    'note', 'encounter', 'asylum_event', 'stay_document', 'detention_event', 'matter_step'), false));
