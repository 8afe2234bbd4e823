import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editDetails, editNextStep } from '@/lib/cases/case.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { closeFile, reopenFile } from '@/lib/closings/closing.actions'
import { listClosings } from '@/lib/closings/closing.data'
import { listOpenThings } from '@/lib/closings/open-thing.data'
import { recordDeadline } from '@/lib/deadlines/deadline.actions'
import { listAllDeadlines } from '@/lib/deadlines/deadline-list.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { addGoal, setGoalState } from '@/lib/tasks/goal.actions'
import { addTask } from '@/lib/tasks/task.actions'
import { listMyTasks } from '@/lib/tasks/task.data'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const givenFile = async (): Promise<string> =>
  (
    await organisation.casey.work((work) =>
      insertPersonWithFile(work, {
        person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, today),
        file: {
          kind: 'detention',
          teamId: organisation.north,
          workerId: organisation.casey.id,
          openedOn: addDays(today, -60),
          status: 'active',
          risk: 'low',
          secrecy: 'open',
          secondMemberId: null,
          nextStep: null,
          stay: null,
        },
      }),
    )
  ).caseId
const state = async (caseId: string) => {
  const [row] = await organisation.ask(
    'SELECT status, closed_on::text AS closed, closure_reason AS reason, silence_on IS NULL AS quiet, version FROM case_file WHERE id = $1',
    [caseId],
  )
  return row
}
const open = (caseId: string) =>
  organisation.casey.work(async (work) => listOpenThings(work, await getCaseHeader(work, caseId)))
const close = async (
  caseId: string,
  change: Record<string, unknown> = {},
  who: keyof GivenOrganisation = 'casey',
) => {
  const { token } = organisation[who === 'coral' ? 'coral' : 'casey']
  const [row] = await organisation.ask('SELECT version FROM case_file WHERE id = $1', [caseId])
  return act(token, closeFile, {
    caseId,
    version: Number(row?.version),
    reason: 'goal_reached',
    left: {},
    words: '',
    ...change,
  })
}
const reopen = async (caseId: string, words = 'He came back to the centre.') => {
  const [row] = await organisation.ask('SELECT version FROM case_file WHERE id = $1', [caseId])
  return act(organisation.casey.token, reopenFile, { caseId, version: Number(row?.version), words })
}
const tally = async () =>
  Number(
    (
      await organisation.ask(
        'SELECT COALESCE(sum(files), 0)::int AS n FROM caseload_tally WHERE worker_id = $1',
        [organisation.casey.id],
      )
    )[0]?.n,
  )
const givenOpenThings = async (caseId: string) => {
  await act(organisation.casey.token, editNextStep, { caseId, version: 1, text: 'Phone the brother', on: '' })
  await act(organisation.casey.token, addTask, {
    caseId,
    text: 'Ask for the file',
    assignedTo: organisation.casey.id,
    dueOn: '',
  })
  await act(organisation.casey.token, addGoal, { caseId, text: 'Live near the brother' })
  const given = await act(organisation.casey.token, addGoal, { caseId, text: 'Sleep again' })
  const goalId = given.ok ? given.value.goalId : ''
  await act(organisation.casey.token, setGoalState, { caseId, goalId, version: 1, state: 'reached' })
  await act(organisation.casey.token, recordDeadline, {
    caseId,
    replaces: '',
    version: 0,
    event: 'cgrs_decision_notified',
    happenedOn: addDays(today, -3),
    happenedAt: '',
    notification: 'hand_delivery',
    held: 'no',
    facts: [],
    lodgedOn: '2025-03-03',
    registeredOn: '',
    letterKind: 'none',
    letterOn: '',
    letterAmount: '',
    letterUnit: 'calendar_day',
  })
}

describe('closing a file', () => {
  it('sets its status, day and reason, takes it out of the count and stops its silence', async () => {
    const caseId = await givenFile()
    const before = await tally()
    expect(await state(caseId)).toMatchObject({ status: 'active', quiet: false })
    expect(await close(caseId, { reason: 'referred', words: 'To the house in Liège.' })).toMatchObject({
      ok: true,
      value: { leftOpen: 0 },
    })
    expect(await state(caseId)).toMatchObject({
      status: 'closed_referred',
      closed: today,
      reason: 'referred',
      quiet: true,
    })
    expect(await tally()).toBe(before - 1)
    const [closing] = await organisation.coral.work((work) => listClosings(work, caseId))
    expect(closing).toMatchObject({
      kind: 'closed',
      reason: 'referred',
      words: 'To the house in Liège.',
      by: 'casey Invented',
    })
    const [raw] = await organisation.ask(
      `SELECT encode(words_cipher, 'escape') AS words FROM case_closing WHERE case_id = $1`,
      [caseId],
    )
    expect(String(raw?.words)).not.toContain('Liège')
    const auditLog = await organisation.ask(
      `SELECT actor_id, detail FROM audit_event WHERE case_id = $1 AND event = 'case.closed'`,
      [caseId],
    )
    expect(auditLog).toMatchObject([
      { actor_id: organisation.casey.id, detail: { reason: 'referred', leftOpen: 0 } },
    ])
  })

  it('asks about each thing that is still open, and changes nothing until each is answered', async () => {
    const caseId = await givenFile()
    await givenOpenThings(caseId)
    const things = await open(caseId)
    expect(things.map(({ kind }) => kind).sort()).toEqual(['deadline', 'goal', 'step', 'task'])
    expect(await close(caseId)).toMatchObject({ ok: false, code: 'moreIsOpen' })
    const answers = Object.fromEntries(things.map(({ kind, ref }) => [`${kind}_${ref}`, 'followedElsewhere']))
    const [first = ''] = Object.keys(answers)
    expect(await close(caseId, { left: { ...answers, [first]: '' } })).toMatchObject({
      code: 'invalid',
      fields: { [`left.${first}`]: 'required' },
    })
    expect(await state(caseId)).toMatchObject({ status: 'active' })
    expect(await organisation.ask('SELECT 1 FROM case_closing WHERE case_id = $1', [caseId])).toEqual([])
    const strange = { [`task_${organisation.casey.id}`]: 'declined' }
    expect(await close(caseId, { left: { ...answers, ...strange } })).toMatchObject({
      ok: true,
      value: { leftOpen: 4 },
    })
    const [closing] = await organisation.casey.work((work) => listClosings(work, caseId))
    expect(closing?.left.map(({ kind, reason }) => [kind, reason]).sort()).toEqual([
      ['deadline', 'followedElsewhere'],
      ['goal', 'followedElsewhere'],
      ['step', 'followedElsewhere'],
      ['task', 'followedElsewhere'],
    ])
  })

  it('takes what was left open out of the lists of the application, and opening it again brings it back', async () => {
    const caseId = await givenFile()
    await givenOpenThings(caseId)
    const seen = async () => {
      const { lines } = await organisation.casey.work((work) =>
        listAllDeadlines(work, { from: null, until: null, isMine: true }),
      )
      const tasks = await organisation.casey.work((work) => listMyTasks(work, 500))
      return [lines.some(({ file }) => file.id === caseId), tasks.some((task) => task.caseId === caseId)]
    }
    expect(await seen()).toEqual([true, true])
    const answers = Object.fromEntries(
      (await open(caseId)).map(({ kind, ref }) => [`${kind}_${ref}`, 'unreachable']),
    )
    expect(await close(caseId, { left: answers })).toMatchObject({ ok: true })
    expect(await seen()).toEqual([false, false])
    expect(await reopen(caseId)).toMatchObject({ ok: true })
    expect(await seen()).toEqual([true, true])
  })

  it('asks for words where the reason is another one', async () => {
    const caseId = await givenFile()
    expect(await close(caseId, { reason: 'other' })).toMatchObject({ fields: { words: 'required' } })
    expect(await close(caseId, { reason: 'finished' })).toMatchObject({ fields: { reason: 'unknownChoice' } })
    expect(await close(caseId, { reason: 'other', words: 'She founded a bakery.' })).toMatchObject({
      ok: true,
    })
  })

  it('is refused twice, on an old version, and by who may not', async () => {
    const caseId = await givenFile()
    const sent = { caseId, version: 1, reason: 'goal_reached', left: {}, words: '' }
    for (const who of ['ada', 'gus'] as const)
      expect(await act(organisation[who].token, closeFile, sent)).toMatchObject({ code: 'forbidden' })
    for (const who of ['sol', 'sola', 'stranger', 'cory'] as const) {
      expect(await act(organisation[who].token, closeFile, sent)).toMatchObject({ code: 'notFound' })
      expect(
        await act(organisation[who].token, reopenFile, { caseId, version: 1, words: 'x' }),
      ).toMatchObject({
        code: 'notFound',
      })
    }
    expect(await act(organisation.casey.token, closeFile, { ...sent, version: 7 })).toMatchObject({
      code: 'changedMeanwhile',
    })
    expect(await act(organisation.coral.token, closeFile, sent)).toMatchObject({ ok: true })
    expect(await act(organisation.casey.token, closeFile, { ...sent, version: 2 })).toMatchObject({
      code: 'alreadyClosed',
    })
  })

  it.each([
    { left: { deadline_x: 'declined' } },
    { left: { 'task_$1; DROP TABLE note': 'declined' } },
    { left: { [`task_${'0'.repeat(36)}`]: 'forged' } },
    { left: 'none' },
    { words: 'x'.repeat(2_001) },
    { reason: '../closed' },
    { extra: true },
  ])('takes no content that is not an answer: %j', async (change) => {
    const caseId = await givenFile()
    expect(await close(caseId, change)).toMatchObject({ ok: false, code: 'invalid' })
    expect(await state(caseId)).toMatchObject({ status: 'active', version: 1 })
  })
})

describe('opening a file again', () => {
  it('asks why, brings it back into the count and lets its silence run', async () => {
    const caseId = await givenFile()
    await close(caseId)
    const before = await tally()
    expect(await reopen(caseId, '  ')).toMatchObject({ fields: { words: 'required' } })
    expect(await reopen(caseId)).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await state(caseId)).toMatchObject({ status: 'active', closed: null, reason: null, quiet: false })
    expect(await tally()).toBe(before + 1)
    expect(await reopen(caseId)).toMatchObject({ code: 'notClosed' })
    const closings = await organisation.casey.work((work) => listClosings(work, caseId))
    expect(closings.map(({ kind, words }) => [kind, words])).toEqual([
      ['reopened', 'He came back to the centre.'],
      ['closed', ''],
    ])
  })

  it('is the only way back: the details leave a closed file closed and keep its reason', async () => {
    const caseId = await givenFile()
    await close(caseId, { reason: 'removed' })
    const details = { caseId, version: 2, status: 'active', risk: 'high' }
    expect(await act(organisation.casey.token, editDetails, details)).toMatchObject({
      fields: { status: 'closedApart' },
    })
    expect(await act(organisation.casey.token, editDetails, { ...details, status: 'closed' })).toMatchObject({
      ok: true,
    })
    expect(await state(caseId)).toMatchObject({ status: 'closed', closed: today, reason: 'removed' })
  })
})

describe('the database itself', () => {
  const asCasey = async (run: (app: pg.Client) => Promise<unknown>): Promise<unknown> => {
    const app = new pg.Client({ connectionString: urls.app })
    await app.connect()
    try {
      await app.query('BEGIN')
      await app.query('SELECT * FROM app.enter($1)', [organisation.casey.token])
      return await run(app)
    } finally {
      await app.query('ROLLBACK')
      await app.end()
    }
  }

  it('closes no file in silence, also not on the word of an earlier closing', async () => {
    const caseId = await givenFile()
    const silently = (app: pg.Client) =>
      app.query(`UPDATE case_file SET status = 'archived', version = version + 1 WHERE id = $1`, [caseId])
    await expect(asCasey(silently)).rejects.toThrow('with a reason')
    await close(caseId)
    await reopen(caseId)
    await expect(asCasey(silently)).rejects.toThrow('with a reason')
  })

  it('takes no closing in another’s name, no leftover afterwards, and changes none', async () => {
    const caseId = await givenFile()
    await close(caseId)
    const [closing] = await organisation.ask('SELECT id FROM case_closing WHERE case_id = $1', [caseId])
    const forge = (app: pg.Client) =>
      app.query(
        `INSERT INTO case_closing (id, case_id, kind, reason, created_by) VALUES (gen_random_uuid(), $1, 'closed', 'removed', $2)`,
        [caseId, organisation.coral.id],
      )
    await expect(asCasey(forge)).rejects.toThrow('row-level security')
    const later = (app: pg.Client) =>
      app.query(
        `INSERT INTO case_leftover (closing_id, kind, ref, case_id, reason) VALUES ($1, 'step', $2, $2, 'declined')`,
        [closing?.id, caseId],
      )
    await expect(asCasey(later)).rejects.toThrow('row-level security')
    await expect(asCasey((app) => app.query(`UPDATE case_closing SET reason = 'other'`))).rejects.toThrow(
      'permission denied',
    )
  })
})
