ALTER TABLE public.submission
  ADD CONSTRAINT submission_bytes CHECK ((enc IS NULL) = (cipher IS NULL)
    AND octet_length(enc) <= 200 AND octet_length(cipher) <= 262200);
-- Until it is judged it is whole.
ALTER TABLE public.submission
  ADD CONSTRAINT submission_custody CHECK ((outcome = 'received') = (judged_at IS NULL) AND (outcome <> 'received' OR cipher IS NOT NULL)
    AND (outcome IN ('returned', 'waiting') OR kept_until IS NULL));
ALTER TABLE public.submission
  ADD CONSTRAINT submission_codes CHECK (form IN ('visit', 'note', 'task', 'activity') AND state IN ('finished', 'unfinished')
    AND outcome IN ('received', 'placed', 'returned', 'waiting') AND reason ~ '^[a-zA-Z]{1,40}$');
