-- What a plan costs: its tables, each as often as one person may stand in it. One part is a table with noise of variance 37 and one
-- answer a person, a zCDP of 1/74. Null for what is no plan. The same numbers as lib/statistics/noise.rules.ts; a test compares them.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.noise_cost(plan text) RETURNS integer
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT CASE plan WHEN 'people' THEN 3 WHEN 'ages' THEN 2 WHEN 'subjects' THEN 3 END
$$;
