CREATE OR REPLACE PROCEDURE app.go_on_counting()
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE base bigint := app.needed_base();
BEGIN
  IF base IS NOT NULL THEN
    EXECUTE pg_catalog.format(
      'CREATE OR REPLACE FUNCTION app.trail_base() RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = '''' AS %L',
      pg_catalog.format('SELECT %s::bigint', base));
  END IF;
END $$;
