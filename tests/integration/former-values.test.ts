import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { changeTogether } from '@/lib/caseload/caseload.actions'
import { editDetails, editNextStep } from '@/lib/cases/case.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { editPerson } from '@/lib/cases/claim.actions'
import { editFileRole, joinFile, leaveFile, returnToFile } from '@/lib/cases/file-people.actions'
import { type Change, readKnown } from '@/lib/cases/known.data'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import { recordVisit } from '@/lib/detention/visit.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { mergePeople, undoMerge } from '@/lib/people/merge.data'
import { toNewPerson } from '@/lib/people/person.schema'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import { readMore } from '@/lib/rights/extract-more.data'
import { addDays, type Day, dayOf } from '@/lib/shared/dates'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'
import { photograph } from '../support/photograph'
import { openSuperuser } from '../support/superuser'
import { drawn } from '../support/sweep'

let owner: pg.Client
const given = openGiven()
const organisation = given.organisation()
const team = given.team(organisation)
const worker = given.staff(organisation, 'caseworker', { teams: [team] })
const lead = given.staff(organisation, 'coordinator', { leads: [team] })
const circle = given.staff(organisation, 'caseworker', { teams: [team] })
const stranger = given.staff(organisation, 'caseworker', { teams: [team] })
const guest = given.staff(organisation, 'guest')
const placeless = given.staff(organisation, 'guest')
const tokens = {
  worker: given.tokenFor(worker),
  lead: given.tokenFor(lead),
  circle: given.tokenFor(circle),
  stranger: given.tokenFor(stranger),
  guest: given.tokenFor(guest),
  placeless: given.tokenFor(placeless),
}
type Who = keyof typeof tokens
const today = dayOf(new Date())

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
  // As if all of this had been kept for a month.
  await owner.query("UPDATE row_watch SET since = now() - interval '30 days'")
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const names = z.array(z.object({ name: z.string() })).length(1)
const nameOf = async (id: string): Promise<string> =>
  names.parse((await owner.query('SELECT name FROM staff WHERE id = $1', [id])).rows)[0]?.name ?? ''
const open = async (secrecy: 'open' | 'restricted' | 'sealed' = 'open') => {
  const file = given.file({ teamId: team, workerId: worker, secrecy })
  if (secrecy !== 'open')
    for (const staffId of [worker, circle])
      given.member({ caseId: file.id, staffId, addedBy: worker, kind: 'circle' })
  const personId = given.person({ caseIds: [file.id], createdBy: worker, sealed: secrecy === 'sealed' })
  await given.save(owner)
  await owner.query('UPDATE case_file SET opened_on = opened_on - 400 WHERE id = $1', [file.id])
  return { caseId: file.id, personId }
}
const known = (who: Who, caseId: string, on: Day | null = null) =>
  withWork(tokens[who], async (work) => readKnown(work, await getCaseHeader(work, caseId), on))
/** What was written over, the newest first. */
const replaced = async (who: Who, caseId: string) =>
  (await known(who, caseId)).changes.filter(
    (one): one is Extract<Change, { kind: 'ofPerson' | 'ofFile' | 'step' }> =>
      one.kind === 'ofPerson' || one.kind === 'ofFile' || one.kind === 'step',
  )
const versions = z.array(z.object({ version: z.number() })).length(1)
const versionOf = async (table: 'case_file' | 'person', id: string): Promise<number> =>
  versions.parse((await owner.query(`SELECT version FROM ${table} WHERE id = $1`, [id])).rows)[0]?.version ??
  0

const setSex = async (
  of: { caseId: string; personId: string },
  sex: string,
  interpreterNeed = 'not_asked',
  who: Who = 'worker',
) =>
  expect(
    await act(tokens[who], editPerson, {
      ...of,
      version: await versionOf('person', of.personId),
      ...NOTHING_ASKED,
      sex,
      interpreterNeed,
    }),
  ).toMatchObject({ ok: true })
const setStep = async (caseId: string, text: string, on = '') =>
  expect(
    await act(tokens.worker, editNextStep, {
      caseId,
      version: await versionOf('case_file', caseId),
      text,
      on,
    }),
  ).toMatchObject({ ok: true })
const setDetails = async (caseId: string, status: string, risk: string) =>
  expect(
    await act(tokens.worker, editDetails, {
      caseId,
      version: await versionOf('case_file', caseId),
      status,
      risk,
    }),
  ).toMatchObject({ ok: true })

describe('what was written over', () => {
  it('is kept from every form, with who did it, and read in words', async () => {
    const of = await open()
    await setSex(of, 'f', 'yes')
    await setDetails(of.caseId, 'follow_up', 'high')
    await setStep(of.caseId, 'Call the lawyer', '2026-12-03')
    await setStep(of.caseId, 'Write to the centre')
    await setStep(of.caseId, '')
    const by = await nameOf(worker)
    const lawyer = { text: 'Call the lawyer', on: '2026-12-03' }
    const centre = { text: 'Write to the centre', on: null }
    const found = await replaced('worker', of.caseId)
    expect(found.every((one) => one.by === by)).toBe(true)
    expect(found.map(({ at: _at, by: _by, ...one }) => one)).toEqual([
      { kind: 'step', was: centre, now: null },
      { kind: 'step', was: lawyer, now: centre },
      { kind: 'step', was: null, now: lawyer },
      ...[
        { kind: 'ofFile', field: 'status', was: 'active', now: 'follow_up' },
        { kind: 'ofFile', field: 'risk', was: 'low', now: 'high' },
      ].map((one) => expect.objectContaining(one)),
      ...['sex', 'interpreterNeed'].map((field) =>
        expect.objectContaining({ kind: 'ofPerson', personId: of.personId, field, was: 'not_asked' }),
      ),
    ])
  })

  it('is kept from a visit, from many files at once and from a hand in the database', async () => {
    const of = await open()
    await setStep(of.caseId, 'Before the visit')
    const { rows } = await owner.query<{ id: string }>(
      "SELECT id FROM place WHERE kind = 'closed_centre' AND valid_to IS NULL ORDER BY slug LIMIT 1",
    )
    const nextStep = { who: 'me', staffId: '', text: 'After the visit', on: '', knew: 'Before the visit' }
    expect(
      await act(tokens.worker, recordVisit, {
        teamId: team,
        placeId: rows[0]?.id,
        onDate: today,
        header: 'said',
        mode: 'in_person',
        startsAt: '09:00',
        endsAt: '09:30',
        access: 'granted',
        waitingMinutes: '',
        visitors: [worker],
        encounters: [{ ...blankEncounter(knownPerson(of)), outcome: 'seen', note: 'Invented', nextStep }],
        groups: [],
        observations: [],
      }),
    ).toMatchObject({ ok: true })
    const many = {
      selection: { mode: 'ids', ids: [of.caseId] },
      change: { kind: 'stepOn', on: addDays(today, 9) },
    }
    expect(await act(tokens.lead, changeTogether, many)).toMatchObject({ ok: true })
    await owner.query("UPDATE case_file SET kind = 'uam' WHERE id = $1", [of.caseId])
    const after = { text: 'After the visit', on: null }
    expect((await replaced('worker', of.caseId)).map(({ at: _at, ...one }) => one)).toEqual([
      { kind: 'ofFile', field: 'kind', was: 'det', now: 'uam', by: null },
      { kind: 'step', was: after, now: { ...after, on: addDays(today, 9) }, by: await nameOf(lead) },
      { kind: 'step', was: { text: 'Before the visit', on: null }, now: after, by: await nameOf(worker) },
      { kind: 'step', was: null, now: { text: 'Before the visit', on: null }, by: await nameOf(worker) },
    ])
  })

  it('is nothing when the same is said again, and nothing of what a new file begins with', async () => {
    const of = await open()
    await setStep(of.caseId, 'The same', '2026-12-03')
    await setSex(of, 'f')
    const before = await replaced('worker', of.caseId)
    await setStep(of.caseId, 'The same', '2026-12-03')
    await setSex(of, 'f')
    await setDetails(of.caseId, 'active', 'low')
    await owner.query('UPDATE case_file SET last_seen_on = opened_on, version = version + 1 WHERE id = $1', [
      of.caseId,
    ])
    expect(await replaced('worker', of.caseId)).toEqual(before)
    const { caseId } = await withWork(tokens.worker, (work) =>
      insertPersonWithFile(work, {
        person: toNewPerson({ ...emptyPerson, name: 'Kalimo Nieuw' }, today),
        file: {
          kind: 'asylum',
          teamId: team,
          workerId: worker,
          openedOn: today,
          status: 'active',
          risk: 'low',
          secrecy: 'open',
          secondMemberId: null,
          nextStep: { text: 'The first one', on: null },
          stay: null,
        },
      }),
    )
    expect(await replaced('worker', caseId)).toEqual([])
  })

  it('lies as encrypted as it stood: no word of a step in clear anywhere in the table', async () => {
    const of = await open()
    await setStep(of.caseId, 'Zzgeheim stap')
    await setStep(of.caseId, 'Iets anders')
    const { rows } = await owner.query(
      "SELECT string_agg(v::text || encode(COALESCE(v.cipher, ''), 'escape'), '|') AS text, count(v.cipher)::int AS n FROM case_former_value v WHERE case_id = $1",
      [of.caseId],
    )
    expect(rows[0]?.n).toBe(1)
    expect(rows[0]?.text).not.toContain('Zzgeheim')
  })
})

it('tells of who came into the file, as what, and left it: of this one, to whom it is open', async () => {
  const of = await open()
  const other = await open()
  const place = { caseId: of.caseId, personId: other.personId }
  const empty = { ...emptyPerson, since: today, placeId: '', placeSince: '' }
  expect(
    await act(tokens.worker, joinFile, { ...empty, ...place, role: 'sibling', basis: 'said', notSame: [] }),
  ).toMatchObject({ ok: true })
  const change = { ...place, version: 1, role: 'child', basis: 'said', since: '' }
  expect(await act(tokens.worker, editFileRole, change)).toMatchObject({ ok: true })
  const leave = { ...place, version: 2, on: today, because: 'own_file' }
  expect(await act(tokens.worker, leaveFile, leave)).toMatchObject({ ok: true })
  expect(await act(tokens.worker, returnToFile, { ...place, version: 3 })).toMatchObject({ ok: true })
  const told = { personId: other.personId, by: await nameOf(worker) }
  const kinds = ['joined', 'role', 'left', 'returned']
  const found = (await known('lead', of.caseId)).changes.filter(({ kind }) => kinds.includes(kind))
  expect(found).toMatchObject([
    { kind: 'returned', ...told },
    { kind: 'left', because: 'own_file', ...told },
    { kind: 'role', was: 'sibling', now: 'child', ...told },
    { kind: 'joined', role: 'sibling', ...told },
  ])
  const elsewhere = (await known('worker', other.caseId)).changes
  expect(elsewhere.filter(({ kind }) => kinds.includes(kind))).toEqual([])
})

describe('a file on any day', () => {
  const DAYS = 8
  const edit = fc.record({
    day: fc.nat({ max: DAYS - 1 }),
    what: fc.constantFrom('sex', 'interpreterNeed', 'status', 'risk', 'step'),
    which: fc.nat({ max: 2 }),
  })
  const VALUES = {
    sex: ['f', 'm', 'x'],
    interpreterNeed: ['yes', 'some', 'no'],
    status: ['active', 'follow_up', 'on_hold'],
    risk: ['low', 'medium', 'high'],
    step: ['', 'Eerst bellen', 'Dan schrijven'],
  }
  it('is what an independent record says of its end, whatever was written over in between', async () => {
    let kept = 0
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const of = await open()
        const now = {
          sex: 'not_asked',
          interpreterNeed: 'not_asked',
          status: 'active',
          risk: 'low',
          step: '',
        }
        const record: (typeof now)[] = []
        const ordered = edits.toSorted((a, b) => a.day - b.day)
        for (let day = 0; day < DAYS; day++) {
          for (const { what, which } of ordered.filter((one) => one.day === day)) {
            now[what] = VALUES[what][which] ?? ''
            if (what === 'step') await setStep(of.caseId, now.step)
            else if (what === 'sex' || what === 'interpreterNeed')
              await setSex(of, now.sex, now.interpreterNeed)
            else await setDetails(of.caseId, now.status, now.risk)
          }
          record.push({ ...now })
          // The day ends: what was written today will have been written as many days ago as there are still to come.
          for (const [table, column, id] of [
            ['case_former_value', 'case_id', of.caseId],
            ['person_former_value', 'person_id', of.personId],
          ])
            await owner.query(
              `UPDATE ${table} SET replaced_at = replaced_at - interval '1 day' WHERE ${column} = $1`,
              [id],
            )
        }
        for (const [day, stood] of record.entries()) {
          const { asOf } = await known('worker', of.caseId, addDays(today, day - DAYS))
          const value = (field: string) =>
            [...(asOf?.single?.ofPeople ?? []), ...(asOf?.single?.ofFile ?? [])].find(
              (one) => one.field === field,
            )?.value
          expect({
            sex: value('sex'),
            interpreterNeed: value('interpreterNeed'),
            status: value('status'),
            risk: value('risk'),
            step: asOf?.single?.step?.text ?? '',
          }).toEqual(stood)
        }
        kept += (await replaced('worker', of.caseId)).length
      }),
      { numRuns: drawn(3, 6) },
    )
    expect(kept).toBeGreaterThan(drawn(3, 8))
  })
})

it('is not made up for a day before any of it was kept', async () => {
  const of = await open()
  await setSex(of, 'f')
  const [before, first] = [addDays(today, -31), addDays(today, -30)]
  expect(await known('worker', of.caseId, before)).toMatchObject({ keptSince: first, asOf: { single: null } })
  const { asOf } = await known('worker', of.caseId, first)
  expect(asOf?.single?.ofPeople).toContainEqual({ personId: of.personId, field: 'sex', value: 'not_asked' })
  // A file that is younger has its whole past.
  await owner.query('UPDATE case_file SET opened_on = $2 WHERE id = $1', [of.caseId, first])
  expect((await known('worker', of.caseId)).keptSince).toBe(null)
})

describe('is read exactly by whom what stands there now is read', () => {
  const count = (who: Who, of: { caseId: string; personId: string }) =>
    withWork(tokens[who], async ({ tx }) => ({
      file: await tx.caseFormerValue.count({ where: { caseId: of.caseId } }),
      person: await tx.personFormerValue.count({ where: { personId: of.personId } }),
    }))
  it('an outsider nothing, a guest what is told of people they were given, a coordinator nothing of a circle', async () => {
    const of = await open()
    const until = new Date(Date.now() + 86_400_000)
    given.member({
      caseId: of.caseId,
      staffId: guest,
      addedBy: worker,
      kind: 'guest',
      parts: ['people'],
      until,
    })
    given.member({
      caseId: of.caseId,
      staffId: placeless,
      addedBy: worker,
      kind: 'guest',
      parts: ['notes'],
      until,
    })
    await given.save(owner)
    await setSex(of, 'f')
    await setDetails(of.caseId, 'active', 'high')
    for (const who of ['worker', 'lead'] as const)
      expect(await count(who, of)).toEqual({ file: 1, person: 1 })
    expect(await count('stranger', of)).toEqual({ file: 0, person: 0 })
    expect(await count('guest', of)).toEqual({ file: 0, person: 1 })
    expect(await count('placeless', of)).toEqual({ file: 0, person: 0 })
    const sealed = await open('sealed')
    await setSex(sealed, 'f')
    await setStep(sealed.caseId, 'Zz')
    for (const who of ['worker', 'circle'] as const)
      expect(await count(who, sealed)).toEqual({ file: 1, person: 1 })
    for (const who of ['lead', 'stranger'] as const)
      expect(await count(who, sealed)).toEqual({ file: 0, person: 0 })
  })

  it('follows its file into a circle', async () => {
    const of = await open()
    await setDetails(of.caseId, 'active', 'high')
    given.member({ caseId: of.caseId, staffId: worker, addedBy: lead, kind: 'circle' })
    await given.save(owner)
    await owner.query("UPDATE case_file SET secrecy = 'restricted' WHERE id = $1", [of.caseId])
    expect(await count('lead', of)).toMatchObject({ file: 0 })
    expect((await replaced('worker', of.caseId))[0]).toMatchObject({
      field: 'secrecy',
      was: 'open',
      now: 'restricted',
    })
  })

  it('tells in an open file what changed, and not who did it in a circle', async () => {
    const of = await open()
    const hidden = given.file({ teamId: team, workerId: circle, secrecy: 'restricted' })
    given.member({ caseId: hidden.id, staffId: circle, addedBy: circle, kind: 'circle' })
    await given.save(owner)
    await owner.query('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [
      hidden.id,
      of.personId,
    ])
    await setSex({ caseId: hidden.id, personId: of.personId }, 'm', 'not_asked', 'circle')
    expect(await replaced('circle', hidden.id)).toMatchObject([
      { was: 'not_asked', now: 'm', by: await nameOf(circle) },
    ])
    expect(await replaced('lead', of.caseId)).toMatchObject([{ was: 'not_asked', now: 'm', by: null }])
    // Nor to anyone who reads both, while they read this one: nothing of the one file is shown on the other.
    given.member({ caseId: of.caseId, staffId: circle, addedBy: worker })
    await given.save(owner)
    expect(await replaced('circle', of.caseId)).toMatchObject([{ now: 'm', by: null }])
    // Not by the row either.
    const row = await withWork(tokens.lead, ({ tx }) =>
      tx.personFormerValue.findMany({ where: { personId: of.personId } }),
    )
    expect(
      JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain(circle)
    const events = await withWork(tokens.lead, ({ tx }) =>
      tx.auditEvent.count({ where: { txid: { in: row.map(({ txid }) => txid) } } }),
    )
    expect(events).toBe(0)
  })

  it.each([
    `INSERT INTO person_former_value (id, person_id, subject_id, field, value, became, txid) SELECT gen_random_uuid(), person_id, person_id, 'sex', 'f', 'm', 1 FROM case_person LIMIT 1`,
    `INSERT INTO case_former_value (id, case_id, field, value, became) SELECT gen_random_uuid(), id, 'risk', 'low', 'high' FROM case_file LIMIT 1`,
    `UPDATE person_former_value SET value = 'x'`,
    `UPDATE case_former_value SET value = 'x'`,
    'DELETE FROM person_former_value',
    'DELETE FROM case_former_value',
    'SELECT app.keep_former_person()',
  ])('cannot be made up, changed or taken away: %s', async (sql) => {
    await expect(withWork(tokens.lead, ({ tx }) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/42501/)
  })
})

describe('two rows of one person', () => {
  const merge = async (keepId: string, absorbId: string, sex: string): Promise<string> => {
    const merging = {
      keepId,
      absorbId,
      firstId: keepId,
      ...NOTHING_ASKED,
      sex,
      because: 'said' as const,
    }
    const result = await withWork(tokens.worker, (work) => mergePeople(work, merging))
    if (!result.ok) throw new Error(result.code)
    return result.value
  }
  const undo = async (mergeId: string): Promise<void> => {
    const result = await withWork(tokens.worker, (work) => undoMerge(work, mergeId))
    if (!result.ok) throw new Error(result.code)
  }
  const values = async () => {
    const { case_former_value: ofFiles, person_former_value: ofPeople } = await photograph(owner)
    return { ofFiles, ofPeople }
  }
  const given2 = async () => {
    const [kept, absorbed] = [await open(), await open()]
    await setSex(kept, 'f')
    await setSex(absorbed, 'x')
    await setSex(absorbed, 'm')
    for (const [{ personId }, days] of [
      [kept, 5],
      [absorbed, 3],
    ] as const)
      await owner.query(
        'UPDATE person_former_value SET replaced_at = replaced_at - make_interval(days => $2) WHERE person_id = $1',
        [personId, days],
      )
    return { kept, absorbed }
  }
  it('bring both pasts together, say whose was whose, and part again as they were', async () => {
    const { kept, absorbed } = await given2()
    const before = await values()
    const mergeId = await merge(kept.personId, absorbed.personId, 'm')
    const found = await replaced('worker', kept.caseId)
    expect(found).toMatchObject([
      { was: 'f', now: 'm', isOfMerged: false },
      { was: 'x', now: 'm', isOfMerged: true },
      { was: 'not_asked', now: 'x', isOfMerged: true },
      { was: 'not_asked', now: 'f', isOfMerged: false },
    ])
    expect(found.every((one) => 'personId' in one && one.personId === kept.personId)).toBe(true)
    // How it stood on a day is told of their own row.
    const sexOn = async (day: Day) =>
      (await known('worker', kept.caseId, day)).asOf?.single?.ofPeople.find(({ field }) => field === 'sex')
        ?.value
    expect(await sexOn(addDays(today, -6))).toBe('not_asked')
    expect(await sexOn(addDays(today, -4))).toBe('f')
    expect(await sexOn(today)).toBe('m')
    await undo(mergeId)
    expect(await values()).toEqual(before)
  })

  it('keep what someone wrote over in between', async () => {
    const { kept, absorbed } = await given2()
    const mergeId = await merge(kept.personId, absorbed.personId, 'm')
    await setSex(kept, 'declined')
    await setSex(kept, 'm')
    await undo(mergeId)
    expect((await replaced('worker', kept.caseId)).map((one) => [one.was, one.now])).toEqual([
      ['m', 'f'],
      ['declined', 'm'],
      ['m', 'declined'],
      ['f', 'm'],
      ['not_asked', 'f'],
    ])
    expect((await replaced('worker', absorbed.caseId)).map((one) => [one.was, one.now])).toEqual([
      ['x', 'm'],
      ['not_asked', 'x'],
    ])
  })
})

it('is given to the person who asks what is kept of them, and of others in the file nothing', async () => {
  const of = await open()
  const other = given.person({ caseIds: [], createdBy: worker })
  await given.save(owner)
  await owner.query("INSERT INTO case_person (case_id, person_id, role) VALUES ($1, $2, 'sibling')", [
    of.caseId,
    other,
  ])
  await setSex(of, 'f')
  await setSex({ caseId: of.caseId, personId: other }, 'm')
  await setStep(of.caseId, 'Zzeerst')
  await setStep(of.caseId, 'Daarna')
  const read = (personId: string, isMain: boolean) =>
    withWork(
      tokens.worker,
      async (work) => (await readMore(work, await getCaseHeader(work, of.caseId), personId, isMain)).former,
    )
  const theirs = await read(of.personId, true)
  expect(theirs.values).toMatchObject([{ personId: of.personId, was: 'not_asked', now: 'f' }])
  expect(theirs.steps.map(({ was }) => was?.text ?? null)).toEqual([null, 'Zzeerst'])
  expect(await read(other, false)).toMatchObject({ values: [{ personId: other, now: 'm' }], steps: [] })
})

it('goes with its file and with its person', async () => {
  const of = await open()
  await setSex(of, 'f')
  await setStep(of.caseId, 'Zz')
  await owner.query('DELETE FROM case_file WHERE id = $1', [of.caseId])
  await owner.query('DELETE FROM person WHERE id = $1', [of.personId])
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::int FROM case_former_value WHERE case_id = $1) AS file,
            (SELECT count(*)::int FROM person_former_value WHERE person_id = $2) AS person`,
    [of.caseId, of.personId],
  )
  expect(rows).toEqual([{ file: 0, person: 0 }])
})
