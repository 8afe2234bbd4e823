import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAsylumPage } from '@/lib/asylum/asylum-page.data'
import { saveMandate, saveMatter, saveNeed, saveScreening, takeRowBack } from '@/lib/asylum/register.actions'
import { readScreeningAgain } from '@/lib/asylum/screening-again.data'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listTimeline } from '@/lib/timeline/timeline.data'
import { SOURCES } from '@/lib/today/first.data'
import { givenAsylum } from '../support/given/asylum'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aMandate, aMatter, aNeed } from '../support/given/registers'
import { act } from '../support/handlers'
import { expectCountsAsListed } from '../support/today-counts'

const today = dayOf(new Date())
const ago = (days: number) => addDays(today, -days)
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

/** A general file of casey with one invented person in it. */
const givenFile = (secrecy: 'open' | 'restricted' = 'open') =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, today),
      file: {
        kind: 'general',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy,
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
type Who = 'casey' | 'coral' | 'sol'
const mandate = (caseId: string, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveMandate, aMandate(caseId, change))
const need = (caseId: string, personId: string, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveNeed, aNeed(caseId, personId, change))
const matter = (caseId: string, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveMatter, aMatter(caseId, change))
const takeBack = (caseId: string, register: string, subjectId: string, version: number, who: Who = 'casey') =>
  act(organisation[who].token, takeRowBack, { caseId, register, subjectId, version, mistake: 'wrong_file' })

type Answer = Awaited<ReturnType<typeof mandate>>
const subjectOf = (answer: Answer): string => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.subjectId
}
const page = async (code: string, who: 'casey' | 'coral' = 'casey') => {
  const data = await organisation[who].work((work) => readAsylumPage(work, { params: { code }, search: {} }))
  if (data.type !== 'file') throw new Error('two files bear this code')
  return data.part
}

describe('who acts for someone', () => {
  it('is asked for, granted and ended, and every state stays readable', async () => {
    const { caseId, code } = await givenFile()
    const subjectId = subjectOf(await mandate(caseId, { askedOn: ago(22) }))
    expect(
      await mandate(caseId, { subjectId, version: 1, askedOn: ago(22), grantedOn: ago(2) }),
    ).toMatchObject({
      ok: true,
      value: { subjectId, version: 2 },
    })
    const ended = { askedOn: ago(22), grantedOn: ago(2), endedOn: ago(1), endReason: 'lawyer_stopped' }
    await mandate(caseId, { subjectId, version: 2, ...ended, words: 'Verzonnen reden' })
    const [kept, ...others] = (await page(code)).mandates.current
    expect(others).toEqual([])
    expect(kept?.row).toMatchObject({ who: 'Meester Verzonnen', words: 'Verzonnen reden', endedOn: ago(1) })
    expect(kept?.earlier.map(({ grantedOn, endedOn }) => [grantedOn, endedOn])).toEqual([
      [ago(2), null],
      [null, null],
    ])
  })

  it('is for a way of the same file, and for no other', async () => {
    const [here, elsewhere] = [await givenAsylum(organisation), await givenAsylum(organisation)]
    expect(await mandate(here.caseId, { applicationId: here.applicationId })).toMatchObject({ ok: true })
    expect(await mandate(here.caseId, { applicationId: elsewhere.applicationId })).toMatchObject({
      code: 'notFound',
    })
  })

  it('recorded by two colleagues at once stands twice, and changed by two at once keeps the first and shows it', async () => {
    const { caseId, code } = await givenFile()
    const [first] = await Promise.all([mandate(caseId), mandate(caseId, { who: 'Meester Bedacht' }, 'coral')])
    expect((await page(code)).mandates.current).toHaveLength(2)
    const subjectId = subjectOf(first)
    const both = await Promise.all([
      mandate(caseId, { subjectId, version: 1, who: 'Meester Eerst' }),
      mandate(caseId, { subjectId, version: 1, who: 'Meester Tweede' }, 'coral'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = both.find(({ ok }) => !ok)
    expect(refused).toMatchObject({ code: 'changedMeanwhile', theirs: { version: 2 } })
    const { current } = (await page(code)).mandates
    expect(current.find(({ row }) => row.subjectId === subjectId)?.earlier).toHaveLength(1)
  })

  it.each([
    ['asked for in the future', { askedOn: addDays(today, 2) }, { askedOn: 'inTheFuture' }],
    [
      'granted before it was asked for',
      { askedOn: '2026-03-03', grantedOn: '2026-03-02' },
      { grantedOn: 'endBeforeStart' },
    ],
    ['ended without a reason', { endedOn: '2026-03-03' }, { endReason: 'required' }],
    [
      'both granted and refused',
      { grantedOn: '2026-03-03', endReason: 'refused' },
      { endReason: 'refusedAndGranted' },
    ],
    ['of nobody', { who: '   ' }, { who: 'required' }],
  ])('%s is refused beside the field', async (_words, change, fields) => {
    const { caseId, code } = await givenFile()
    expect(await mandate(caseId, change)).toMatchObject({ ok: false, fields })
    expect((await page(code)).mandates.current).toEqual([])
  })
})

describe('a special need', () => {
  it('is told and answered, and its code and words are encrypted', async () => {
    const { caseId, code, personId } = await givenFile()
    const subjectId = subjectOf(
      await need(caseId, personId, { need: 'sexual_violence', on: '10/2026', words: 'Verzonnen gesprek' }),
    )
    await need(caseId, personId, {
      subjectId,
      version: 1,
      need: 'sexual_violence',
      on: '10/2026',
      toldTo: 'cgrs',
      toldOn: ago(3),
      answer: 'granted',
      answeredOn: ago(1),
    })
    const [kept] = (await page(code)).needs.current
    expect(kept?.row).toMatchObject({
      need: 'sexual_violence',
      on: { form: 'month', year: 2026, month: 10 },
      toldTo: 'cgrs',
      answer: 'granted',
      answeredOn: ago(1),
    })
    expect(kept?.earlier).toMatchObject([{ words: 'Verzonnen gesprek', toldTo: null }])
    await need(caseId, personId, { need: 'fgm' })
    const rows = await organisation.ask(
      `SELECT to_jsonb(n)::text AS row, length(need_cipher) AS size FROM special_need n WHERE case_id = $1`,
      [caseId],
    )
    expect(rows).toHaveLength(3)
    for (const { row } of rows) expect(String(row)).not.toMatch(/sexual|violence|fgm|Verzonnen/)
    expect(new Set(rows.map(({ size }) => size)).size).toBe(1)
    const auditLog = await organisation.ask(
      `SELECT detail::text AS detail FROM audit_event WHERE case_id = $1 AND event = 'stay.need'`,
      [caseId],
    )
    expect(auditLog).toHaveLength(3)
    for (const { detail } of auditLog) expect(String(detail)).not.toMatch(/sexual|fgm|granted/)
  })

  it('keeps nothing of an answer when no one was told, whatever stood in the fields', async () => {
    const { caseId, code, personId } = await givenFile()
    const hidden = { toldOn: '2099-01-01', answer: 'granted', answeredOn: '2026-01-01' }
    expect(await need(caseId, personId, hidden)).toMatchObject({ ok: true })
    const [kept] = (await page(code)).needs.current
    expect(kept?.row).toMatchObject({ toldTo: null, toldOn: null, answer: null, answeredOn: null })
  })

  it('is named before an interview until that authority was told', async () => {
    const { caseId, code, send } = await givenAsylum(organisation)
    const personId = await givenPersonIn(caseId)
    await send('interview', { form: 'cgrs', outcome: 'planned', on: addDays(today, 8) })
    const subjectId = subjectOf(await need(caseId, personId))
    expect((await page(code)).untold).toMatchObject([
      { interview: { form: 'cgrs' }, needs: [{ need: 'pregnant' }] },
    ])
    await need(caseId, personId, { subjectId, version: 1, toldTo: 'cgrs' })
    expect((await page(code)).untold).toEqual([])
  })

  it('belongs to a person of the file, and stands on the list', async () => {
    const [here, elsewhere] = [await givenFile(), await givenFile()]
    expect(await need(here.caseId, elsewhere.personId)).toMatchObject({ code: 'notFound' })
    expect(await need(here.caseId, here.personId, { need: 'left_handed' })).toMatchObject({
      fields: { need: 'unknownChoice' },
    })
    expect(await need(here.caseId, here.personId, { on: addDays(today, 3) })).toMatchObject({
      fields: { on: 'inTheFuture' },
    })
  })
})

/** Someone known from another file of casey stands in this one too. */
const givenPersonIn = async (caseId: string): Promise<string> => {
  const { personId } = await givenFile()
  await organisation.ask(
    `INSERT INTO case_person (case_id, person_id, role)
     SELECT $1, person_id, role FROM case_person WHERE person_id = $2`,
    [caseId, personId],
  )
  return personId
}

describe('a matter', () => {
  it('goes step by step, in a file without any procedure, and starts no clock', async () => {
    const { caseId, code } = await givenFile()
    await matter(caseId, { kind: 'informed', on: ago(9) })
    await matter(caseId, {
      kind: 'applied',
      programme: 'iom',
      on: ago(5),
      doubts: ['held', 'in_haste', 'held'],
    })
    await matter(caseId, { kind: 'planned', on: addDays(today, 9) })
    await matter(caseId, {
      matter: 'naturalisation',
      kind: 'refused',
      on: ago(2),
      programme: 'iom',
      doubts: ['held'],
    })
    const rows = (await page(code)).matters.current.map(({ row }) => row)
    expect(rows.map(({ matter: of, kind, programme, doubts }) => [of, kind, programme, doubts])).toEqual([
      ['voluntary_return', 'planned', null, []],
      ['naturalisation', 'refused', null, []],
      ['voluntary_return', 'applied', 'iom', ['held', 'in_haste']],
      ['voluntary_return', 'informed', null, []],
    ])
    expect(await organisation.ask('SELECT 1 FROM deadline WHERE case_id = $1', [caseId])).toEqual([])
  })

  it.each([
    ['without a step', { kind: '' }, { kind: 'required' }],
    ['with a step of another matter', { matter: 'recovery', kind: 'left' }, { kind: 'unknownChoice' }],
    ['applied for without a programme', { kind: 'applied' }, { programme: 'required' }],
    ['left in the future', { kind: 'left', on: addDays(today, 5) }, { on: 'inTheFuture' }],
    ['of no kind', { matter: 'passport_of_mars' }, { matter: 'required' }],
  ])('%s is refused beside the field', async (_words, change, fields) => {
    const { caseId } = await givenFile()
    expect(await matter(caseId, change)).toMatchObject({ ok: false, fields })
  })
})

describe('a row of a register', () => {
  it('that was a mistake stays readable, counts no more, and cannot be changed or taken back again', async () => {
    const { caseId, code, personId } = await givenFile()
    const subjects = {
      mandate: subjectOf(await mandate(caseId, { words: 'Verzonnen woorden' })),
      need: subjectOf(await need(caseId, personId)),
      matter: subjectOf(await matter(caseId)),
    }
    for (const [register, subjectId] of Object.entries(subjects)) {
      expect(await takeBack(caseId, register, subjectId, 7)).toMatchObject({ code: 'correctedMeanwhile' })
      expect(await takeBack(caseId, register, subjectId, 1)).toMatchObject({ ok: true })
      expect(await takeBack(caseId, register, subjectId, 2)).toMatchObject({ code: 'correctedMeanwhile' })
    }
    expect(await mandate(caseId, { subjectId: subjects.mandate, version: 2 })).toMatchObject({
      code: 'correctedMeanwhile',
    })
    const shown = await page(code)
    for (const register of [shown.mandates, shown.needs, shown.matters]) {
      expect(register.current).toEqual([])
      expect(register.mistakes).toMatchObject([{ row: { mistake: 'wrong_file', revision: 2 } }])
    }
    expect(shown.mandates.mistakes[0]?.row.words).toBe('Verzonnen woorden')
  })

  it('screens someone, encrypted, and asks to look again until a later screening takes its place', async () => {
    const { caseId, code, personId } = await givenFile()
    const screen = (screened: string, again: string, violence: string) =>
      act(organisation.casey.token, saveScreening, {
        caseId,
        subjectId: '',
        version: 0,
        personId,
        screened,
        screener: 'Verzonnen screener',
        health: 'open',
        mind: 'some',
        violence,
        exploitation: 'open',
        gender: 'open',
        age: 'open',
        family: 'open',
        communication: 'none',
        daily: 'open',
        words: '',
        again,
      })
    const again = () =>
      organisation.casey.work(async (work) =>
        (await readScreeningAgain(work, await getCaseHeader(work, caseId))).map(({ on }) => on),
      )
    /** The days that the first screen lists of this file, for its worker and for who leads the office. */
    const listed = async () => {
      const days: string[][] = []
      for (const who of ['casey', 'coral'] as const)
        days.push(
          await organisation[who].work(async (work) =>
            (await SOURCES.screening(work)).flatMap((line) =>
              line.caseId === caseId ? [line.on ?? ''] : [],
            ),
          ),
        )
      await expectCountsAsListed(organisation)
      return days
    }
    expect(await again()).toEqual([])
    expect(await screen(ago(30), ago(1), 'high')).toMatchObject({ ok: true })
    expect(await again()).toEqual([ago(1)])
    expect(await listed()).toEqual([[ago(1)], []])
    expect(await screen(ago(2), addDays(today, 60), 'none')).toMatchObject({ ok: true })
    expect(await again()).toEqual([addDays(today, 60)])
    expect(await listed()).toEqual([[], []])
    // One that was written down by mistake is none: the one before it counts again.
    expect(await screen(ago(1), today, 'none')).toMatchObject({ ok: true })
    expect(await listed()).toEqual([[today], []])
    const [last] = (await page(code)).screenings.current
    if (last === undefined) throw new Error('no screening')
    expect(await takeBack(caseId, 'screening', last.row.subjectId, last.row.revision)).toMatchObject({
      ok: true,
    })
    expect(await listed()).toEqual([[], []])
    expect(await screen(ago(2), ago(3), 'none')).toMatchObject({ code: 'invalid' })
    expect(await screen(addDays(today, 1), '', 'none')).toMatchObject({ code: 'inTheFuture' })
    const rows = (await page(code)).screenings.current.map(({ row }) => row)
    expect(rows).toMatchObject([
      { screened: ago(2), violence: 'none', mind: 'some', screener: 'Verzonnen screener' },
      { screened: ago(30), violence: 'high' },
    ])
    const stored = await organisation.ask(
      `SELECT to_jsonb(s)::text AS row, length(levels_cipher) AS size FROM screening s WHERE case_id = $1`,
      [caseId],
    )
    for (const { row } of stored) expect(String(row)).not.toMatch(/high|Verzonnen/)
    expect(new Set(stored.map(({ size }) => size)).size).toBe(1)
  })

  it('tells the timeline its days and not which need it is', async () => {
    const { caseId, personId } = await givenFile()
    await mandate(caseId, { askedOn: ago(22), grantedOn: ago(2) })
    await need(caseId, personId, { on: ago(12), toldTo: 'io', toldOn: ago(4) })
    const subjectId = subjectOf(await matter(caseId, { kind: 'counselled', on: ago(7) }))
    subjectOf(await matter(caseId, { subjectId, version: 1, kind: 'withdrawn', on: ago(6) }))
    const { items } = await organisation.casey.work((work) => listTimeline(work, caseId))
    const told = items.flatMap((item) => (item.type === 'event' && item.room === 'asylum' ? [item] : []))
    expect(told.map(({ on, said }) => [on, 'what' in said ? said.what : ''])).toEqual([
      [ago(2), 'mandate_granted'],
      [ago(4), 'need_told'],
      [ago(6), 'matter'],
      [ago(12), 'need_noted'],
      [ago(22), 'mandate_asked'],
    ])
    expect(JSON.stringify(told)).not.toContain('pregnant')
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length)
    const narrowed = await organisation.casey.work((work) =>
      listTimeline(work, caseId, { kinds: ['event'], before: ago(4), since: null }),
    )
    expect(narrowed.items.map(({ on }) => on)).toEqual([ago(6), ago(12), ago(22)])
  })

  it('out of reach is not there, a circle keeps it, and no one signs, changes or ties across files', async () => {
    const { caseId, personId } = await givenFile()
    const subjectId = subjectOf(await mandate(caseId))
    expect(await mandate(caseId, { subjectId, version: 1 }, 'sol')).toMatchObject({ code: 'notFound' })
    expect(await need(caseId, personId, {}, 'sol')).toMatchObject({ code: 'notFound' })
    expect(await matter(caseId, {}, 'sol')).toMatchObject({ code: 'notFound' })
    expect(await takeBack(caseId, 'mandate', subjectId, 1, 'sol')).toMatchObject({ code: 'notFound' })
    expect(await mandate((await givenFile()).caseId, { subjectId, version: 1 })).toMatchObject({
      code: 'notFound',
    })
    const forge = (sql: string) => organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql))
    const insert = (of: { file: string; subject: string; revision: number; by?: string }) => {
      const id = newId()
      return forge(
        `INSERT INTO legal_mandate (id, case_id, subject_id, revision, aid, who_cipher, created_by)
         VALUES ('${id}', '${of.file}', '${of.subject === '' ? id : of.subject}', ${of.revision}, 'paid', '\\x00', '${of.by ?? organisation.casey.id}')`,
      )
    }
    const other = (await givenFile()).caseId
    await expect(
      insert({ file: caseId, subject: '', revision: 1, by: organisation.coral.id }),
    ).rejects.toThrow(/row-level security/)
    await expect(insert({ file: other, subject: subjectId, revision: 2 })).rejects.toThrow(/foreign key/i)
    await expect(insert({ file: caseId, subject: subjectId, revision: 1 })).rejects.toThrow(/constraint/)
    await expect(insert({ file: caseId, subject: '', revision: 2 })).rejects.toThrow(/constraint/)
    await expect(forge(`UPDATE legal_mandate SET aid = 'paid' WHERE case_id = '${caseId}'`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(forge(`DELETE FROM special_need WHERE case_id = '${caseId}'`)).rejects.toThrow(
      /permission denied/,
    )
    const stranger = (await givenFile()).personId
    await expect(
      forge(
        `INSERT INTO matter_step (id, case_id, subject_id, revision, person_id, matter, kind, doubts, created_by)
         SELECT i, '${caseId}', i, 1, '${stranger}', 'recovery', 'filed', '{}', '${organisation.casey.id}' FROM (SELECT gen_random_uuid() AS i) AS ids`,
      ),
    ).rejects.toThrow(/row-level security/)

    const closed = await givenFile('restricted')
    subjectOf(await need(closed.caseId, closed.personId))
    const seen = await organisation.coral.work((work) =>
      work.tx.specialNeed.count({ where: { caseId: closed.caseId } }),
    )
    expect(seen).toBe(0)
  })
})
