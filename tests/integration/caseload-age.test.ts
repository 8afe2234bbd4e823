import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCaseIds } from '@/lib/caseload/caseload.data'
import { AGES, FIRST_SORT } from '@/lib/caseload/caseload.schema'
import { insertPersonWithFile, today } from '@/lib/cases/case.data'
import { AGE_BASES, type AgeClaim, type AgeWhat, makeAgeClaim } from '@/lib/people/age.rules'
import { insertAgeClaim } from '@/lib/people/claim.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { minority } from '@/lib/people/minority.rules'
import { ageClaimRows } from '@/lib/people/person.data'
import { toNewPerson } from '@/lib/people/person.schema'
import { toAgeClaims } from '@/lib/people/person.view'
import { listClaims, withdraw } from '@/lib/people/withdrawal.data'
import { addDays, type Day } from '@/lib/shared/dates'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

let organisation: GivenOrganisation
const claimsOf = new Map<string, readonly AgeClaim[]>()
let day: Day = ''

/** Ages around eighteen, to the day: what a list may get wrong. */
const anyClaim = (on: Day): fc.Arbitrary<AgeClaim> => {
  const age = fc.integer({ min: 15, max: 20 })
  const what: fc.Arbitrary<AgeWhat | null> = fc.oneof(
    age.map((from): AgeWhat => ({ form: 'age', from, to: from })),
    age.map((from): AgeWhat => ({ form: 'age', from, to: from + 2 })),
    fc.integer({ min: 160, max: 210 }).map((tenths): AgeWhat => ({ form: 'tested', tenths, margin: 16 })),
    fc
      .integer({ min: -2, max: 2 })
      .map((days) => addDays(`${Number(on.slice(0, 4)) - 18}${on.slice(4)}`, days))
      .map((born): AgeWhat => ({ form: 'born', when: born, text: born })),
  )
  const silent = fc.constantFrom('not_known' as const, 'declined' as const)
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...AGE_BASES.codes), what, fc.integer({ min: 0, max: 400 }))
        .map(([basis, one, ago]) =>
          makeAgeClaim({
            basis: one?.form === 'tested' ? 'test' : basis === 'test' ? 'said' : basis,
            what: one,
            asOf: addDays(on, -ago),
          }),
        ),
    },
    { weight: 1, arbitrary: silent.map((basis) => makeAgeClaim({ basis, what: null, asOf: on })) },
  )
}

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  day = await organisation.casey.work(async (work) => today(work))
  const some = fc.array(anyClaim(day), { maxLength: 3 })
  const draws = fc.sample(fc.record({ ageClaims: some, mistakes: some }), { numRuns: 80, seed: 26 })
  for (const { ageClaims, mistakes } of draws)
    await organisation.casey.work(async (work) => {
      const { caseId, personId } = await insertPersonWithFile(work, {
        person: { ...toNewPerson({ ...emptyPerson, name: 'Verzonnen Testaro' }, day), ageClaims: mistakes },
        file: {
          kind: 'detention',
          teamId: organisation.north,
          workerId: organisation.casey.id,
          openedOn: day,
          status: 'active',
          risk: 'low',
          secrecy: 'open',
          secondMemberId: null,
          nextStep: null,
          stay: null,
        },
      })
      // What was withdrawn is as if no one had said it, whichever way it would have tipped the scales.
      if (mistakes.length > 0)
        for (const claim of await listClaims(work, [personId]))
          if (claim.said.kind === 'age') expect(await withdraw(work, claim, 'misread')).toBe(true)
      for (const claim of ageClaims)
        await insertAgeClaim(work, personId, claim, { isSealed: false, circleCaseId: null })
      claimsOf.set(caseId, ageClaims)
    })
})
afterAll(() => organisation.close())

const filtered = async (value: string, isNot = false): Promise<string[]> => {
  const filters = { age: { values: [value], isNot } }
  const ids = await organisation.casey.work((work) => listCaseIds(work, filters, FIRST_SORT))
  return ids.filter((id) => claimsOf.has(id)).sort()
}

it('what a page reads of an age is what stands, whatever was withdrawn', async () => {
  await organisation.casey.work(async (work) => {
    const files = await work.tx.caseFile.findMany({
      where: { id: { in: [...claimsOf.keys()] } },
      select: { id: true, people: { select: { person: { select: { ageClaims: ageClaimRows } } } } },
    })
    for (const { id, people } of files) {
      const read = toAgeClaims(people.flatMap(({ person }) => person.ageClaims))
      const said = claimsOf.get(id) ?? []
      expect(read).toHaveLength(said.length)
      const { status, treatedAsMinor } = minority(said, day)
      expect(minority(read, day)).toMatchObject({ status, treatedAsMinor })
    }
  })
})

describe('the caseload by age', () => {
  const isIn = (value: CodeOf<typeof AGES>, claims: readonly AgeClaim[]): boolean => {
    const { status, treatedAsMinor, because } = minority(claims, day)
    if (value === 'minor') return treatedAsMinor
    if (value === 'disputed') return status === 'disputed'
    return value === 'adult' ? status === 'no' : because === null
  }

  it.each(AGES.codes)('%s are those whom the rule says', async (value) => {
    const expected = [...claimsOf].filter(([, claims]) => isIn(value, claims)).map(([id]) => id)
    expect(expected.length).toBeGreaterThan(2)
    expect(await filtered(value)).toEqual(expected.sort())
    expect(await filtered(value, true)).toEqual(
      [...claimsOf.keys()].filter((id) => !expected.includes(id)).sort(),
    )
  })

  it('a claim that is only a number of years still finds the child', async () => {
    const [first] = [...claimsOf.keys()]
    const [row] = await organisation.ask(
      `INSERT INTO age_claim (id, person_id, basis, age_years, as_of)
       SELECT gen_random_uuid(), cp.person_id, 'said', 17, $2::date FROM case_person cp WHERE cp.case_id = $1 RETURNING person_id`,
      [first, day],
    )
    expect(await filtered('minor')).toContain(first)
    await organisation.ask(
      `DELETE FROM age_claim WHERE person_id = $1 AND born_latest IS NULL AND age_years = 17`,
      [row?.person_id],
    )
  })
})
