ALTER TABLE public.reported_mistake
  ADD CONSTRAINT reported_mistake_about CHECK ((about IN ('fact', 'law', 'body')) AND slug ~ '^[a-z0-9-]{1,120}$'),
  ADD CONSTRAINT reported_mistake_answer CHECK ((outcome IN ('corrected', 'passed_on', 'kept')) AND length(answer) BETWEEN 1 AND 1000 AND (outcome IS NULL) = (answer IS NULL)
      AND (outcome IS NULL) = (answered_by IS NULL) AND (outcome IS NULL) = (answered_at IS NULL)),
  ADD CONSTRAINT reported_mistake_words CHECK (length(words) BETWEEN 1 AND 1000 AND length(source_address) <= 500 AND source_address ~ '^https?://[^[:space:]]+$');
