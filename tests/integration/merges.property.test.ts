import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { insertStays } from '@/lib/cases/case.data'
import { disconnect } from '@/lib/db/client'
import { NotFound } from '@/lib/db/errors'
import { withWork } from '@/lib/db/work'
import { insertClaims } from '@/lib/people/claim.data'
import { mergePeople, undoMerge } from '@/lib/people/merge.data'
import { listMarks, updatePerson } from '@/lib/people/person.data'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import { newId } from '@/lib/shared/ids'
import { openGiven } from '../support/given/given'
import { openSuperuser } from '../support/superuser'
import { drawn } from '../support/sweep'

// Any sequence of edits, merges and undos. What is kept in memory is only who each thing was said of when it was said, and which
// merges stand; after every step each row of the database stands with whom that person is found now, and after the last undo with
// themselves, as if no one had ever merged anything.

let owner: pg.Client
const given = openGiven()
const organisation = given.organisation()
const team = given.team(organisation)
const worker = given.staff(organisation, 'caseworker', { teams: [team] })
const token = given.tokenFor(worker)
const placeId = given.place()

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const PEOPLE = 5
const person = fc.nat({ max: PEOPLE - 1 })
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ command: fc.constant('merge' as const), one: person, other: person }) },
  { weight: 2, arbitrary: fc.record({ command: fc.constant('undo' as const), one: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ command: fc.constant('say' as const), one: person }) },
  { weight: 2, arbitrary: fc.record({ command: fc.constant('stay' as const), one: person }) },
  {
    weight: 1,
    arbitrary: fc.record({ command: fc.constant('withdraw' as const), one: fc.nat({ max: 40 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      command: fc.constant('sex' as const),
      one: person,
      sex: fc.constantFrom('f', 'm', 'x'),
    }),
  },
)
const CLAIMS = [
  'person_name',
  'age_claim',
  'nationality',
  'person_origin',
  'person_language',
  'person_identifier',
]

type Merge = {
  readonly id: string
  readonly kept: number
  readonly absorbed: number
  readonly before: string
  readonly after: string
}
type Organisation = {
  readonly people: readonly string[]
  /** Each their own; in `shared` the first two stand beside one another. */
  readonly files: readonly string[]
  readonly shared: string
  readonly sex: string[]
  readonly merges: Merge[]
  /** Of whom a row was said when it was said. */
  readonly things: Map<string, number>
}
const rows = z.array(z.object({ id: z.string(), person: z.string() }))
const read = async (sql: string, values: readonly unknown[] = []) =>
  rows.parse((await owner.query(sql, [...values])).rows)

const givenMergeOrganisation = async (): Promise<Organisation> => {
  const open = () => given.file({ teamId: team, workerId: worker }).id
  const files = Array.from({ length: PEOPLE }, open)
  const shared = open()
  const people = files.map((caseId, index) =>
    given.person({ caseIds: index < 2 ? [caseId, shared] : [caseId], createdBy: worker }),
  )
  await given.save(owner)
  // Given rows come without their triggers.
  await owner.query('UPDATE person_name SET text = text WHERE person_id = ANY ($1)', [people])
  const things = new Map<string, number>()
  for (const table of CLAIMS)
    for (const { id, person } of await read(
      `SELECT id, person_id AS person FROM ${table} WHERE person_id = ANY ($1)`,
      [people],
    ))
      things.set(`${table} ${id}`, people.indexOf(person))
  return { people, files, shared, sex: people.map(() => 'not_asked'), merges: [], things }
}

/** With whom they are found now. */
const found = (organisation: Organisation, one: number): number => {
  const merge = organisation.merges.find(({ absorbed }) => absorbed === one)
  return merge === undefined ? one : found(organisation, merge.kept)
}
const idOf = (organisation: Organisation, one: number): string =>
  organisation.people[found(organisation, one)] ?? ''

const say = async (organisation: Organisation, one: number): Promise<void> => {
  const personId = idOf(organisation, one)
  const text = `Bijnaam ${newId().slice(-6)}`
  const before = new Set(organisation.things.keys())
  await withWork(token, (work) =>
    insertClaims(
      work,
      personId,
      {
        ...NOTHING_ASKED,
        names: [{ kind: 'alias', text, saidOn: '2026-03-02' }],
        ageClaims: [],
        nationalities: [],
        saidOn: '2026-03-02',
        languages: [{ language: 'fr', level: 'fluent' }],
        identifiers: [{ kind: 'recognise', text }],
      },
      { isSealed: false, circleCaseId: null },
    ),
  )
  for (const table of CLAIMS)
    for (const { id } of await read(`SELECT id, person_id AS person FROM ${table} WHERE person_id = $1`, [
      personId,
    ]))
      if (!before.has(`${table} ${id}`)) organisation.things.set(`${table} ${id}`, found(organisation, one))
}
/** In a file of their own: it is theirs, no matter whom they are found with. */
const stay = async (organisation: Organisation, one: number): Promise<void> => {
  const [caseId, personId] = [organisation.files[one] ?? '', idOf(organisation, one)]
  await withWork(token, (work) => insertStays(work, [{ caseId, personId, placeId, since: '2026-03-02' }]))
  const all = await read('SELECT id, person_id AS person FROM place_stay WHERE case_id = $1', [caseId])
  for (const { id } of all) organisation.things.set(`place_stay ${id}`, one)
}
const withdraw = async (organisation: Organisation, which: number): Promise<void> => {
  const names = [...organisation.things.keys()].filter((key) => key.startsWith('person_language'))
  const id = names[which % names.length]?.split(' ')[1] ?? ''
  await withWork(token, (work) =>
    work.tx.personLanguage.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: work.now, withdrawnBecause: 'misread' },
    }),
  )
}
const changeSex = async (organisation: Organisation, one: number, sex: string): Promise<void> => {
  const id = idOf(organisation, one)
  await withWork(token, async (work) => {
    const row = await work.tx.person.findUniqueOrThrow({ where: { id } })
    await updatePerson(work, { id, version: row.version }, { ...row, sex })
  })
  organisation.sex[found(organisation, one)] = sex
}
const merge = async (organisation: Organisation, one: number, other: number): Promise<void> => {
  const [kept, absorbed] = [found(organisation, one), found(organisation, other)]
  if (kept === absorbed) return
  const [before, after] = [organisation.sex[kept] ?? '', organisation.sex[absorbed] ?? '']
  const result = await withWork(token, (work) =>
    mergePeople(work, {
      keepId: organisation.people[kept] ?? '',
      absorbId: organisation.people[absorbed] ?? '',
      firstId: organisation.people[absorbed] ?? '',
      ...NOTHING_ASKED,
      sex: after,
      because: 'recognised',
    }),
  )
  if (!result.ok) throw new Error(result.code)
  organisation.sex[kept] = after
  organisation.merges.push({ id: result.value, kept, absorbed, before, after })
}
const undo = async (organisation: Organisation, which: number): Promise<void> => {
  const index = organisation.merges.length - 1 - (which % Math.max(1, organisation.merges.length))
  const one = organisation.merges[index]
  if (one === undefined) return
  const { id, kept, absorbed, before, after } = one
  const isOver = organisation.merges
    .slice(index + 1)
    .some((later) => later.kept === kept || later.absorbed === kept || later.kept === absorbed)
  const asked = withWork(token, (work) => undoMerge(work, id))
  if (found(organisation, kept) !== kept) {
    await expect(asked).rejects.toBeInstanceOf(NotFound)
    return
  }
  const result = await asked
  if (isOver) {
    expect(result).toMatchObject({ ok: false, code: 'laterMerge' })
    return
  }
  if (!result.ok) throw new Error(result.code)
  expect(result.value.conflicts.some(({ what }) => what === 'sex')).toBe(
    organisation.sex[kept] !== after && before !== after,
  )
  if (organisation.sex[kept] === after) organisation.sex[kept] = before
  organisation.merges.splice(index, 1)
}

const check = async (organisation: Organisation): Promise<void> => {
  const { people, files, shared, things } = organisation
  const wrong: string[] = []
  for (const table of [...CLAIMS, 'place_stay'])
    for (const { id, person } of await read(
      `SELECT id, person_id AS person FROM ${table} WHERE person_id = ANY ($1)`,
      [people],
    )) {
      const of = things.get(`${table} ${id}`)
      if (of === undefined || idOf(organisation, of) !== person) wrong.push(`${table} ${id} of ${of}`)
    }
  const current = await read(
    'SELECT case_id AS id, person_id AS person FROM case_person WHERE person_id = ANY ($1)',
    [people],
  )
  const places = [
    ...files.map((id, one) => `${id} ${idOf(organisation, one)}`),
    ...[0, 1].map((one) => `${shared} ${idOf(organisation, one)}`),
  ]
  expect(current.map(({ id, person }) => `${id} ${person}`).sort()).toEqual([...new Set(places)].sort())
  // Each name is found in each file of anyone who bears it, and nowhere else.
  const words = await owner.query(
    `WITH wanted AS (SELECT cp.case_id, n.person_id, n.id, w.starts, w.span, k.key
       FROM person_name n JOIN case_person cp ON cp.person_id = n.person_id, app.name_words(n.text) w, unnest(w.keys) k(key)
      WHERE n.person_id = ANY ($1)),
     kept AS (SELECT case_id, person_id, name_id, starts, span, key FROM name_word WHERE person_id = ANY ($1))
     SELECT count(*)::int AS n FROM ((TABLE wanted EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE wanted)) x`,
    [people],
  )
  expect({ wrong, words: words.rows }).toEqual({ wrong: [], words: [{ n: 0 }] })
  const sexes = await owner.query('SELECT id, sex FROM person WHERE id = ANY ($1)', [people])
  for (const one of people.keys())
    if (found(organisation, one) === one)
      expect(sexes.rows.find(({ id }) => id === people[one])?.sex).toBe(organisation.sex[one])
  // What was written over stands with whom its row is found, and each value took the place of the one before it.
  const past = await owner.query(
    `SELECT v.person_id, v.subject_id, v.value,
            lag(v.became) OVER chain AS before, v.became, lead(v.value) OVER chain AS next, p.sex
       FROM person_former_value v JOIN person p ON p.id = v.subject_id
      WHERE v.field = 'sex' AND v.subject_id = ANY ($1) WINDOW chain AS (PARTITION BY v.subject_id ORDER BY v.replaced_at, v.txid)`,
    [people],
  )
  expect(
    past.rows.filter(
      ({ person_id: person, subject_id: subject, value, before, became, next, sex }) =>
        person !== idOf(organisation, people.indexOf(subject)) ||
        value !== (before ?? 'not_asked') ||
        became !== (next ?? sex),
    ),
  ).toEqual([])
  // What was encrypted is still read, by the key of the person it stands with.
  const heads = [...new Set(people.map((_, one) => idOf(organisation, one)))]
  const marks = await withWork(token, (work) => listMarks(work, heads))
  const sealed = await read(
    "SELECT id, person_id AS person FROM person_identifier WHERE kind = 'recognise' AND person_id = ANY ($1)",
    [people],
  )
  expect(marks.map(({ id }) => id).sort()).toEqual(sealed.map(({ id }) => id).sort())
}

it('any sequence of edits, merges and undos leaves everything with whom it was said of', async () => {
  let [merged, undone] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const organisation = await givenMergeOrganisation()
      for (const one of steps) {
        const count = organisation.merges.length
        if (one.command === 'merge') await merge(organisation, one.one, one.other)
        else if (one.command === 'undo') await undo(organisation, one.one)
        else if (one.command === 'say') await say(organisation, one.one)
        else if (one.command === 'stay') await stay(organisation, one.one)
        else if (one.command === 'withdraw') await withdraw(organisation, one.one)
        else await changeSex(organisation, one.one, one.sex)
        if (organisation.merges.length > count) merged += 1
        if (organisation.merges.length < count) undone += 1
        await check(organisation)
      }
      while (organisation.merges.length > 0) await undo(organisation, 0)
      await check(organisation)
    }),
    { numRuns: drawn(10, 40) },
  )
  // A run that merges nothing would prove nothing.
  expect(merged).toBeGreaterThan(drawn(10, 15))
  expect(undone).toBeGreaterThan(3)
})
