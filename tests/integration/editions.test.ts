import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { closeDeadline, recordDeadline } from '@/lib/deadlines/deadline.actions'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { listLinkable } from '@/lib/deadlines/linkable.data'
import { listRules, readRule } from '@/lib/deadlines/rule.data'
import { sayRuling } from '@/lib/deadlines/ruling.actions'
import { beginEpisode, recordDetentionEvent, withdrawDetentionEvent } from '@/lib/detention/episode.actions'
import { givenBareFile } from '../support/given/bare-file'
import { eventInput, givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

/** The next edition of a rule, as a later release ships it. */
const ship = (code: string, change: string, value: string) =>
  organisation.ask(
    `INSERT INTO deadline_rule
     SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'edition', r.edition + 1, $2::text, $3::jsonb))).*
       FROM deadline_rule r WHERE r.code = $1 ORDER BY r.edition DESC LIMIT 1`,
    [code, change, value],
  )
const ruleOf = (code: string) => organisation.coral.work((work) => readRule(work, code))
const confirm = async (code: string) => {
  const { rule } = await ruleOf(code)
  const periods = rule.periods.map(({ min }) => ({ amount: String(min.amount), unit: min.unit }))
  const reason = 'An invented lawyer read the act.'
  expect(
    await act(organisation.coral.token, sayRuling, { ruleId: rule.id, kind: 'confirmed', periods, reason }),
  ).toMatchObject({
    ok: true,
  })
}
const listed = async (code: string) =>
  (await organisation.casey.work(listRules)).filter((rule) => rule.code === code)

const recorded = {
  replaces: '',
  version: 0,
  happenedOn: '2026-11-20',
  happenedAt: '',
  notification: '',
  held: 'no',
  facts: [],
  lodgedOn: '',
  registeredOn: '',
  letterKind: 'none',
  letterOn: '',
  letterAmount: '',
  letterUnit: 'calendar_day',
}
const begin = async (caseId: string, event: string, change: Record<string, unknown> = {}) =>
  act(organisation.casey.token, recordDeadline, { ...recorded, caseId, event, ...change })
const shown = (caseId: string) => organisation.casey.work((work) => listDeadlines(work, caseId))

describe('what coordinators said of a rule', () => {
  it('counts on for the next edition when the law is the same, and sets its dates', async () => {
    const code = 'MISSING_REVIEW_7'
    await confirm(code)
    await ship(code, 'closed_by', '["child_found", "review_done", "waived"]')
    expect(await listed(code)).toMatchObject([
      { version: 2, status: 'confirmed', carriedFrom: 1, leftBehind: null },
    ])
    const { id: caseId } = await givenBareFile(organisation)
    await begin(caseId, 'child_missing')
    const one = (await shown(caseId)).find(({ rule }) => rule.code === code)
    expect(one).toMatchObject({ dueOn: '2026-11-27', rule: { edition: 2 }, ruling: { by: 'coral Invented' } })
    const other = await organisation.stranger.work((work) => readRule(work, code))
    expect(other.rule).toMatchObject({ status: 'to_confirm', carriedFrom: null, leftBehind: null })
  })

  it('is left behind by another period, which the rule says until someone has read it again', async () => {
    const code = 'PACT_LODGE'
    const said = (await ruleOf(code)).rule.version
    await confirm(code)
    const days = { amount: 14, unit: 'calendar_day' }
    await ship(code, 'periods', JSON.stringify([{ when: null, min: days, max: days }]))
    const { rule, rulings } = await ruleOf(code)
    expect(rule).toMatchObject({
      version: said + 1,
      carriedFrom: null,
      leftBehind: said,
      rulingId: null,
    })
    expect(rule.status).not.toBe('confirmed')
    expect(rulings).toMatchObject([{ kind: 'confirmed', edition: said }])
    await confirm(code)
    expect(await listed(code)).toMatchObject([{ status: 'confirmed', leftBehind: null, carriedFrom: null }])
  })
})

describe('a deadline that runs under an earlier edition', () => {
  it('is closed by the acts that a later one adds, too', async () => {
    const { id: caseId } = await givenBareFile(organisation)
    const letter = { letterKind: 'lastDay', letterOn: '2026-12-20', notification: 'hand_delivery' }
    await begin(caseId, 'order_to_leave_notified', letter)
    const order = async () => {
      const found = (await shown(caseId)).find(({ rule }) => rule.code === 'ORDER_TO_LEAVE')
      if (found === undefined) throw new Error('no order runs')
      return found
    }
    const close = async () => {
      const { id: deadlineId, version } = await order()
      const by = { act: 'waived', on: '2026-11-24', linked: '', text: 'Verzonnen' }
      return act(organisation.casey.token, closeDeadline, { caseId, deadlineId, version, ...by })
    }
    expect(await close()).toMatchObject({ ok: false, code: 'actOfAnotherKind' })
    await ship('ORDER_TO_LEAVE', 'closed_by', '["waived"]')
    const { rule } = await order()
    // What its own edition closed it by still does.
    expect(rule.closedBy).toEqual(expect.arrayContaining(['territory_left', 'waived']))
    expect(await close()).toMatchObject({ ok: true })
    expect(await order()).toMatchObject({ status: 'closed', closedAct: 'waived', rule: { edition: 2 } })
  })
})

describe('a deadline of a detention that is closed by hand', () => {
  it('names an event of the detention that stands, of this file only', async () => {
    const { caseId, personIds } = await givenPeople(organisation)
    const input = {
      caseId,
      personIds,
      placeId: organisation.placeId,
      since: '2026-09-29',
      arrestContext: 'border',
    }
    const { episodeId } = z
      .object({ value: z.object({ episodeId: z.uuid() }) })
      .parse(await act(organisation.casey.token, beginEpisode, input)).value
    const written = async (kind: string, on: string, more = {}) =>
      z
        .object({ value: z.looseObject({ eventId: z.uuid() }) })
        .parse(
          await act(
            organisation.casey.token,
            recordDetentionEvent,
            eventInput({ caseId, episodeId }, kind, on, more),
          ),
        ).value.eventId
    const order = await written('ordered', '30/9/2026', { orderKind: 'initial', ground: 'art_7' })
    const gone = await written('suspended', '10/11/2026')
    const stands = await written('resumed', '12/11/2026')
    await act(organisation.casey.token, withdrawDetentionEvent, {
      caseId,
      episodeId,
      eventId: gone,
      because: 'mistake',
      sameAs: '',
    })
    const offered = await organisation.casey.work((work) => listLinkable(work, caseId))
    expect(offered.filter(({ type }) => type === 'detention_event').map(({ id }) => id)).toEqual([
      stands,
      order,
    ])
    const [limit] = (await shown(caseId)).filter(({ rule }) => rule.code === 'DET_RETURN_2M')
    if (limit === undefined) throw new Error('no limit runs')
    const { id: deadlineId, version } = limit
    const by = { caseId, deadlineId, version, act: 'released', on: '2026-11-12', text: '' }
    const close = (id: string) =>
      act(organisation.casey.token, closeDeadline, { ...by, linked: `detention_event:${id}` })
    const elsewhere = await givenPeople(organisation)
    expect(await close(elsewhere.personIds[0] ?? '')).toMatchObject({ code: 'actNotLinked' })
    expect(await close(gone)).toMatchObject({ code: 'actNotLinked' })
    expect(await close(stands)).toMatchObject({ ok: true })
  })
})
