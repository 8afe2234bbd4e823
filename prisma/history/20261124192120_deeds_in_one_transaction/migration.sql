-- A change and its line in the trail stand or fall together (docs/adr/0004), also where the application may not write the
-- table: sessions, invitations, passwords, the register of releases. Until now another role wrote those in a transaction
-- of its own, so a crash in between left a change without its line, and a replay did the deed again. Now the application
-- calls a function of the guard inside its own transaction; each asks the live session what it may do (docs/adr/0014).

GRANT UPDATE (revoked_at) ON public.session TO accompany_guard;
GRANT SELECT (id, organisation_id, token_hash, used_at, revoked_at), UPDATE (revoked_at),
  INSERT (id, organisation_id, email, role, team_id, token_hash, created_at, expires_at, invited_by)
  ON public.invitation TO accompany_guard;
GRANT SELECT (staff_id, password_hash), UPDATE (password_hash, password_set_at) ON public.credential TO accompany_guard;
GRANT SELECT (id, organisation_id) ON public.snapshot TO accompany_guard;
GRANT SELECT (id, organisation_id), INSERT ON public.sdc_release TO accompany_guard;
GRANT SELECT (release_id, recipient, purpose, requested_by), INSERT ON public.sdc_handover TO accompany_guard;

CREATE POLICY guards ON public.invitation FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY guards ON public.credential FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY guards ON public.snapshot FOR SELECT TO accompany_guard USING (true);
CREATE POLICY guards ON public.sdc_release FOR SELECT TO accompany_guard USING (true);
CREATE POLICY guards_add ON public.sdc_release FOR INSERT TO accompany_guard WITH CHECK (true);
CREATE POLICY guards ON public.sdc_handover FOR SELECT TO accompany_guard USING (true);
CREATE POLICY guards_add ON public.sdc_handover FOR INSERT TO accompany_guard WITH CHECK (true);

SET ROLE accompany_guard;

-- Ends the sessions of an account but for one: one's own, or as admin those of a colleague. Says how many.
CREATE FUNCTION app.end_sessions(account uuid, spared uuid) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE ended integer;
BEGIN
  UPDATE public.session s SET revoked_at = app.now()
    FROM app.live_session() a, public.staff st
   WHERE s.staff_id = account AND st.id = account AND s.revoked_at IS NULL AND s.id IS DISTINCT FROM spared
     AND (st.id = a.staff_id OR (a.role = 'admin' AND st.organisation_id = a.organisation_id));
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- Ends one session of one's own. False: there is no such open session.
CREATE FUNCTION app.end_own_session(session uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.session s SET revoked_at = app.now()
   WHERE s.id = end_own_session.session AND s.staff_id = app.actor_id() AND s.revoked_at IS NULL;
  RETURN FOUND;
END $$;

-- Whoever changes a password must know the hash from before, which the application's role cannot read: a live session
-- and this role alone take no account over. False: it is another one by now.
CREATE FUNCTION app.change_password(before text, after text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.credential c SET password_hash = after, password_set_at = app.now()
   WHERE c.staff_id = app.actor_id() AND c.password_hash = before;
  RETURN FOUND;
END $$;

-- Invites into the admin's own organisation, for a day at most. The same link again is the invitation that stands already.
-- Null: the office is not of this organisation.
CREATE FUNCTION app.invite(invitation uuid, address text, future_role public.role, office uuid, link_hash text, until timestamptz)
  RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin invites' USING ERRCODE = '42501';
  END IF;
  IF office IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.team t WHERE t.id = office AND t.organisation_id = house) THEN
    RETURN NULL;
  END IF;
  INSERT INTO public.invitation (id, organisation_id, email, role, team_id, token_hash, created_at, expires_at, invited_by)
    VALUES (invitation, house, address, future_role, office, link_hash, app.now(),
            LEAST(until, app.now() + interval '24 hours'), admin)
    ON CONFLICT (token_hash) DO NOTHING;
  RETURN (SELECT i.id FROM public.invitation i WHERE i.token_hash = link_hash AND i.organisation_id = house);
END $$;

-- False: it was used, withdrawn, or is not of this organisation.
CREATE FUNCTION app.withdraw_invitation(invitation uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.invitation i SET revoked_at = app.now()
    FROM app.live_session() a
   WHERE i.id = withdraw_invitation.invitation AND i.used_at IS NULL AND i.revoked_at IS NULL
     AND a.role = 'admin' AND i.organisation_id = a.organisation_id;
  RETURN FOUND;
END $$;

-- Writes a release into the register (its files only the first time) and to whom it goes (once).
CREATE FUNCTION app.register_release(release text, files jsonb, handover uuid, receiver text, reason text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin releases figures' USING ERRCODE = '42501';
  END IF;
  IF files IS NOT NULL THEN
    INSERT INTO public.sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown,
                                    cells_hidden, cells_new, meter_after, csv, json, file_hashes, requested_by)
    SELECT release, house, s.id, f.measure, f.spec, f."engineVersion", f."cellsShown", f."cellsHidden", f."cellsNew",
           f."meterAfter", f.csv, f.json, f."fileHashes", admin
      FROM pg_catalog.jsonb_to_record(files) AS f("snapshotId" uuid, measure text, spec jsonb, "engineVersion" text,
             "cellsShown" integer, "cellsHidden" integer, "cellsNew" integer, "meterAfter" integer, csv text, json text,
             "fileHashes" jsonb)
      JOIN public.snapshot s ON s.id = f."snapshotId" AND s.organisation_id = house;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.sdc_release r WHERE r.id = release AND r.organisation_id = house) THEN
    RAISE EXCEPTION 'no such release' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public.sdc_handover (id, release_id, recipient, purpose, requested_by)
    SELECT handover, release, receiver, reason, admin
     WHERE NOT EXISTS (SELECT 1 FROM public.sdc_handover h WHERE h.release_id = release AND h.recipient = receiver
                          AND h.purpose = reason AND h.requested_by = admin);
END $$;

REVOKE ALL ON FUNCTION app.end_sessions(uuid, uuid), app.end_own_session(uuid), app.change_password(text, text),
  app.invite(uuid, text, public.role, uuid, text, timestamptz), app.withdraw_invitation(uuid),
  app.register_release(text, jsonb, uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.end_sessions(uuid, uuid), app.end_own_session(uuid), app.change_password(text, text),
  app.invite(uuid, text, public.role, uuid, text, timestamptz), app.withdraw_invitation(uuid),
  app.register_release(text, jsonb, uuid, text, text) TO accompany_app;
RESET ROLE;

-- What these functions do now, the other roles need no more: statistics only reads, sign-in invites nobody.
DROP POLICY registers ON public.sdc_release;
DROP POLICY registers ON public.sdc_handover;
REVOKE INSERT ON public.sdc_release, public.sdc_handover FROM accompany_stats;
REVOKE INSERT, UPDATE (revoked_at) ON public.invitation FROM accompany_auth;
