import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPersonWithFile, today } from '@/lib/cases/case.data'
import { listCaseIds } from '@/lib/cases/caseload.data'
import { AGES, FIRST_SORT } from '@/lib/cases/caseload.schema'
import { AGE_BASES, type AgeClaim, type AgeWhat, makeAgeClaim } from '@/lib/people/age.rules'
import { minority } from '@/lib/people/minority.rules'
import { emptyPerson, toNewPerson } from '@/lib/people/person.schema'
import { addDays, type Day } from '@/lib/shared/dates'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'

let house: GivenHouse
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
        .tuple(fc.constantFrom(...AGE_BASES), what, fc.integer({ min: 0, max: 400 }))
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
  house = await givenCaseHouse()
  await house.casey.work(async (work) => {
    day = today(work)
    const draws = fc.sample(fc.array(anyClaim(day), { maxLength: 3 }), { numRuns: 80, seed: 26 })
    for (const ageClaims of draws) {
      const { caseId } = await insertPersonWithFile(work, {
        person: { ...toNewPerson({ ...emptyPerson, name: 'Verzonnen Testaro' }, day), ageClaims },
        file: {
          kind: 'detention',
          teamId: house.north,
          workerId: house.casey.id,
          openedOn: day,
          status: 'active',
          risk: 'low',
          secrecy: 'open',
          secondMemberId: null,
          nextStep: null,
          stay: null,
        },
      })
      claimsOf.set(caseId, ageClaims)
    }
  })
})
afterAll(() => house.close())

const filtered = async (value: string, isNot = false): Promise<string[]> => {
  const filters = { age: { values: [value], isNot } }
  const ids = await house.casey.work((work) => listCaseIds(work, filters, FIRST_SORT))
  return ids.filter((id) => claimsOf.has(id)).sort()
}

describe('the caseload by age', () => {
  const isIn = (value: (typeof AGES)[number], claims: readonly AgeClaim[]): boolean => {
    const { status, treatedAsMinor, because } = minority(claims, day)
    if (value === 'minor') return treatedAsMinor
    if (value === 'disputed') return status === 'disputed'
    return value === 'adult' ? status === 'no' : because === null
  }

  it.each(AGES)('%s are those whom the rule says', async (value) => {
    const expected = [...claimsOf].filter(([, claims]) => isIn(value, claims)).map(([id]) => id)
    expect(expected.length).toBeGreaterThan(2)
    expect(await filtered(value)).toEqual(expected.sort())
    expect(await filtered(value, true)).toEqual(
      [...claimsOf.keys()].filter((id) => !expected.includes(id)).sort(),
    )
  })

  it('a claim that is only a number of years still finds the child', async () => {
    const [first] = [...claimsOf.keys()]
    const [row] = await house.ask(
      `INSERT INTO age_claim (id, person_id, basis, age_years, as_of)
       SELECT gen_random_uuid(), cp.person_id, 'said', 17, $2::date FROM case_person cp WHERE cp.case_id = $1 RETURNING person_id`,
      [first, day],
    )
    expect(await filtered('minor')).toContain(first)
    await house.ask(`DELETE FROM age_claim WHERE person_id = $1 AND born_latest IS NULL AND age_years = 17`, [
      row?.person_id,
    ])
  })
})
