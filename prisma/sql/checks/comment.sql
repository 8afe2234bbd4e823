ALTER TABLE public.comment
  ADD CONSTRAINT comment_answers_something CHECK ((kind = 'answer') = (answers_id IS NOT NULL)),
  ADD CONSTRAINT comment_kind CHECK (kind IN ('question', 'answer', 'thanks', 'advice'));
