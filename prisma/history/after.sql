-- Runs once, in the transaction in which a database leaves the history (scripts/adoption.mjs).

-- Only migrations called these procedures. What they made stands in prisma/sql/classes.
DROP PROCEDURE app.protect_file_table, app.protect_claim_table, app.let_file_table_be_read, app.let_claims_be_withdrawn,
  app.let_import_look, app.let_merge_move, app.keep_claims_from_glass;

-- Who makes a trigger must be allowed to call its function, as the owner of the tables is for every other one.
SET ROLE accompany_guard;
GRANT EXECUTE ON FUNCTION app.check_sealed(), app.spread_scope() TO accompany_owner;
RESET ROLE;
