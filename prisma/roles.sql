-- Roles and the frame of one database. Run by a superuser in the database of Accompany, as often as you like:
-- `npm run db -- migrate` runs it on the embedded server; elsewhere the database administrator does (docs/runbook.md).
-- Passwords are not set here. Each role gets only what its work needs; tables are granted one by one in prisma/sql.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['owner', 'guard', 'sealed', 'migrate', 'app', 'auth', 'job', 'stats', 'share', 'backup', 'count'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'accompany_' || wanted) THEN
      EXECUTE format('CREATE ROLE %I', 'accompany_' || wanted);
    END IF;
  END LOOP;
END
$$;

-- Owns every table; forced row-level security binds it too. NOINHERIT: a policy written for guard does not open rows to it.
ALTER ROLE accompany_owner NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- Owns the SECURITY DEFINER functions that policies call; reads the access tables and nothing else.
ALTER ROLE accompany_guard NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- Owns the one function that hands out what sealed files are counted from (docs/adr/0141), and reads what it needs: the guard never does.
ALTER ROLE accompany_sealed NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE accompany_migrate LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE accompany_app LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE accompany_auth LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE accompany_job LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE accompany_stats LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- Counts for internal reports (docs/adr/0136): columns without text, names or ciphers. No one signs in as it: the application takes it on for
-- one transaction, and NOINHERIT keeps each of the two from the other's policies.
ALTER ROLE accompany_count NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- Stands behind the page that opens a link from outside: no table at all, two functions of the guard.
ALTER ROLE accompany_share LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- Sees every row (a backup under row-level security would be empty and look fine), and can change none.
ALTER ROLE accompany_backup LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS;

-- PostgreSQL lets a role change its own defaults, row-level security among them: what it wrote there is taken away. The application
-- says what its sessions stand on with each connection as well (lib/db/client.ts), and its start names what it finds (lib/db/roles.ts).
DO $$
DECLARE s record;
BEGIN
  FOR s IN SELECT r.rolname, d.datname FROM pg_db_role_setting x JOIN pg_roles r ON r.oid = x.setrole
             LEFT JOIN pg_database d ON d.oid = x.setdatabase
            WHERE r.rolname LIKE 'accompany\_%' AND (x.setdatabase = 0 OR d.datname = current_database()) LOOP
    IF s.datname IS NULL THEN EXECUTE format('ALTER ROLE %I RESET ALL', s.rolname);
    ELSE EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET ALL', s.rolname, s.datname); END IF;
  END LOOP;
END
$$;
-- Large objects lie outside every table and policy: no one needs them.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p
            WHERE p.pronamespace = 'pg_catalog'::regnamespace AND (p.proname LIKE 'lo\_%' OR p.proname IN ('loread', 'lowrite')) LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END
$$;

-- To hand functions over to guard and sealed, the owner must be their member.
GRANT accompany_guard, accompany_sealed TO accompany_owner;
GRANT accompany_owner TO accompany_migrate;
GRANT accompany_count TO accompany_app;
-- Whatever a migration makes belongs to the owner, who cannot sign in.
ALTER ROLE accompany_migrate SET role TO accompany_owner;

ALTER ROLE accompany_backup SET default_transaction_read_only TO on;
-- The driver drops the offset of a timestamp: any other zone would shift what it reads.
ALTER ROLE accompany_migrate SET timezone TO 'UTC';
ALTER ROLE accompany_app SET timezone TO 'UTC';
ALTER ROLE accompany_auth SET timezone TO 'UTC';
ALTER ROLE accompany_job SET timezone TO 'UTC';
ALTER ROLE accompany_stats SET timezone TO 'UTC';
ALTER ROLE accompany_share SET timezone TO 'UTC';
ALTER ROLE accompany_backup SET timezone TO 'UTC';

-- Limits (docs/adr/0106), here because they hold through any pool and for anyone who signs in as the role. A statement, a wait for
-- a lock or a transaction that someone forgot ends instead of keeping everyone else waiting. Milliseconds unless a unit is given.
ALTER ROLE accompany_app SET statement_timeout TO '15s';
ALTER ROLE accompany_app SET lock_timeout TO '8s';
ALTER ROLE accompany_app SET idle_in_transaction_session_timeout TO '30s';
ALTER ROLE accompany_auth SET statement_timeout TO '10s';
ALTER ROLE accompany_auth SET lock_timeout TO '5s';
ALTER ROLE accompany_auth SET idle_in_transaction_session_timeout TO '30s';
ALTER ROLE accompany_share SET statement_timeout TO '5s';
ALTER ROLE accompany_share SET lock_timeout TO '2s';
ALTER ROLE accompany_share SET idle_in_transaction_session_timeout TO '10s';
ALTER ROLE accompany_stats SET statement_timeout TO '60s';
ALTER ROLE accompany_stats SET lock_timeout TO '8s';
ALTER ROLE accompany_stats SET idle_in_transaction_session_timeout TO '60s';
ALTER ROLE accompany_job SET statement_timeout TO '30min';
ALTER ROLE accompany_job SET lock_timeout TO '60s';
ALTER ROLE accompany_job SET idle_in_transaction_session_timeout TO '10min';
-- A backup of a large database and a migration may take as long as they need; neither waits for ever behind someone's lock.
ALTER ROLE accompany_backup SET statement_timeout TO 0;
ALTER ROLE accompany_backup SET lock_timeout TO '60s';
ALTER ROLE accompany_backup SET idle_in_transaction_session_timeout TO '1h';
ALTER ROLE accompany_migrate SET statement_timeout TO 0;
ALTER ROLE accompany_migrate SET lock_timeout TO '60s';
ALTER ROLE accompany_migrate SET idle_in_transaction_session_timeout TO '1h';
-- What the pools of some instances need, so that an operator still gets in when they are full.
ALTER ROLE accompany_app CONNECTION LIMIT 60;

CREATE SCHEMA IF NOT EXISTS app;
ALTER SCHEMA app OWNER TO accompany_owner;
ALTER SCHEMA public OWNER TO accompany_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA app FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA app TO accompany_guard, accompany_sealed;
GRANT USAGE ON SCHEMA public TO accompany_guard, accompany_sealed;
GRANT USAGE ON SCHEMA public, app
  TO accompany_app, accompany_auth, accompany_job, accompany_stats, accompany_share, accompany_backup, accompany_count;

DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format(
    'GRANT CONNECT ON DATABASE %I TO accompany_migrate, accompany_app, accompany_auth, accompany_job,'
    ' accompany_stats, accompany_share, accompany_backup', current_database());
  -- For the trusted extensions that migrations create (pg_trgm and its like).
  EXECUTE format('GRANT CREATE ON DATABASE %I TO accompany_owner', current_database());
END
$$;

-- A new function is executable by everyone unless this says otherwise; a new table is in the next backup without a thought.
ALTER DEFAULT PRIVILEGES FOR ROLE accompany_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE accompany_guard REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE accompany_sealed REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE accompany_owner IN SCHEMA public GRANT SELECT ON TABLES TO accompany_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE accompany_owner IN SCHEMA public GRANT SELECT ON SEQUENCES TO accompany_backup;
