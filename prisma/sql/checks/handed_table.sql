ALTER TABLE public.handed_table
  ADD CONSTRAINT handed_table_year CHECK (year BETWEEN 2000 AND 2999),
  -- No number under ten, and none that is not rounded to five: an exact table cannot be handed in by mistake.
  ADD CONSTRAINT handed_table_coarse CHECK (jsonb_typeof(parts) = 'array' AND length(parts::text) < 200000
    AND NOT jsonb_path_exists(parts, 'strict $.** ? (@.type() == "number" && (@ < 10 || @ % 5 != 0))'));
