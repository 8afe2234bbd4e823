import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { addExploiter, askConflict, takeExploiterBack } from '@/lib/trafficking/exploiter.actions'
import { listExploiters } from '@/lib/trafficking/exploiter.data'
import { openTraffickingFile } from '@/lib/trafficking/open.actions'
import { saveTraffickingStage, takeTraffickingStageBack } from '@/lib/trafficking/stage.actions'
import { stages } from '@/lib/trafficking/stage.data'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

const today = dayOf(new Date())
const ago = (days: number) => addDays(today, -days)
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

type Who = 'casey' | 'cory' | 'coral' | 'sol' | 'gus'
const opened = z.object({ ok: z.literal(true), value: z.object({ caseId: z.string(), code: z.string() }) })
const givenApart = async () => {
  const from = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, today),
      file: {
        kind: 'general',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
  const { caseId, personId } = from
  const asked = { caseId, personId, secondMemberId: organisation.cory.id, secondTask: 'Invented' }
  return opened.parse(await act(organisation.casey.token, openTraffickingFile, asked)).value
}
const record = (caseId: string, kind: string, on: string, change = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveTraffickingStage, {
    caseId,
    subjectId: '',
    version: 0,
    kind,
    on,
    condition: '',
    holds: '',
    reason: '',
    words: '',
    ...change,
  })
const clocks = async (caseId: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId)))
    .filter(({ status }) => status === 'open')
    .map(({ event, dueOn }) => [event, dueOn])
const saved = z.object({
  ok: z.literal(true),
  value: z.object({ subjectId: z.string(), version: z.number() }),
})

describe('the procedure', () => {
  it('counts 45 days from annex 15, then the orange card instead, and ends with the procedure', async () => {
    const { caseId } = await givenApart()
    await record(caseId, 'reflection', ago(30))
    expect(await clocks(caseId)).toEqual([['annex_15_issued', addDays(ago(30), 44)]])
    await record(caseId, 'provisional', ago(5))
    expect((await clocks(caseId)).map(([event]) => event)).toEqual(['victim_orange_card_issued'])
    await record(caseId, 'provisional_renewed', ago(3))
    expect(await clocks(caseId)).toHaveLength(1)
    await record(caseId, 'stopped', ago(1), { reason: 'shelved' })
    expect(await clocks(caseId)).toEqual([])
  })

  it('follows a correction and a mistake: the clock is counted anew and taken back', async () => {
    const { caseId } = await givenApart()
    const { value } = saved.parse(await record(caseId, 'reflection', ago(30)))
    await record(caseId, 'reflection', ago(20), value)
    expect(await clocks(caseId)).toEqual([['annex_15_issued', addDays(ago(20), 44)]])
    const back = { caseId, subjectId: value.subjectId, version: 2, mistake: 'not_happened' }
    expect(await act(organisation.cory.token, takeTraffickingStageBack, back)).toMatchObject({ ok: true })
    expect(await clocks(caseId)).toEqual([])
    expect(await organisation.casey.work((work) => stages.list(work, caseId))).toHaveLength(3)
  })

  it.each([
    ['a condition without which', 'condition', { holds: 'met' }, { condition: 'required' }],
    ['a stop without why', 'stopped', {}, { reason: 'required' }],
    ['a way for a stop', 'stopped', { reason: 'asylum' }, { reason: 'required' }],
  ])('%s is refused beside the field', async (_words, kind, change, fields) => {
    const { caseId } = await givenApart()
    expect(await record(caseId, kind, today, change)).toMatchObject({ ok: false, fields })
  })

  it('is recorded by members only, and never for tomorrow', async () => {
    const { caseId } = await givenApart()
    for (const who of ['coral', 'sol'] as const)
      expect(await record(caseId, 'detection', today, {}, who)).toMatchObject({ code: 'notFound' })
    expect(await record(caseId, 'detection', addDays(today, 1))).toMatchObject({
      fields: { on: 'inTheFuture' },
    })
  })
})

describe('who may be behind it', () => {
  const add = (caseId: string, name: string, who: Who = 'casey') =>
    act(organisation[who].token, addExploiter, { caseId, name, words: 'Verzonnen feit' })
  const ask = async (name: string, who: Who) => {
    const answer = await act(organisation[who].token, askConflict, { name })
    return answer.ok ? answer.value.talkTo : answer.code
  }

  it('is encrypted under a key of its own that no guest of the file is given', async () => {
    const { caseId } = await givenApart()
    await add(caseId, 'Zzboss Qqhidden')
    const keys = await organisation.ask(`SELECT holder_kind FROM wrapped_key WHERE holder_id = $1`, [caseId])
    expect(keys.map(({ holder_kind }) => holder_kind)).toContain('vault')
    const [row] = await organisation.ask(
      `SELECT to_jsonb(e)::text AS row FROM exploiter e WHERE case_id = $1`,
      [caseId],
    )
    expect(String(row?.row)).not.toMatch(/Zzboss|Verzonnen/)
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, guest_kind, valid_from, valid_until, added_by, team_id, secrecy)
       SELECT gen_random_uuid(), id, $2, 'guest', 'lawyer', now() - interval '1 hour', now() + interval '1 day', $3, team_id, secrecy
         FROM case_file WHERE id = $1`,
      [caseId, organisation.gus.id, organisation.casey.id],
    )
    const seen = await organisation.gus.work(async (work) => ({
      ofFile: await work.tx.wrappedKey.count({ where: { holderKind: 'file', holderId: caseId } }),
      rows: await work.tx.exploiter.count(),
      keys: await work.tx.wrappedKey.count({ where: { holderKind: 'vault' } }),
    }))
    expect(seen).toEqual({ ofFile: 1, rows: 0, keys: 0 })
  })

  it('names a colleague to talk to and never the name, and only to who reaches the file', async () => {
    const { caseId } = await givenApart()
    await add(caseId, 'Qqconflict Zzperson')
    expect(await ask('zzperson qqconflict', 'casey')).toEqual(['cory Invented'])
    expect(await ask('Zzperson', 'cory')).toEqual(['casey Invented'])
    for (const who of ['coral', 'sol'] as const) expect(await ask('Qqconflict Zzperson', who)).toEqual([])
    expect(await ask('Qqconflict Zzperson', 'gus')).toBe('forbidden')
    const asked = await organisation.ask(
      `SELECT detail::text AS d, case_id FROM audit_event WHERE event = 'conflict.asked'`,
    )
    expect(asked.length).toBeGreaterThan(0)
    for (const line of asked) {
      expect(line.case_id).toBeNull()
      expect(String(line.d)).not.toMatch(/Qqconflict|Zzperson/i)
    }
    for (const { r } of await organisation.ask(`SELECT to_jsonb(r)::text AS r FROM receipt r`))
      expect(String(r)).not.toMatch(/Qqconflict|Zzperson/i)
  })

  it('counts no more once it was a mistake', async () => {
    const { caseId } = await givenApart()
    await add(caseId, 'Wwmistake Onlyhere')
    const [one] = await organisation.casey.work((work) => listExploiters(work, caseId))
    const which = { caseId, exploiterId: one?.id ?? '' }
    expect(await act(organisation.cory.token, takeExploiterBack, which)).toMatchObject({ ok: true })
    expect(await ask('Wwmistake Onlyhere', 'casey')).toEqual([])
    expect(await act(organisation.cory.token, takeExploiterBack, which)).toMatchObject({ code: 'notFound' })
  })
})
