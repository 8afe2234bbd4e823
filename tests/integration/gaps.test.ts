import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AIDS, mandateState } from '@/lib/asylum/mandate.rules'
import { saveMandate } from '@/lib/asylum/register.actions'
import { listCaseload } from '@/lib/caseload/caseload.data'
import { readQuery } from '@/lib/caseload/caseload.schema'
import { FAMILIES, listGapsOf } from '@/lib/cases/gap.data'
import { ABSENT, GAPS } from '@/lib/cases/gap.rules'
import { listPairs } from '@/lib/people/compare.data'
import { countPairs } from '@/lib/people/pair-count.data'
import { addDays, type Day, dayOf, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { findFirsts } from '@/lib/today/firsts.data'
import { givenAsylum } from '../support/given/asylum'
import { givenBareFile } from '../support/given/bare-file'
import { givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aMandate } from '../support/given/registers'
import { act } from '../support/handlers'
import { expectCountsAsListed } from '../support/today-counts'

// What is missing for a step that comes: on the file, in the caseload, on Today, and for no one else.

let organisation: GivenOrganisation
const today = dayOf(new Date())
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterEach(() => expectCountsAsListed(organisation))
afterAll(() => organisation.close())

type Who = 'casey' | 'cory' | 'coral' | 'sola'
const typed = (day: Day): string => {
  const [year, month, date] = day.split('-')
  return `${Number(date)}/${Number(month)}/${year}`
}
const gapsOf = async (caseId: string, who: Who = 'casey') =>
  (await organisation[who].work((work) => listGapsOf(work, caseId))).map(
    ({ step, absent, on }) => `${step} ${absent} ${on}`,
  )
const filtered = async (query: string, who: Who = 'casey') =>
  (await organisation[who].work((work) => listCaseload(work, readQuery(query), null))).lines.map(
    ({ id }) => id,
  )
const onToday = async (who: Who) =>
  (await organisation[who].work(findFirsts)).firsts.flatMap((first) =>
    first.kind === 'gap' ? [first.caseId] : [],
  )
const mandate = async (caseId: string, change: Record<string, unknown>) =>
  expect(await act(organisation.casey.token, saveMandate, aMandate(caseId, change))).toMatchObject({
    ok: true,
  })
const interviewIn = (days: number, form = 'cgrs') => ({
  form,
  outcome: 'planned',
  on: typed(addDays(today, days)),
})

describe('an interview without a lawyer', () => {
  it('is said from fourteen days before it, until someone acts', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('interview', interviewIn(15))
    expect(await gapsOf(caseId)).toEqual([])
    await record('interview', interviewIn(14))
    const on = addDays(today, 14)
    expect(await gapsOf(caseId)).toEqual([`interview lawyer ${on}`])
    // Asked and not granted is no lawyer yet, and advice is none.
    await mandate(caseId, { aid: 'second_line', askedOn: today })
    await mandate(caseId, { aid: 'first_line' })
    expect(await gapsOf(caseId)).toEqual([`interview lawyer ${on}`])
    await mandate(caseId, { aid: 'paid' })
    expect(await gapsOf(caseId)).toEqual([])
  })

  it('is no gap at the Immigration Office, where no lawyer is present', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('interview', interviewIn(3, 'io'))
    expect(await gapsOf(caseId)).toEqual([])
    await record('interview', interviewIn(5, 'call'))
    expect(await gapsOf(caseId)).toEqual([`hearing lawyer ${addDays(today, 5)}`])
  })

  it('knows who acts as the rule of mandates does', async () => {
    for (const aid of AIDS.codes)
      for (const grantedOn of [null, today]) {
        const { caseId, record } = await givenAsylum(organisation)
        await record('interview', interviewIn(2))
        await mandate(caseId, { aid, askedOn: today, grantedOn: grantedOn ?? '' })
        const acts = mandateState({ aid, askedOn: today, grantedOn, endReason: null }, today).state === 'acts'
        expect({ aid, grantedOn, gaps: await gapsOf(caseId) }).toEqual({
          aid,
          grantedOn,
          gaps: acts ? [] : [`interview lawyer ${addDays(today, 2)}`],
        })
      }
  })

  it('is a filter of the caseload and a line of Today, for those who reach the file and no one else', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    const before = { cory: await filtered('gap=any', 'cory'), sola: await filtered('gap=any', 'sola') }
    await record('interview', interviewIn(4))
    for (const query of ['gap=any', 'gap=lawyer', 'gap=lawyer&gap=note'])
      expect(await filtered(query)).toContain(caseId)
    for (const query of ['gap=note', 'gap=any&not=gap']) expect(await filtered(query)).not.toContain(caseId)
    expect(await onToday('casey')).toContain(caseId)
    // Who leads the office finds it in the caseload; on Today are the files of their own.
    expect(await filtered('gap=lawyer', 'coral')).toContain(caseId)
    expect(await onToday('coral')).toEqual([])
    for (const who of ['cory', 'sola'] as const) {
      expect(await filtered('gap=any', who)).toEqual(before[who])
      expect(await gapsOf(caseId, who)).toEqual([])
      expect(await onToday(who)).not.toContain(caseId)
    }
    await organisation.ask(`UPDATE case_file SET status = 'closed', closed_on = $2 WHERE id = $1`, [
      caseId,
      today,
    ])
    expect(await gapsOf(caseId)).toEqual([])
  })
})

describe('the other steps', () => {
  const plan = async (caseId: string, personId: string, onDate: Day): Promise<void> => {
    const planId = newId()
    await organisation.ask(
      `INSERT INTO visit_plan (id, team_id, place_id, on_date, state, created_by) VALUES ($1, $2, $3, $4, 'published', $5)`,
      [planId, organisation.north, organisation.placeId, onDate, organisation.casey.id],
    )
    await organisation.ask('INSERT INTO visit_plan_visitor (plan_id, staff_id) VALUES ($1, $2)', [
      planId,
      organisation.casey.id,
    ])
    await organisation.ask(
      'INSERT INTO visit_plan_person (plan_id, case_id, person_id, position) VALUES ($1, $2, $3, 1)',
      [planId, caseId, personId],
    )
  }

  it('ask at an interview for the language of the main person, and of no one else', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await mandate(caseId, { aid: 'paid' })
    for (const role of ['child', 'principal']) {
      const personId = newId()
      await organisation.ask('INSERT INTO person (id, code, created_by) VALUES ($1, $2, $3)', [
        personId,
        personId.slice(-6).toUpperCase(),
        organisation.casey.id,
      ])
      await organisation.ask('INSERT INTO case_person (case_id, person_id, role) VALUES ($1, $2, $3)', [
        caseId,
        personId,
        role,
      ])
      if (role === 'child') await record('interview', interviewIn(6))
      expect(await gapsOf(caseId)).toEqual(
        role === 'child' ? [] : [`interview language ${addDays(today, 6)}`],
      )
      if (role === 'principal')
        await organisation.ask(
          `INSERT INTO person_language (id, person_id, language, level) VALUES ($1, $2, 'ti', 'mother_tongue')`,
          [newId(), personId],
        )
    }
    expect(await gapsOf(caseId)).toEqual([])
  })

  it('ask for the decision and a lawyer before the last day of an appeal, and for a paper of today, not an older one', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    const paper = (on: Day) =>
      organisation.ask(
        `INSERT INTO attachment (id, case_id, kind, type, bytes, label_cipher, scan, created_by, created_at)
         VALUES ($1, $2, 'decision', 'application/pdf', 1, '\\x00', 'none', $3, $4)`,
        [newId(), caseId, organisation.casey.id, `${on}T12:00:00Z`],
      )
    await record('cgrs_decision', {
      outcome: 'refused',
      notifiedOn: addDays(today, -1),
      notification: 'hand_delivery',
    })
    await paper(addDays(today, -40))
    const said = await gapsOf(caseId)
    expect(said.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'appeal lawyer',
      'appeal decision',
    ])
    await paper(today)
    await mandate(caseId, { aid: 'paid' })
    expect(await gapsOf(caseId)).toEqual([])
  })

  it('ask for the consent of who is visited', async () => {
    const { caseId, personIds } = await givenPeople(organisation)
    const [personId = ''] = personIds
    const on = addDays(today, 7)
    await plan(caseId, personId, on)
    expect(await gapsOf(caseId)).toEqual([`visit consent ${on}`])
    await organisation.ask(
      `INSERT INTO consent (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, language, interpreter, form, given_by, is_minor, created_by)
       VALUES ($1, $2, $3, 'referral', 'kind:organisation', '{identity}', 'refused', $4, 'ti', 'none', 'spoken', 'self', false, $5)`,
      [newId(), caseId, personId, toDate(today), organisation.casey.id],
    )
    expect(await gapsOf(caseId)).toEqual([])
  })

  it('ask before a removal for a lawyer and for the file at the lawyer', async () => {
    const { id: caseId } = await givenBareFile(organisation)
    const on = addDays(today, 10)
    await organisation.ask('UPDATE case_file SET removal_on = $2 WHERE id = $1', [caseId, on])
    expect(await gapsOf(caseId)).toEqual([`removal lawyer ${on}`, `removal counsel ${on}`])
  })

  it('are families of rules that are shipped', async () => {
    const shipped = new Set(
      (await organisation.ask('SELECT DISTINCT family FROM deadline_rule')).map((row) => String(row.family)),
    )
    const named = Object.values(FAMILIES).flat()
    expect(named.filter((family) => !shipped.has(family))).toEqual([])
    // Everything the rules can find has a way to be found.
    expect(new Set(GAPS.map(({ absent }) => absent)).size).toBe(ABSENT.codes.length)
  })
})

describe('possible duplicates', () => {
  it('are counted as the list of pairs has them, for who reaches both, until someone says that they are two', async () => {
    const one = await givenPeople(organisation)
    const other = await givenPeople(organisation)
    const [oneId = ''] = one.personIds
    const [otherId = ''] = other.personIds
    const [first, second] = [oneId, otherId].sort()
    await organisation.ask('INSERT INTO likely_pair (person_id, other_id) VALUES ($1, $2)', [first, second])
    const counts = async (who: Who) =>
      organisation[who].work(async (work) => [await countPairs(work), (await listPairs(work)).length])
    expect(await counts('casey')).toEqual([1, 1])
    expect(await counts('coral')).toEqual([1, 1])
    expect(await counts('sola')).toEqual([0, 0])
    const listed = (await organisation.casey.work(findFirsts)).firsts.filter(
      ({ kind }) => kind === 'duplicate',
    )
    expect(listed).toMatchObject([{ urgency: 'decide', pairs: 1 }])
    await expectCountsAsListed(organisation)
    await organisation.ask(
      'INSERT INTO not_same (id, person_id, other_id, said_by) VALUES ($1, $2, $3, $4)',
      [newId(), second, first, organisation.casey.id],
    )
    expect(await counts('casey')).toEqual([0, 0])
  })
})
