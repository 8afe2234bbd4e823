-- Takes finer values back from a conversation within reach, when the actor has just put what was chosen into its history.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.withdraw_finer(of_encounter uuid, withdrawn uuid[]) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  me uuid := app.worker_id();
  taken integer;
BEGIN
  IF me IS NULL OR NOT EXISTS (SELECT 1 FROM public.encounter_revision r
                                WHERE r.encounter_id = of_encounter AND r.replaced_by = me) THEN
    RETURN 0;
  END IF;
  DELETE FROM public.encounter_finer i
   WHERE i.encounter_id = of_encounter AND i.own_id = ANY (withdrawn)
     AND (i.case_id = ANY (app.my_cases()) OR i.team_id = ANY (app.led_teams()))
     AND (i.secrecy = 'open' OR i.case_id = ANY (app.member_cases()));
  GET DIAGNOSTICS taken = ROW_COUNT;
  RETURN taken;
END $$;
GRANT EXECUTE ON FUNCTION app.withdraw_finer(uuid, uuid[]) TO accompany_app;
