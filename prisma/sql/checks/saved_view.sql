ALTER TABLE public.saved_view
  ADD CONSTRAINT saved_view_name CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT saved_view_query CHECK (length(query) <= 2000 AND query ~ '^[A-Za-z0-9=&_-]*$');
