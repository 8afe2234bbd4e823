import { DEVICE_MUTANTS } from './device'
import type { Mutant } from './mutant'
import { REPORT_MUTANTS } from './reports'

const functionOf = (place: string) => `prisma/sql/functions/${place}.sql`
const table = (name: string) => `prisma/sql/tables/${name}.sql`

const CONSENT_GAP = functionOf('consents/consent_gap')
const COUNTED = functionOf('consents/people_to_count')

/** All of them, those of the device store and of the reports last. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'policy dropped',
    red: 'tests/access/scope.property.test.ts',
    file: table('note'),
    replace: 'DROP POLICY circle ON public.note;',
  },
  {
    name: 'an answer of a conversation in any file',
    red: 'tests/integration/own-fields.test.ts',
    file: table('own_value'),
    replace: 'DROP POLICY of_this_encounter ON public.own_value;',
  },
  {
    name: 'answers of any visit',
    red: 'tests/integration/own-fields.test.ts',
    file: table('own_visit_value'),
    replace: 'ALTER POLICY reach ON public.own_visit_value USING (true);',
  },
  {
    name: 'an answer to any visit',
    red: 'tests/integration/own-fields.test.ts',
    file: table('own_visit_value'),
    replace: 'ALTER POLICY add ON public.own_visit_value WITH CHECK (true);',
  },
  {
    name: 'a field of the file answered of a conversation',
    red: 'tests/integration/own-fields.test.ts',
    file: functionOf('fields/check_own_value'),
    find: "CASE WHEN one ->> 'encounter_id' IS NULL THEN TG_ARGV[0] ELSE 'encounter' END",
    replace: 'TG_ARGV[0]',
  },
  {
    name: 'circle of the file itself dropped',
    red: 'tests/access/sealed-life.test.ts',
    file: table('case_file'),
    replace: 'DROP POLICY circle ON public.case_file;',
  },
  {
    name: 'guest honoured after her end',
    red: 'tests/integration/locks.test.ts',
    file: functionOf('access/guest_cases'),
    find: 'm.valid_from <= app.now() AND m.valid_until > app.now()\n     AND (part IS NULL',
    replace: 'm.valid_from <= app.now()\n     AND (part IS NULL',
  },
  {
    name: 'glass on a sealed file',
    red: 'tests/integration/glass.test.ts',
    file: functionOf('access/glass_cases'),
    find: "AND f.secrecy = 'restricted'\n     AND g.at",
    replace: 'AND g.at',
  },
  {
    name: 'one hand for a circle',
    red: 'tests/integration/circles.test.ts',
    file: table('case_member'),
    replace: 'DROP POLICY two_hands ON public.case_member;',
  },
  {
    name: 'the lawyer’s notes for everybody',
    red: 'tests/integration/circles.test.ts',
    file: table('note'),
    replace: 'DROP POLICY privileged ON public.note;',
  },
  {
    name: 'FORCE dropped',
    red: 'tests/access/rows.test.ts',
    file: table('person'),
    replace: 'ALTER TABLE public.person NO FORCE ROW LEVEL SECURITY;',
  },
  {
    name: 'action without handler',
    red: 'tests/architecture/handlers.test.ts',
    file: 'lib/cases/note.actions.ts',
    replace: '\nexport const sneak = async () => ({ ok: true })\n',
  },
  {
    name: 'scope removed',
    red: 'tests/access/scope.property.test.ts',
    file: 'lib/access/scope.ts',
    find: "{ secrecy: 'open', OR: [{ workerId: actor.id }, ...led] }",
    replace: '{ OR: [{ workerId: actor.id }, ...led] }',
  },
  {
    name: 'audit after commit',
    red: 'tests/integration/writes.test.ts',
    file: 'lib/server/carry-out.ts',
    find: 'else await keep(work, requestId, { line, answer })',
    replace:
      'else setImmediate(() => void withWork(token, (late) => keep(late, requestId, { line, answer })).catch(() => undefined))',
  },
  {
    name: 'session-level context',
    red: 'tests/access/rows.test.ts',
    file: functionOf('access/enter'),
    find: "set_config('app.token', token, true)",
    replace: "set_config('app.token', token, false)",
  },
  {
    name: 'version ignored',
    red: 'tests/integration/writes.test.ts',
    file: 'lib/cases/case.data.ts',
    find: 'where: which,\n    data: { ...change',
    replace: 'where: { id: which.id },\n    data: { ...change',
  },
  {
    name: 'idempotency ignored',
    red: 'tests/integration/writes.test.ts',
    file: 'lib/server/receipt.data.ts',
    find: 'if (taken === 1) return null',
    replace: 'if (taken < 2) return null',
  },
  {
    name: 'admin granted content',
    red: 'tests/access/matrix.test.ts',
    file: 'lib/access/grants.ts',
    find: '  admin: {\n',
    replace: "  admin: {\n    'case:read': 'team',\n",
  },
  {
    name: 'a code of any file of one’s office',
    red: 'tests/access/scope.property.test.ts',
    file: functionOf('access/seen_by_code'),
    find: "f.secrecy = 'open' AND (f.worker_id",
    replace: '(f.worker_id',
  },
  {
    name: 'a consent holds after it was withdrawn',
    red: 'tests/integration/consents.test.ts',
    file: CONSENT_GAP,
    find: "        WHEN s.withdrawn_at IS NOT NULL THEN 'withdrawn'\n",
    replace: '',
  },
  {
    name: 'a consent holds after its end',
    red: 'tests/integration/consent-uses.test.ts',
    file: CONSENT_GAP,
    find: "        WHEN s.expires_at <= app.now() THEN 'expired'\n",
    replace: '',
  },
  {
    name: 'a child agrees without a guardian',
    red: 'tests/integration/consents.test.ts',
    file: CONSENT_GAP,
    find: "        WHEN s.is_minor AND s.given_by NOT IN ('guardian', 'parent') THEN 'guardian'\n",
    replace: '',
  },
  {
    name: 'more leaves than was agreed to',
    red: 'tests/integration/consent-enforced.test.ts',
    file: CONSENT_GAP,
    find: "        WHEN NOT s.scopes @> of_scope THEN 'scope'\n",
    replace: '',
  },
  {
    name: 'a link outlives the consent it rests on',
    red: 'tests/integration/shares.test.ts',
    file: functionOf('referrals/share_gap'),
    find: '  RETURN app.consent_gap(in_file, whom, app.referral_purpose(what), app.referral_recipient(what), app.referral_scopes(which));\nEND',
    replace: '  RETURN NULL;\nEND',
  },
  {
    name: 'counted after a withdrawal',
    red: 'tests/integration/consent-enforced.test.ts',
    file: COUNTED,
    find: "w.kind = 'withdrawn' AND w.ended_on < period_start",
    replace: 'false',
  },
  {
    name: 'counted after a no in another file',
    red: 'tests/integration/consent-enforced.test.ts',
    file: COUNTED,
    find: 'HAVING pg_catalog.bool_and(is_yes)',
    replace: 'HAVING pg_catalog.bool_or(is_yes)',
  },
  {
    name: 'counted though it was said after the period',
    red: 'tests/integration/consent-enforced.test.ts',
    file: COUNTED,
    find: ' AND asked_on <= period_end',
    replace: '',
  },
  {
    name: 'a child counted without a guardian',
    red: 'tests/integration/consent-enforced.test.ts',
    file: COUNTED,
    find: "c.given_by IN ('guardian', 'parent') AND ",
    replace: '',
  },
  {
    name: 'a number can be looked up in a sealed file',
    red: 'tests/integration/numbers.test.ts',
    file: table('safe_contact'),
    replace: `
      ALTER TABLE public.safe_contact DROP CONSTRAINT safe_contact_number_mark;
      ALTER TABLE public.safe_contact DROP CONSTRAINT safe_contact_tail_mark;
      ALTER TABLE public.guardianship_event DROP CONSTRAINT guardianship_event_tail_mark;
      ALTER TABLE public.guardianship_event DROP CONSTRAINT guardianship_event_number_mark;
      CREATE OR REPLACE FUNCTION app.forget_number() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';`,
  },
  {
    name: 'a held file is erased',
    red: 'tests/integration/erasure.test.ts',
    file: functionOf('rights/is_held'),
    replace: `
      SET ROLE accompany_guard;
      CREATE OR REPLACE FUNCTION app.is_held(file uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS 'SELECT false';`,
  },
  ...DEVICE_MUTANTS,
  ...REPORT_MUTANTS,
]
