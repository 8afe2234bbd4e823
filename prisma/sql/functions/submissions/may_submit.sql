-- Sixty deliveries or greetings a minute from one network.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.may_submit(of_network text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE used int;
BEGIN
  INSERT INTO public.throttle AS t (key, points, window_end) VALUES (of_network, 1, app.now() + interval '1 minute')
  ON CONFLICT (key) DO UPDATE
    SET points = CASE WHEN t.window_end <= app.now() THEN 1 ELSE LEAST(t.points + 1, 1000) END,
        window_end = CASE WHEN t.window_end <= app.now() THEN EXCLUDED.window_end ELSE t.window_end END
  RETURNING t.points INTO used;
  RETURN used <= 60;
END $$;
GRANT EXECUTE ON FUNCTION app.may_submit(text) TO accompany_share;
