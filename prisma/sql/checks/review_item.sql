ALTER TABLE public.review_item
  ADD CONSTRAINT review_item_decision CHECK (decision IN ('fine', 'task', 'step', 'ask', 'close'));
