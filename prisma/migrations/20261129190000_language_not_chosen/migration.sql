-- Null: the account has chosen no language, and its pages speak the one of the browser (docs/adr/0122).
ALTER TABLE public.staff ALTER COLUMN locale DROP DEFAULT, ALTER COLUMN locale DROP NOT NULL;
