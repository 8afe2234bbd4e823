import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { addClaim, withdrawClaim } from '@/lib/cases/claim.actions'
import { findAlike } from '@/lib/people/alike.actions'
import { emptyAge, emptyMore, emptyPerson } from '@/lib/people/empty-person'
import { minority } from '@/lib/people/minority.rules'
import { toNewPerson } from '@/lib/people/person.schema'
import { listClaims } from '@/lib/people/withdrawal.data'
import type { ClaimKind } from '@/lib/people/withdrawal.rules'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const ON = '2026-10-07'
type Known = { readonly caseId: string; readonly personId: string }
const open = async (name: string): Promise<Known> => {
  const { caseId, personId } = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson(
        { ...emptyPerson, name, ageAnswer: 'years', ageYears: '30', nationality: 'GN' },
        ON,
      ),
      file: {
        kind: 'detention',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: ON,
        status: 'active',
        risk: 'low',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
  return { caseId, personId }
}
const say = async (who: 'casey' | 'coral', of: Known, change: Readonly<Record<string, unknown>>) => {
  const { certainty } = emptyPerson
  const said = { ...emptyAge, ...emptyMore, certainty, name: '', nameKind: 'alias', nationality: 'notAsked' }
  expect(await act(organisation[who].token, addClaim, { ...said, ...of, ...change })).toMatchObject({
    ok: true,
  })
}
const claimsOf = (who: 'casey' | 'cory' | 'coral', personId: string) =>
  organisation[who].work((work) => listClaims(work, [personId]))
/** The newest claim of a kind, which is the one a test has just made. */
const newest = async (personId: string, kind: ClaimKind): Promise<string> =>
  (await claimsOf('casey', personId)).findLast(({ said }) => said.kind === kind)?.id ?? ''
const withdraw = (who: 'casey' | 'cory' | 'coral' | 'sol', of: Known, claimId: string) =>
  act(organisation[who].token, withdrawClaim, { ...of, claimId, because: 'other_person' })
const sheetOf = (caseId: string) => organisation.coral.work((work) => getCaseHeader(work, caseId))

describe('a claim that was a mistake', () => {
  it('counts for nothing and stays readable with its reason, and the history tells of it', async () => {
    const of = await open('Kalimo Vergissing')
    await say('coral', of, { ageAnswer: 'years', ageYears: '15', nationality: 'SN' })
    const before = (await sheetOf(of.caseId)).people[0]
    expect(minority(before?.ageClaims ?? [], ON).status).toBe('disputed')
    expect(before?.nationalities.map(({ country }) => country)).toEqual(['GN', 'SN'])

    for (const kind of ['age', 'nationality'] as const)
      expect(await withdraw('casey', of, await newest(of.personId, kind))).toMatchObject({
        ok: true,
        value: { kind },
      })
    const after = (await sheetOf(of.caseId)).people[0]
    expect(minority(after?.ageClaims ?? [], ON).status).toBe('no')
    expect(after?.nationalities.map(({ country }) => country)).toEqual(['GN'])
    const withdrawn = (await claimsOf('coral', of.personId)).filter((one) => one.withdrawn !== null)
    expect(withdrawn.map(({ said, withdrawn: how }) => [said.kind, how?.because])).toEqual([
      ['age', 'other_person'],
      ['nationality', 'other_person'],
    ])
    expect(
      await organisation.ask(
        `SELECT detail ->> 'kind' AS kind FROM audit_event WHERE case_id = $1 AND event = 'claim.withdrawn' ORDER BY at`,
        [of.caseId],
      ),
    ).toEqual([{ kind: 'age' }, { kind: 'nationality' }])
  })

  it('a wrong name finds no one any more', async () => {
    const of = await open('Kalimo Zoekbaar')
    await say('casey', of, { name: 'Verkeerdgehoord Zoekbaar' })
    const find = async () => {
      const described = { name: 'Verkeerdgehoord Zoekbaar', nationality: '', placeId: '' }
      const answer = await act(organisation.casey.token, findAlike, described)
      return answer.ok ? answer.value.people.map(({ personId }) => personId) : [answer.code]
    }
    expect(await find()).toEqual([of.personId])
    expect(await withdraw('casey', of, await newest(of.personId, 'name'))).toMatchObject({ ok: true })
    expect(await find()).toEqual([])
  })

  it('someone keeps a name, also when two colleagues withdraw one each; nothing is withdrawn twice', async () => {
    const of = await open('Kalimo Enig')
    const first = await newest(of.personId, 'name')
    expect(await withdraw('casey', of, first)).toMatchObject({ ok: false, code: 'lastName' })
    await say('casey', of, { name: 'Kalimo Tweede' })
    const second = await newest(of.personId, 'name')
    const both = await Promise.all([withdraw('casey', of, first), withdraw('coral', of, second)])
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['lastName', 'ok'])
    const done = both[0]?.ok ? first : second
    expect(await withdraw('casey', of, done)).toMatchObject({ ok: false, code: 'withdrawnAlready' })
  })

  it('cannot be un-withdrawn, changed or deleted by any statement', async () => {
    const of = await open('Kalimo Vast')
    await say('casey', of, { name: 'Kalimo Los' })
    const claimId = await newest(of.personId, 'name')
    expect(await withdraw('casey', of, claimId)).toMatchObject({ ok: true })
    const send = (sql: string) => organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql, claimId))
    await expect(
      send('UPDATE person_name SET withdrawn_at = NULL, withdrawn_because = NULL WHERE id = $1::uuid'),
    ).rejects.toThrow('withdrawn once')
    await expect(send(`UPDATE person_name SET text = 'Anders' WHERE id = $1::uuid`)).rejects.toThrow(
      'permission denied',
    )
    await expect(send('DELETE FROM person_name WHERE id = $1::uuid')).rejects.toThrow('permission denied')
  })
})

describe('a claim is withdrawn where it was said', () => {
  it('from outside it is not there; within the circle it is, and only there', async () => {
    const wide = await open('Kalimo Wijd')
    const narrow = await givenBareFile(organisation, 'restricted')
    for (const staff of [organisation.casey, organisation.cory])
      await givenMember(organisation, narrow.id, staff.id, 'circle')
    await organisation.ask(
      `INSERT INTO case_person (case_id, person_id, role) VALUES ($1, $2, 'principal')`,
      [narrow.id, wide.personId],
    )
    const within = { caseId: narrow.id, personId: wide.personId }
    const outer = await newest(wide.personId, 'age')
    await say('casey', within, { ageAnswer: 'years', ageYears: '16' })
    const inner = await newest(wide.personId, 'age')
    expect(inner).not.toBe(outer)

    expect(await withdraw('sol', wide, outer)).toMatchObject({ ok: false, code: 'notFound' })
    // Coral does not read what was said inside; the history of the open file would tell them that there is something.
    expect(await withdraw('coral', wide, inner)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await withdraw('casey', wide, inner)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await withdraw('cory', within, outer)).toMatchObject({ ok: false, code: 'notFound' })
    const rows = (who: 'coral' | 'cory', claimId: string) =>
      organisation[who].work((work) =>
        work.tx.$executeRawUnsafe(
          `UPDATE age_claim SET withdrawn_at = now(), withdrawn_because = 'misread' WHERE id = $1::uuid`,
          claimId,
        ),
      )
    expect([await rows('coral', inner), await rows('cory', outer)]).toEqual([0, 0])

    expect(await withdraw('cory', within, inner)).toMatchObject({ ok: true })
    expect((await claimsOf('coral', wide.personId)).every(({ withdrawn }) => withdrawn === null)).toBe(true)
    expect(
      await organisation.ask(
        `SELECT case_id FROM audit_event WHERE event = 'claim.withdrawn' AND detail ->> 'claimId' = $1`,
        [inner],
      ),
    ).toEqual([{ case_id: narrow.id }])
  })
})
