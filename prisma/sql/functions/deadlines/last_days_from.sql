-- From when on an open deadline is in its last days (lib/deadlines/last-days.rules.ts): null where others have to act.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.last_days_from(
  meaning text, severity text, remind jsonb, happened_on date, remind_on date, explanation jsonb) RETURNS date
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT CASE
    WHEN meaning NOT IN ('act', 'attend') THEN NULL
    WHEN happened_on < reminded AND (remind_on - happened_on <= 10 OR EXISTS (
      SELECT FROM jsonb_array_elements(
          COALESCE(explanation #> '{computation,steps}', '[]') || COALESCE(explanation #> '{letter,steps}', '[]')) s
       WHERE s ->> 'code' IN ('counted', 'countedBack', 'printedPeriod')
         AND (s ->> 'amount')::numeric
             * CASE s ->> 'unit' WHEN 'week' THEN 7 WHEN 'month' THEN 30 WHEN 'hour' THEN 1 ELSE 1 END
             <= CASE s ->> 'unit' WHEN 'hour' THEN 240 ELSE 10 END)) THEN happened_on
    ELSE reminded END
  FROM (SELECT LEAST(
    remind_on - CASE severity WHEN 'critical' THEN 5 WHEN 'high' THEN 14 ELSE 7 END,
    (SELECT min(remind_on - d::integer) FROM jsonb_array_elements_text(remind -> 'days') d),
    (SELECT min((remind_on - make_interval(months => m::integer))::date)
       FROM jsonb_array_elements_text(remind -> 'months') m)) AS reminded) first;
$$;
