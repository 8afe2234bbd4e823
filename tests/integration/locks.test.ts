import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/lib/shared/ids'
import { openGiven } from '../support/given/given'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'

// What someone could try who runs any SQL with the application's own credential and a colleague's live session.

const BYTES = Buffer.from('00', 'hex')
let owner: pg.Client
let app: pg.Client

const given = openGiven()
const home = given.organisation()
const away = given.organisation()
const north = given.team(home)
const south = given.team(home)
const abroad = given.team(away)
const placeId = given.place()
const worker = given.staff(home, 'caseworker', { teams: [north] })
const colleague = given.staff(home, 'caseworker', { teams: [north, south] })
const coordinator = given.staff(home, 'coordinator', { leads: [north] })
const admin = given.staff(home, 'admin')
const guest = given.staff(home, 'guest')
const stranger = given.staff(away, 'coordinator', { leads: [abroad] })
const mine = given.file({ teamId: north, workerId: worker })
const theirs = given.file({ teamId: south, workerId: colleague })
const narrow = given.file({ teamId: north, workerId: colleague, secrecy: 'restricted' })
const sealed = given.file({ teamId: north, workerId: colleague, secrecy: 'sealed', kind: 'thb' })
const foreign = given.file({ teamId: abroad, workerId: stranger })
const minePerson = given.person({ caseIds: [mine.id], createdBy: worker })
const theirPerson = given.person({ caseIds: [theirs.id], createdBy: colleague })
const sealedPerson = given.person({ caseIds: [sealed.id], createdBy: colleague, sealed: true })
const narrowPerson = given.person({ caseIds: [narrow.id], createdBy: colleague })
for (const staffId of [colleague, coordinator])
  for (const caseId of [sealed.id, narrow.id])
    given.member({ caseId, staffId, addedBy: colleague, kind: 'circle' })
const soon = new Date(Date.now() + 3_600_000)
const cover = given.member({
  caseId: theirs.id,
  staffId: worker,
  addedBy: colleague,
  kind: 'cover',
  until: soon,
})
given.member({
  caseId: mine.id,
  staffId: guest,
  addedBy: worker,
  kind: 'guest',
  until: soon,
  parts: ['tasks', 'people', 'deadlines', 'notes'],
})
const mineVisit = given.visit({ teamId: north, placeId, createdBy: worker })
given.note({ caseId: mine.id, authorId: worker })
given.encounter({ visitId: mineVisit, caseId: mine.id, personId: minePerson, placeId, authorId: worker })
const theirVisit = given.visit({ teamId: south, placeId, createdBy: colleague })
const theirTalk = given.encounter({
  visitId: theirVisit,
  caseId: theirs.id,
  personId: theirPerson,
  placeId,
  authorId: colleague,
})
const foreignPerson = given.person({ caseIds: [foreign.id], createdBy: stranger })
const foreignVisit = given.visit({ teamId: abroad, placeId, createdBy: stranger })
const foreignTalk = given.encounter({
  visitId: foreignVisit,
  caseId: foreign.id,
  personId: foreignPerson,
  placeId,
  authorId: stranger,
})
const tokens = {
  worker: given.tokenFor(worker),
  colleague: given.tokenFor(colleague),
  coordinator: given.tokenFor(coordinator),
  admin: given.tokenFor(admin),
  guest: given.tokenFor(guest),
}
type Who = keyof typeof tokens
/** Sessions of others that someone could try to end. */
const colleagueSession = given.session(colleague).id
const strangerSession = given.session(stranger).id

/** Runs SQL as this colleague and rolls it back: how many rows it touched, or what it was refused with. */
const attempt = async (who: Who, sql: string, values: readonly unknown[] = []): Promise<number | string> => {
  await app.query('BEGIN')
  try {
    await app.query('SELECT FROM app.enter($1)', [tokens[who]])
    const { rowCount } = await app.query(sql, [...values])
    await app.query('SET CONSTRAINTS ALL IMMEDIATE')
    return rowCount ?? 0
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    return `${error.code} ${error.message}`
  } finally {
    await app.query('ROLLBACK')
  }
}
const insert = (who: Who, table: string, row: Readonly<Record<string, unknown>>) =>
  attempt(
    who,
    `INSERT INTO public.${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map((_, i) => `$${i + 1}`)
      .join(', ')})`,
    Object.values(row),
  )

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
  app = new pg.Client({ connectionString: urls.app })
  await app.connect()
})
afterAll(async () => {
  await owner.end()
  await app.end()
})

const note = (over: Record<string, unknown> = {}) => ({
  id: newId(),
  case_id: mine.id,
  kind: 'call',
  happened_on: '2026-03-03',
  body_cipher: BYTES,
  author_id: worker,
  ...over,
})
const encounter = (over: Record<string, unknown> = {}) => ({
  id: newId(),
  visit_id: mineVisit,
  case_id: mine.id,
  person_id: minePerson,
  place_id: placeId,
  met_on: '2026-03-05',
  position: 1,
  outcome: 'seen',
  author_id: worker,
  ...over,
})
const stay = (over: Record<string, unknown> = {}) => ({
  id: newId(),
  case_id: mine.id,
  person_id: minePerson,
  place_id: placeId,
  ...over,
})
const member = (over: Record<string, unknown> = {}) => ({
  id: newId(),
  case_id: mine.id,
  staff_id: colleague,
  kind: 'support',
  added_by: worker,
  ...over,
})
const assignment = (over: Record<string, unknown> = {}) => ({
  id: newId(),
  case_id: mine.id,
  from_staff_id: worker,
  to_staff_id: colleague,
  reason_cipher: BYTES,
  assigned_by: coordinator,
  ...over,
})
const file = (over: Record<string, unknown> = {}) => ({
  id: newId(),
  code: 'X',
  kind: 'det',
  team_id: north,
  worker_id: worker,
  opened_on: '2026-03-03',
  created_by: worker,
  ...over,
})

describe('what is honest goes through', () => {
  it.each([
    ['a note', 'worker', 'note', note()],
    ['a conversation', 'worker', 'encounter', encounter()],
    ['a stay', 'worker', 'place_stay', stay()],
    ['a colleague for support', 'worker', 'case_member', member()],
    ['a file of one’s own', 'worker', 'case_file', file()],
    ['a reassignment', 'coordinator', 'case_assignment', assignment()],
  ] as const)('%s', async (_what, who, table, row) => {
    expect(await insert(who, table, row)).toBe(1)
  })
})

describe('forged rows are refused', () => {
  it.each([
    ['a note in a file out of reach', 'worker', 'note', note({ case_id: foreign.id })],
    ['a note under a colleague’s name', 'worker', 'note', note({ author_id: colleague })],
    [
      'a note with the scope of another team',
      'worker',
      'note',
      note({ case_id: foreign.id, team_id: north, secrecy: 'open' }),
    ],
    ['a note by a guest', 'guest', 'note', note({ author_id: guest })],
    ['a note by an admin', 'admin', 'note', note({ author_id: admin })],
    ['a note in a sealed file by the worker of its team', 'worker', 'note', note({ case_id: sealed.id })],
    ['a conversation under a colleague’s name', 'worker', 'encounter', encounter({ author_id: colleague })],
    ['a conversation on a visit out of reach', 'worker', 'encounter', encounter({ visit_id: theirVisit })],
    [
      'a conversation with a person of another file',
      'worker',
      'encounter',
      encounter({ person_id: theirPerson }),
    ],
    ['a stay of a person out of reach', 'worker', 'place_stay', stay({ person_id: foreignPerson })],
    [
      'a topic on a conversation out of reach',
      'worker',
      'encounter_item',
      { encounter_id: foreignTalk.id, kind: 'topic', code: 'asylum', case_id: mine.id },
    ],
    [
      'a topic hung from one file on a conversation of another',
      'worker',
      'encounter_item',
      { encounter_id: theirTalk.id, kind: 'topic', code: 'asylum', case_id: mine.id },
    ],
    [
      'a signal on a conversation out of reach',
      'worker',
      'signal',
      {
        id: newId(),
        encounter_id: foreignTalk.id,
        case_id: mine.id,
        code: 'x',
        severity: 'info',
        raised_by: worker,
      },
    ],
    [
      'a person out of reach put into one’s own file',
      'worker',
      'case_person',
      { case_id: mine.id, person_id: foreignPerson },
    ],
    [
      'a person of a sealed file put into one’s own file',
      'worker',
      'case_person',
      { case_id: mine.id, person_id: sealedPerson },
    ],
    [
      'a person of a restricted file put into an open one, by a member',
      'colleague',
      'case_person',
      { case_id: theirs.id, person_id: narrowPerson },
    ],
    [
      'oneself as member of a colleague’s file',
      'worker',
      'case_member',
      member({ case_id: foreign.id, staff_id: worker }),
    ],
    [
      'oneself as member of a sealed file of the team',
      'worker',
      'case_member',
      member({ case_id: sealed.id, staff_id: worker }),
    ],
    [
      'a member added by somebody who only covers',
      'worker',
      'case_member',
      member({ case_id: theirs.id, staff_id: coordinator }),
    ],
    [
      'a member added under the coordinator’s name',
      'worker',
      'case_member',
      member({ added_by: coordinator }),
    ],
    ['a stranger as member', 'worker', 'case_member', member({ staff_id: stranger })],
    ['an admin as member', 'worker', 'case_member', member({ staff_id: admin })],
    ['a guest without an end', 'worker', 'case_member', member({ staff_id: guest, kind: 'guest' })],
    [
      'a history of who held the file, by its worker',
      'worker',
      'case_assignment',
      assignment({ assigned_by: worker }),
    ],
    [
      'a history that names a stranger',
      'coordinator',
      'case_assignment',
      assignment({ to_staff_id: stranger }),
    ],
    ['a file in another team', 'worker', 'case_file', file({ team_id: south })],
    ['a file in another organisation', 'worker', 'case_file', file({ team_id: abroad })],
    ['a file for a colleague by a caseworker', 'worker', 'case_file', file({ worker_id: colleague })],
    [
      'a file for an admin by the coordinator',
      'coordinator',
      'case_file',
      file({ worker_id: admin, created_by: coordinator }),
    ],
    ['a file under another name', 'worker', 'case_file', file({ created_by: colleague })],
    ['a trafficking file that is open', 'worker', 'case_file', file({ kind: 'thb' })],
    [
      'a sealed file without a second member',
      'worker',
      'case_file',
      file({ kind: 'thb', secrecy: 'sealed' }),
    ],
    ['a file by an admin', 'admin', 'case_file', file({ worker_id: admin, created_by: admin })],
    ['a person under another name', 'worker', 'person', { id: newId(), code: 'X', created_by: colleague }],
    [
      'a visit of a team one does not belong to',
      'worker',
      'visit',
      { id: newId(), team_id: south, place_id: placeId, on_date: '2026-03-05', created_by: worker },
    ],
    [
      'oneself as visitor of a visit out of reach',
      'worker',
      'visit_visitor',
      { visit_id: theirVisit, staff_id: worker },
    ],
    [
      'a receipt of a colleague',
      'worker',
      'receipt',
      { staff_id: colleague, request_id: newId(), content_hash: BYTES },
    ],
    [
      'a key for a person out of reach',
      'worker',
      'wrapped_key',
      { id: newId(), holder_kind: 'person', holder_id: foreignPerson, kid: 'x', wrapped: BYTES },
    ],
    ['a draft key of a colleague', 'worker', 'draft_key', { staff_id: colleague, wrapped: BYTES }],
    [
      'a draft of a colleague',
      'worker',
      'draft',
      { staff_id: colleague, slot: 'a', tab: 'b', iv: BYTES, cipher: BYTES, revision: 1 },
    ],
    [
      'an audit log under another name',
      'worker',
      'audit_event',
      { event: 'case.opened', actor_id: colleague },
    ],
    ['an audit log at another time', 'worker', 'audit_event', { event: 'case.opened', at: '2020-01-01' }],
    [
      'a colleague put into a team by a caseworker',
      'worker',
      'team_member',
      { staff_id: worker, team_id: south },
    ],
    ['an admin put into a team by herself', 'admin', 'team_member', { staff_id: admin, team_id: north }],
    ['a stranger put into a team', 'admin', 'team_member', { staff_id: stranger, team_id: north }],
    ['a team of another organisation', 'admin', 'team', { id: newId(), organisation_id: away, name: 'Ver' }],
  ] as const)('%s', async (_what, who, table, row) => {
    expect(await insert(who, table, row)).toMatch(/^(42501|23514) /)
  })
})

describe('forged changes are refused or touch nothing', () => {
  const refused = /^(42501|23514) /
  it.each([
    [
      'one’s own cover lengthened',
      'worker',
      'UPDATE case_member SET valid_until = NULL WHERE id = $1',
      [cover],
    ],
    [
      'a file given to a colleague by its worker',
      'worker',
      'UPDATE case_file SET worker_id = $2 WHERE id = $1',
      [mine.id, colleague],
    ],
    [
      'a file moved to another organisation',
      'coordinator',
      'UPDATE case_file SET team_id = $2, worker_id = $3 WHERE id = $1',
      [mine.id, abroad, stranger],
    ],
    [
      'a file sealed afterwards',
      'worker',
      `UPDATE case_file SET secrecy = 'sealed' WHERE id = $1`,
      [mine.id],
    ],
    [
      'a sealed file opened',
      'coordinator',
      `UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`,
      [sealed.id],
    ],
    [
      'an own file restricted by somebody who is no member',
      'worker',
      `UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`,
      [mine.id],
    ],
    [
      'a restricted file opened up by a member who does not lead the team',
      'colleague',
      `UPDATE case_file SET secrecy = 'open' WHERE id = $1`,
      [narrow.id],
    ],
    ['one’s own role', 'worker', `UPDATE staff SET role = 'admin' WHERE id = $1`, [worker]],
    ['one’s own role as admin', 'admin', `UPDATE staff SET role = 'coordinator' WHERE id = $1`, [admin]],
    ['a colleague’s name by an admin', 'admin', `UPDATE staff SET name = 'Anders' WHERE id = $1`, [worker]],
    ['the author of a note', 'worker', 'UPDATE note SET author_id = $1', [colleague]],
    ['a receipt’s content', 'worker', `UPDATE receipt SET content_hash = ''`, []],
    ['the audit log', 'worker', `UPDATE audit_event SET event = 'nothing'`, []],
    ['the audit log, deleted', 'worker', 'DELETE FROM audit_event', []],
    ['a session read', 'worker', 'SELECT token_hash FROM session', []],
    ['a password read', 'admin', 'SELECT password_hash FROM credential', []],
    ['the role changed', 'worker', 'SET ROLE accompany_owner', []],
    [
      'the clock replaced',
      'worker',
      `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql RETURN '2020-01-01'::timestamptz`,
      [],
    ],
    ['policies switched off', 'worker', 'ALTER TABLE person DISABLE ROW LEVEL SECURITY', []],
    ['triggers switched off', 'worker', 'SET LOCAL session_replication_role = replica', []],
    ['a definer function that is not the application’s', 'worker', 'SELECT app.check_sealed()', []],
    ['the signal answered under another name', 'coordinator', 'UPDATE signal SET answered_by = $1', [worker]],
  ] as const)('%s', async (_what, who, sql, values) => {
    const answer = await attempt(who, sql, values)
    if (answer !== 0) expect(answer).toMatch(refused)
  })

  it('a restricted file is opened up by the coordinator of the team who is a member', async () => {
    expect(
      await attempt('coordinator', `UPDATE case_file SET secrecy = 'open' WHERE id = $1`, [narrow.id]),
    ).toBe(1)
  })

  it('row_security switched off refuses to read instead of showing all', async () => {
    expect(await attempt('worker', 'SET LOCAL row_security = off; SELECT FROM person')).toMatch(/^42501 /)
  })

  it.each(['person', 'case_file', 'note', 'encounter', 'signal', 'visit'])(
    'an admin changes no row of %s',
    async (table) => {
      expect(await attempt('admin', `UPDATE public.${table} SET version = version + 1`)).toBe(0)
    },
  )
  it.each(['person', 'note'])(
    'a guest changes no row of %s, though they were given it to read',
    async (table) => {
      expect(await attempt('guest', `SELECT FROM public.${table}`)).not.toBe(0)
      expect(await attempt('guest', `UPDATE public.${table} SET version = version + 1`)).toBe(0)
    },
  )
  it.each(['case_file', 'encounter', 'signal', 'case_member'])(
    'a guest finds no row of %s',
    async (table) => {
      expect(await attempt('guest', `SELECT FROM public.${table}`)).toBe(0)
      expect(await attempt('guest', `UPDATE public.${table} SET version = version + 1`)).toBe(0)
    },
  )
})

describe('functions that change what the application may not write ask the live session', () => {
  const refused = /^42501 /
  const until = new Date(Date.now() + 3_600_000_000)
  const invite = 'SELECT app.invite($1, $2, $3::role, $4, $5, $6)'
  const invitation = (office: string | null) => [
    newId(),
    'x@havenlicht.example',
    'admin',
    office,
    'a'.repeat(64),
    until,
  ]

  it.each([
    ['another’s session', 'SELECT 1 WHERE app.end_own_session($1)', [colleagueSession]],
    ['another’s sessions', 'SELECT 1 WHERE app.end_sessions($1, NULL) > 0', [colleague]],
    ['another’s invitation', 'SELECT 1 WHERE app.withdraw_invitation($1)', [newId()]],
    ['a password without its hash', `SELECT 1 WHERE app.change_password('', 'x')`, []],
  ] as const)('%s is left alone by a caseworker', async (_what, sql, values) => {
    expect(await attempt('worker', sql, values)).toBe(0)
  })

  it('an admin ends the sessions of their own organisation alone', async () => {
    const ends = (staffId: string) =>
      attempt('admin', 'SELECT 1 WHERE app.end_sessions($1, NULL) > 0', [staffId])
    expect(await ends(colleague)).toBe(1)
    expect(await ends(stranger)).toBe(0)
    expect(await attempt('admin', 'SELECT 1 WHERE app.end_own_session($1)', [strangerSession])).toBe(0)
  })

  it.each(['worker', 'coordinator', 'guest'] as const)(
    'a %s invites no one and releases nothing',
    async (who) => {
      expect(await attempt(who, invite, invitation(null))).toMatch(refused)
      expect(await attempt(who, `SELECT app.register_release('X', NULL, $1, 'a', 'b')`, [newId()])).toMatch(
        refused,
      )
    },
  )

  it('an admin invites into their own organisation, for a day', async () => {
    expect(await attempt('admin', `SELECT 1 WHERE (${invite}) IS NULL`, invitation(abroad))).toBe(1)
    expect(await attempt('admin', `SELECT 1 WHERE (${invite}) IS NOT NULL`, invitation(north))).toBe(1)
    await app.query('BEGIN')
    await app.query('SELECT FROM app.enter($1)', [tokens.admin])
    const values = invitation(north)
    await app.query(invite, values)
    await app.query('COMMIT')
    const { rows } = await owner.query(
      `SELECT invited_by, organisation_id, expires_at <= statement_timestamp() + interval '24 hours' AS soon
         FROM invitation WHERE id = $1`,
      [values[0]],
    )
    expect(rows).toEqual([{ invited_by: admin, organisation_id: home, soon: true }])
  })

  it('an admin registers nothing under a release that is not their organisation’s', async () => {
    expect(
      await attempt('admin', `SELECT app.register_release('NOSUCH', NULL, $1, 'a', 'b')`, [newId()]),
    ).toMatch(refused)
  })
})

describe('a refusal does not tell whether something exists', () => {
  const nowhere = newId()
  it.each([
    ['a file (note)', 'note', (id: string) => note({ case_id: id }), foreign.id],
    ['a file (member)', 'case_member', (id: string) => member({ case_id: id }), foreign.id],
    ['a sealed file (member)', 'case_member', (id: string) => member({ case_id: id }), sealed.id],
    [
      'a sealed file (unknown colleague)',
      'case_member',
      (id: string) => member({ case_id: id, staff_id: newId() }),
      sealed.id,
    ],
    ['a file (assignment)', 'case_assignment', (id: string) => assignment({ case_id: id }), foreign.id],
    ['a person (stay)', 'place_stay', (id: string) => stay({ person_id: id }), foreignPerson],
    ['a person (conversation)', 'encounter', (id: string) => encounter({ person_id: id }), foreignPerson],
    ['a person (file)', 'case_person', (id: string) => ({ case_id: mine.id, person_id: id }), foreignPerson],
    [
      'a person of a sealed file (file)',
      'case_person',
      (id: string) => ({ case_id: mine.id, person_id: id }),
      sealedPerson,
    ],
    [
      'a person of a sealed file (name)',
      'person_name',
      (id: string) => ({ id: newId(), person_id: id, kind: 'said', text: 'X' }),
      sealedPerson,
    ],
    ['a visit (conversation)', 'encounter', (id: string) => encounter({ visit_id: id }), theirVisit],
    [
      'a visit (group)',
      'visit_group',
      (id: string) => ({ id: newId(), visit_id: id, people: 2 }),
      foreignVisit,
    ],
    [
      'a conversation (topic)',
      'encounter_item',
      (id: string) => ({ encounter_id: id, kind: 'topic', code: 'health', case_id: mine.id }),
      foreignTalk.id,
    ],
    [
      'a colleague elsewhere (history)',
      'case_assignment',
      (id: string) => assignment({ to_staff_id: id }),
      stranger,
    ],
    ['a team elsewhere (file)', 'case_file', (id: string) => file({ team_id: id }), abroad],
    [
      'a key’s holder',
      'wrapped_key',
      (id: string) => ({ id: newId(), holder_kind: 'person', holder_id: id, kid: 'x', wrapped: BYTES }),
      sealedPerson,
    ],
  ] as const)('%s', async (_what, table, row, hidden) => {
    const there = await insert(table === 'case_assignment' ? 'coordinator' : 'worker', table, row(hidden))
    const not = await insert(table === 'case_assignment' ? 'coordinator' : 'worker', table, row(nowhere))
    expect(there).toMatch(/^(42501|23514) /)
    expect(there).toBe(not)
  })

  it('definer functions answer about oneself only', async () => {
    const asked = async (sql: string, id: string) => {
      await app.query('BEGIN')
      await app.query('SELECT FROM app.enter($1)', [tokens.worker])
      const { rows } = await app.query(`SELECT ${sql} AS answer`, [id])
      await app.query('ROLLBACK')
      return rows[0]?.answer
    }
    expect(await asked('app.is_colleague($1)', stranger)).toBe(await asked('app.is_colleague($1)', nowhere))
    for (const person of [foreignPerson, sealedPerson, minePerson, nowhere])
      expect(await asked('app.is_new_person($1)', person)).toBe(false)
    for (const person of [foreignPerson, sealedPerson, nowhere])
      expect(await asked('app.is_my_person($1)', person)).toBe(false)
    for (const caseId of [foreign.id, sealed.id, theirs.id, nowhere])
      expect(await asked(`app.is_first_member($1, '${worker}')`, caseId)).toBe(false)
  })
})

describe('what has an end, ends', () => {
  const count = async (who: Who, sql: string) => attempt(who, sql)
  const moveTo = (moment: string) =>
    owner.query(
      `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE SET search_path = '' RETURN ${moment}`,
    )

  it('a guest reads their file until the minute it was given for', async () => {
    expect(await count('guest', 'SELECT FROM app.guest_files()')).toBe(1)
    expect(await count('guest', 'SELECT FROM person_name')).toBe(1)
    await owner.query(
      `UPDATE case_member SET valid_until = statement_timestamp() + interval '10 minutes' WHERE staff_id = $1`,
      [guest],
    )
    try {
      await moveTo(`pg_catalog.statement_timestamp() + interval '9 minutes'`)
      expect(await count('guest', 'SELECT FROM app.guest_files()')).toBe(1)
      await moveTo(`pg_catalog.statement_timestamp() + interval '11 minutes'`)
      for (const table of [
        'app.guest_files()',
        'case_file',
        'case_person',
        'person',
        'person_name',
        'wrapped_key',
        'note',
        'audit_event',
      ])
        expect(await count('guest', `SELECT FROM ${table}`)).toBe(0)
    } finally {
      await moveTo('pg_catalog.statement_timestamp()')
    }
  })

  it('a session that is ended loses its rows at the next statement of a transaction under way', async () => {
    const { id, token } = given.session(worker)
    await given.save(owner)
    await app.query('BEGIN')
    await app.query('SELECT FROM app.enter($1)', [token])
    expect((await app.query('SELECT FROM case_file')).rowCount).toBe(2)
    await owner.query('UPDATE session SET revoked_at = statement_timestamp() WHERE id = $1', [id])
    expect((await app.query('SELECT FROM case_file')).rowCount).toBe(0)
    await app.query('ROLLBACK')
  })
})
