import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeTogether, undoTogether } from '@/lib/caseload/caseload.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const givenFile = (change: { team?: 'south'; step?: boolean; kind?: string } = {}) => {
  const who = change.team === 'south' ? organisation.sol : organisation.casey
  return who.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, today),
      file: {
        kind: change.kind ?? 'general',
        teamId: change.team === 'south' ? organisation.south : organisation.north,
        workerId: who.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: change.step === false ? null : { text: 'Call the lawyer', on: today },
        stay: null,
      },
    }),
  )
}
const of = (ids: readonly string[], change: Record<string, unknown>) => ({
  selection: { mode: 'ids', ids },
  change,
})
const toCory = () => ({ kind: 'worker', toStaffId: organisation.cory.id, reason: 'Casey leaves the office.' })
const row = async (caseId: string) => {
  const [file] = await organisation.ask(
    'SELECT worker_id, status, next_step_on::text AS step, version FROM case_file WHERE id = $1',
    [caseId],
  )
  return file
}
const auditLog = (event: string, caseId: string) =>
  organisation.ask('SELECT 1 FROM audit_event WHERE event = $1 AND case_id = $2', [event, caseId])

describe('one change for many files', () => {
  it('hands them over, each with its reason, its trace and its line in the answer; a replay changes nothing', async () => {
    const files = [await givenFile(), await givenFile()]
    const input = of(
      files.map(({ caseId }) => caseId),
      toCory(),
    )
    const requestId = randomUUID()
    const answer = await act(organisation.coral.token, changeTogether, input, requestId)
    if (!answer.ok) throw new Error(answer.code)
    expect(answer.value.failed).toEqual([])
    expect(answer.value.done.map(({ code }) => code).sort()).toEqual(files.map(({ code }) => code).sort())
    expect(await act(organisation.coral.token, changeTogether, input, requestId)).toEqual(answer)
    for (const { caseId } of files) {
      expect(await row(caseId)).toMatchObject({ worker_id: organisation.cory.id, version: 2 })
      expect(await auditLog('case.assigned', caseId)).toHaveLength(1)
      const [why] = await organisation.ask(
        `SELECT encode(reason_cipher, 'escape') AS reason FROM case_assignment WHERE case_id = $1`,
        [caseId],
      )
      expect(String(why?.reason)).not.toContain('office')
    }
    expect(
      await organisation.ask(
        `SELECT detail FROM audit_event WHERE event = 'cases.changed' ORDER BY at DESC, id DESC LIMIT 1`,
      ),
    ).toEqual([{ detail: { change: 'worker', done: 2, failed: 0 } }])
  })

  it('does what it can and says of every other file why not, without telling which are out of reach and which are not', async () => {
    const [good, stepless, closed, south] = [
      await givenFile(),
      await givenFile({ step: false }),
      await givenFile(),
      await givenFile({ team: 'south' }),
    ]
    await organisation.ask(`UPDATE case_file SET status = 'closed' WHERE id = $1`, [closed.caseId])
    const noOne = newId()
    const on = addDays(today, 5)
    const ids = [good.caseId, stepless.caseId, closed.caseId, south.caseId, noOne]
    const answer = await act(organisation.coral.token, changeTogether, of(ids, { kind: 'stepOn', on }))
    if (!answer.ok) throw new Error(answer.code)
    expect(answer.value.done).toEqual([
      { caseId: good.caseId, code: good.code, version: expect.any(Number), before: today },
    ])
    const why = new Map(answer.value.failed.map((one) => [one.caseId, `${one.code} ${one.why}`]))
    expect(why).toEqual(
      new Map([
        [stepless.caseId, `${stepless.code} noStep`],
        [closed.caseId, `${closed.code} isClosed`],
        [south.caseId, ' outOfReach'],
        [noOne, ' outOfReach'],
      ]),
    )
    expect(await row(good.caseId)).toMatchObject({ step: on })
    expect(await row(south.caseId)).toMatchObject({ step: today })
    expect(await auditLog('case.edited', good.caseId)).toHaveLength(1)
    expect(await auditLog('case.edited', stepless.caseId)).toHaveLength(0)
  })

  it('takes all that match when the button is pressed, but for some, and never more than are within reach', async () => {
    const [one, two, three] = [
      await givenFile({ kind: 'asylum' }),
      await givenFile({ kind: 'asylum' }),
      await givenFile({ kind: 'asylum' }),
    ]
    await givenFile({ kind: 'asylum', team: 'south' })
    const answer = await act(organisation.coral.token, changeTogether, {
      selection: { mode: 'matching', query: 'kind=asylum', except: [two.caseId] },
      change: { kind: 'status', status: 'follow_up' },
    })
    if (!answer.ok) throw new Error(answer.code)
    expect(answer.value.failed).toEqual([])
    expect(answer.value.done.map(({ caseId }) => caseId).sort()).toEqual([one.caseId, three.caseId].sort())
    expect(await row(two.caseId)).toMatchObject({ status: 'active' })
  })

  it('is refused to a caseworker, an admin and a guest', async () => {
    const { caseId } = await givenFile()
    for (const name of ['casey', 'ada', 'gus'] as const) {
      expect(await act(organisation[name].token, changeTogether, of([caseId], toCory()))).toEqual({
        ok: false,
        code: 'forbidden',
      })
      const files = [{ caseId, version: 2, before: organisation.casey.id }]
      expect(
        await act(organisation[name].token, undoTogether, { kind: 'worker', files, reason: 'x' }),
      ).toMatchObject({ code: 'forbidden' })
    }
  })

  it('changes nothing for the coordinator of another office or another organisation', async () => {
    const { caseId } = await givenFile()
    for (const name of ['sola', 'stranger'] as const)
      expect(await act(organisation[name].token, changeTogether, of([caseId], toCory()))).toEqual({
        ok: true,
        value: { done: [], failed: [{ caseId, code: '', why: 'outOfReach' }] },
      })
    expect(await row(caseId)).toMatchObject({ worker_id: organisation.casey.id, version: expect.any(Number) })
  })

  it('asks for what is missing and knows only words of the lists', async () => {
    const { caseId } = await givenFile()
    const send = (change: Record<string, unknown>) =>
      act(organisation.coral.token, changeTogether, of([caseId], change))
    expect(await send({ ...toCory(), reason: ' ' })).toMatchObject({
      fields: { 'change.reason': 'required' },
    })
    expect(await send({ ...toCory(), toStaffId: '' })).toMatchObject({
      fields: { 'change.toStaffId': 'required' },
    })
    expect(await send({ kind: 'stepOn', on: '2026-02-30' })).toMatchObject({
      fields: { 'change.on': 'notADay' },
    })
    expect(await send({ kind: 'status', status: 'finished' })).toMatchObject({
      fields: { 'change.status': 'unknownChoice' },
    })
    expect(await send({ kind: 'status', status: 'closed' })).toMatchObject({
      fields: { 'change.status': 'closeOneByOne' },
    })
    expect(await act(organisation.coral.token, changeTogether, of([], toCory()))).toMatchObject({
      code: 'invalid',
    })
    const many = Array.from({ length: 201 }, () => newId())
    expect(await act(organisation.coral.token, changeTogether, of(many, toCory()))).toMatchObject({
      code: 'invalid',
    })
  })

  it('gives a file to no one outside its office, and not to the one who has it', async () => {
    const { caseId, code } = await givenFile()
    const send = (toStaffId: string) =>
      act(organisation.coral.token, changeTogether, of([caseId], { ...toCory(), toStaffId }))
    for (const [toStaffId, why] of [
      [organisation.sol.id, 'notInTeam'],
      [organisation.gus.id, 'notInTeam'],
      [organisation.stranger.id, 'notInTeam'],
      [organisation.casey.id, 'sameWorker'],
    ] as const)
      expect(await send(toStaffId)).toMatchObject({ value: { done: [], failed: [{ caseId, code, why }] } })
    expect(await organisation.ask('SELECT 1 FROM case_assignment WHERE case_id = $1', [caseId])).toEqual([])
  })
})

describe('undoing it', () => {
  it('puts back what was there, but in no file that someone has touched since', async () => {
    const [mine, touched] = [await givenFile(), await givenFile()]
    const on = addDays(today, 9)
    const answer = await act(
      organisation.coral.token,
      changeTogether,
      of([mine.caseId, touched.caseId], { kind: 'stepOn', on }),
    )
    if (!answer.ok) throw new Error(answer.code)
    await organisation.ask('UPDATE case_file SET version = version + 1 WHERE id = $1', [touched.caseId])
    const files = answer.value.done.map(({ caseId, version, before }) => ({ caseId, version, before }))
    const undone = await act(organisation.coral.token, undoTogether, {
      kind: 'stepOn',
      files,
      reason: 'Undone.',
    })
    expect(undone).toMatchObject({
      value: {
        done: [{ caseId: mine.caseId }],
        failed: [{ caseId: touched.caseId, why: 'changedMeanwhile' }],
      },
    })
    expect(await row(mine.caseId)).toMatchObject({ step: today })
    expect(await row(touched.caseId)).toMatchObject({ step: on })
    expect(await auditLog('case.edited', mine.caseId)).toHaveLength(2)
  })

  it('gives the worker back, and takes no status that was never there', async () => {
    const { caseId } = await givenFile()
    const answer = await act(organisation.coral.token, changeTogether, of([caseId], toCory()))
    if (!answer.ok) throw new Error(answer.code)
    const files = answer.value.done.map(({ version, before }) => ({ caseId, version, before }))
    const send = (kind: string, before: string) =>
      act(organisation.coral.token, undoTogether, {
        kind,
        files: files.map((file) => ({ ...file, before })),
        reason: 'Undone.',
      })
    for (const before of ['closed', 'finished'])
      expect(await send('status', before)).toMatchObject({ value: { done: [] } })
    expect(await send('worker', organisation.casey.id)).toMatchObject({ value: { done: [{ caseId }] } })
    expect(await row(caseId)).toMatchObject({ worker_id: organisation.casey.id })
  })
})
