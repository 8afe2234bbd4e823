import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDeadline, recordDeadline } from '@/lib/deadlines/deadline.actions'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { listAllDeadlines } from '@/lib/deadlines/deadline-list.data'
import { listRules, readRule } from '@/lib/deadlines/rule.data'
import { sayRuling } from '@/lib/deadlines/ruling.actions'
import { newId } from '@/lib/shared/ids'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const event = (caseId: string) => ({
  caseId,
  replaces: '',
  version: 0,
  event: 'cgrs_decision_notified',
  happenedOn: '2026-11-20',
  happenedAt: '',
  notification: 'registered_post',
  held: 'no',
  facts: [],
  lodgedOn: '2025-03-03',
  registeredOn: '',
  letterKind: 'none',
  letterOn: '',
  letterAmount: '',
  letterUnit: 'calendar_day',
})
const record = (caseId: string, change: Record<string, unknown> = {}, who: 'casey' | 'coral' = 'casey') =>
  act(organisation[who].token, recordDeadline, { ...event(caseId), ...change })
const shown = (caseId: string) => organisation.casey.work((work) => listDeadlines(work, caseId))
const file = async () => (await givenBareFile(organisation)).id

describe('a recorded event', () => {
  it('becomes a deadline with its rule, its sources and every step, and the audit log says so without a date', async () => {
    const caseId = await file()
    expect(await record(caseId)).toMatchObject({ ok: true })
    const [deadline] = await shown(caseId)
    // Posted on Friday 20 November: Monday, Tuesday, Wednesday 25 November is day 1; the 30th is Christmas Eve. That a letter
    // is received on the third working day was read nowhere: counted as if handed over on the 20th, it is 20 December.
    expect(deadline).toMatchObject({
      dueOn: '2026-12-24',
      remindOn: '2026-12-20',
      severity: 'critical',
      status: 'open',
      rule: { code: 'APPEAL_CALL_STD', edition: 2, sources: [{ key: 'cgrs-appeal-call' }] },
      by: 'casey Invented',
    })
    expect(deadline?.explanation.computation.steps.map(({ code }) => code)).toEqual([
      'happened',
      'regime',
      'held',
      'notified',
      'counted',
      'safest',
    ])
    const auditLog = await organisation.ask(
      `SELECT event, detail::text AS detail FROM audit_event WHERE case_id = $1 AND event LIKE 'deadline%'`,
      [caseId],
    )
    expect(auditLog).toHaveLength(1)
    expect(String(auditLog[0]?.detail)).not.toContain('2026')
  })

  it('tells the coordinator of a critical clock, and the one who recorded it nothing', async () => {
    const caseId = await file()
    await record(caseId)
    const told = await organisation.ask('SELECT staff_id FROM notice WHERE case_id = $1 AND kind = $2', [
      caseId,
      'deadline_critical',
    ])
    expect(told.map(({ staff_id }) => staff_id)).toEqual([organisation.coral.id])
  })

  it('sets no date by a rule to confirm, and reminds on the earliest day', async () => {
    const caseId = await file()
    await record(caseId, { lodgedOn: '2026-07-01', facts: ['inadmissible'], notification: 'hand_delivery' })
    const deadline = (await shown(caseId)).find(({ family }) => family === 'appeal_first_decision')
    expect(deadline).toMatchObject({
      dueOn: null,
      remindOn: '2026-11-25',
      rule: { code: 'PACT_APPEAL_SHORT' },
      explanation: { computation: { kind: 'none', reason: 'toConfirm' } },
    })
  })

  it('keeps the letter beside the rule: the earlier day stands and the conflict is kept', async () => {
    const caseId = await file()
    await record(caseId, { notification: 'hand_delivery', letterKind: 'period', letterAmount: '10' })
    const [deadline] = await shown(caseId)
    expect(deadline).toMatchObject({
      dueOn: '2026-11-30',
      letterAmount: 10,
      explanation: { verdict: { basis: 'letter', conflict: { earlier: 'letter', days: 21 } } },
    })
  })

  it('starts two clocks when two rules answer', async () => {
    const caseId = await file()
    await record(caseId, {
      event: 'io_decision_notified',
      facts: ['removal_imminent'],
      held: 'yes',
      notification: 'closed_centre',
    })
    expect((await shown(caseId)).map(({ rule, dueOn }) => [rule.code, dueOn]).sort()).toEqual([
      ['APPEAL_CALL_IO_DET', '2026-11-30'],
      ['EXTREME_URGENCY_1', '2026-11-30'],
    ])
  })

  it('that is corrected supersedes what was computed before and loses nothing', async () => {
    const caseId = await file()
    await record(caseId)
    const [first] = await shown(caseId)
    const corrected = await record(
      caseId,
      { replaces: first?.id, version: 1, held: 'yes', notification: 'closed_centre' },
      'coral',
    )
    expect(corrected).toMatchObject({ ok: true })
    expect((await shown(caseId)).map(({ rule, status, dueOn }) => [rule.code, status, dueOn])).toEqual([
      ['APPEAL_CALL_DETAINED', 'open', '2026-11-30'],
      ['APPEAL_CALL_STD', 'superseded', '2026-12-24'],
    ])
    expect(await record(caseId, { replaces: first?.id, version: 1 })).toMatchObject({
      ok: false,
      code: 'notOpen',
    })
  })

  it('that two colleagues record alike is one clock: the second word stands, the first is kept', async () => {
    const caseId = await file()
    const answers = await Promise.all([record(caseId), record(caseId, {}, 'coral')])
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const all = await shown(caseId)
    expect(all).toHaveLength(2)
    expect(all.map(({ status }) => status).sort()).toEqual(['open', 'superseded'])
  })

  it.each([
    {
      intention: 'in the future',
      change: { happenedOn: '2099-01-01' },
      fields: { happenedOn: 'inTheFuture' },
    },
    { intention: 'without a day', change: { happenedOn: '' }, fields: { happenedOn: 'required' } },
    {
      intention: 'with a letter that says nothing',
      change: { letterKind: 'lastDay' },
      fields: { letterOn: 'required' },
    },
    { intention: 'that is no event', change: { event: 'earthquake' }, fields: { event: 'required' } },
    {
      intention: 'that starts no rule',
      change: { event: 'card_expires', happenedOn: '2027-03-31' },
      fields: { event: 'noRule' },
    },
  ])('$intention is refused in words beside the field', async ({ change, fields }) => {
    const caseId = await file()
    expect(await record(caseId, change)).toMatchObject({ ok: false, fields })
    expect(await shown(caseId)).toEqual([])
  })

  it('is not there for a colleague of another team, who can neither read, record nor close', async () => {
    const caseId = await file()
    await record(caseId)
    const [deadline] = await shown(caseId)
    expect(await organisation.sol.work((work) => listDeadlines(work, caseId))).toEqual([])
    expect(await act(organisation.sol.token, recordDeadline, event(caseId))).toMatchObject({
      code: 'notFound',
    })
    const lines = await organisation.sola.work((work) =>
      listAllDeadlines(work, { from: null, until: null, isMine: false }),
    )
    expect(lines.lines.filter(({ id }) => id === deadline?.id)).toEqual([])
    expect(
      (
        await organisation.coral.work((work) =>
          listAllDeadlines(work, { from: null, until: null, isMine: false }),
        )
      ).lines.map(({ id }) => id),
    ).toContain(deadline?.id)
  })
})

describe('closing', () => {
  const opened = async () => {
    const caseId = await file()
    await record(caseId)
    const [deadline] = await shown(caseId)
    const close = (change: Record<string, unknown>) =>
      act(organisation.casey.token, closeDeadline, {
        caseId,
        deadlineId: deadline?.id,
        version: 1,
        act: 'appeal_lodged',
        on: '2026-11-24',
        linked: '',
        text: '',
        ...change,
      })
    return { caseId, deadlineId: deadline?.id ?? '', close }
  }

  it('takes an act in words, which becomes a note of the file', async () => {
    const { caseId, close } = await opened()
    expect(await close({ text: 'The lawyer sent the appeal.' })).toEqual({ ok: true, value: { version: 2 } })
    expect(await shown(caseId)).toMatchObject([
      {
        status: 'closed',
        closedAct: 'appeal_lodged',
        closedOn: '2026-11-24',
        kept: 'inTime',
        closer: 'casey Invented',
      },
    ])
    expect(await organisation.ask('SELECT 1 FROM note WHERE case_id = $1', [caseId])).toHaveLength(1)
    expect(await close({ text: 'Again.' })).toMatchObject({ ok: false, code: 'notOpen' })
    expect(await organisation.ask('SELECT 1 FROM note WHERE case_id = $1', [caseId])).toHaveLength(1)
  })

  it.each([
    { intention: 'without an act that is linked', change: {}, code: 'actNotLinked' },
    {
      intention: 'with an entry that is not of this file',
      change: { linked: `note:${newId()}` },
      code: 'actNotLinked',
    },
    {
      intention: 'by an act of another kind',
      change: { text: 'x', act: 'cassation_lodged' },
      code: 'actOfAnotherKind',
    },
    {
      intention: 'by an act before the event',
      change: { text: 'x', on: '2026-11-01' },
      code: 'actBeforeEvent',
    },
    { intention: 'by an act still to come', change: { text: 'x', on: '2099-01-01' }, code: 'actInTheFuture' },
  ])('$intention is refused, and nothing is written', async ({ change, code }) => {
    const { caseId, close } = await opened()
    expect(await close(change)).toMatchObject({ ok: false, code })
    expect(await shown(caseId)).toMatchObject([{ status: 'open', version: 1 }])
    expect(await organisation.ask('SELECT 1 FROM note WHERE case_id = $1', [caseId])).toEqual([])
  })

  it('is refused by the database too when no act is linked, and what was computed stays', async () => {
    const { deadlineId } = await opened()
    await expect(
      organisation.casey.work(
        (work) =>
          work.tx
            .$executeRaw`UPDATE deadline SET status = 'closed', version = 2 WHERE id = ${deadlineId}::uuid`,
      ),
    ).rejects.toThrow(/deadline_closed_by_an_act/)
    await expect(
      organisation.casey.work(
        (work) =>
          work.tx.$executeRaw`UPDATE deadline SET due_on = '2030-01-01' WHERE id = ${deadlineId}::uuid`,
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(
      organisation.ask(`UPDATE deadline_rule SET periods = '[]' WHERE code = 'APPEAL_CALL_STD'`),
    ).rejects.toThrow(/edition/)
    await expect(
      organisation.ask(
        `UPDATE deadline_rule SET note = NULL, family = 'another' WHERE code = 'COMPLAINT_24H'`,
      ),
    ).rejects.toThrow(/edition/)
  })

  it('of which only the wording of the rule may be corrected', async () => {
    const correct = (title: string) =>
      organisation.ask(
        `UPDATE deadline_rule SET title = jsonb_set(title, '{en}', to_jsonb($1::text)) WHERE code = 'APPEAL_CALL_STD'
         RETURNING title ->> 'en' AS title`,
        [title],
      )
    expect(await correct('Appeal')).toContainEqual({ title: 'Appeal' })
  })
})

describe('what coordinators say of a rule', () => {
  const ruleOf = async (code: string) =>
    organisation.coral.work(async (work) => (await readRule(work, code)).rule)
  const say = async (code: string, change: Record<string, unknown>, who: 'coral' | 'casey' = 'coral') => {
    const { id, periods } = await ruleOf(code)
    return act(organisation[who].token, sayRuling, {
      ruleId: id,
      kind: 'confirmed',
      periods: periods.map(({ min }) => ({ amount: String(min.amount), unit: min.unit })),
      reason: 'An invented lawyer read the act.',
      ...change,
    })
  }

  it('loads every rule of the file, and each passes the schema', async () => {
    const rules = await organisation.stranger.work(listRules)
    expect(rules.length).toBeGreaterThanOrEqual(70)
    expect(rules.every(({ status }) => status !== 'confirmed')).toBe(true)
  })

  it('lets a rule to confirm set dates from then on, in this organisation only, and old deadlines keep theirs', async () => {
    const caseId = await file()
    const missing = { event: 'child_missing', notification: '', lodgedOn: '' }
    await record(caseId, missing)
    expect(await say('MISSING_REVIEW_7', {})).toMatchObject({ ok: true })
    const before = (await shown(caseId)).find(({ rule }) => rule.code === 'MISSING_REVIEW_7')
    expect(before).toMatchObject({ dueOn: null, ruling: null })
    const later = await file()
    await record(later, missing)
    const after = (await shown(later)).find(({ rule }) => rule.code === 'MISSING_REVIEW_7')
    expect(after).toMatchObject({
      dueOn: '2026-11-27',
      ruling: { kind: 'confirmed', by: 'coral Invented' },
      explanation: { computation: { rule: { status: 'confirmed' } } },
    })
    const elsewhere = await organisation.stranger.work(
      async (work) => (await readRule(work, 'MISSING_REVIEW_7')).rule.status,
    )
    expect(elsewhere).toBe('to_confirm')
  })

  it('amends a period and doubts a rule, and every word stays', async () => {
    expect(
      await say('PACT_LODGE', { kind: 'amended', periods: [{ amount: '14', unit: 'calendar_day' }] }),
    ).toMatchObject({ ok: true })
    expect((await ruleOf('PACT_LODGE')).periods[0]?.min).toEqual({ amount: 14, unit: 'calendar_day' })
    expect(await say('PACT_LODGE', { kind: 'doubted' })).toMatchObject({ ok: true })
    const shownRule = await organisation.coral.work((work) => readRule(work, 'PACT_LODGE'))
    expect(shownRule.rule.status).toBe('to_confirm')
    expect(shownRule.shipped[0]?.periods[0]?.min.amount).toBe(21)
    expect(shownRule.rulings.map(({ kind, by }) => [kind, by])).toEqual([
      ['doubted', 'coral Invented'],
      ['amended', 'coral Invented'],
    ])
  })

  it('refuses a range as it stands, a period that only the letter gives, and everyone who leads no office', async () => {
    expect(await say('PACT_APPEAL_SHORT', {})).toMatchObject({ ok: false, code: 'periodIsRange' })
    expect(await say('ORDER_TO_LEAVE', { kind: 'amended' })).toMatchObject({ ok: false, code: 'invalid' })
    expect(await say('LODGE', { reason: ' ' })).toMatchObject({ ok: false, fields: { reason: 'required' } })
    expect(await say('LODGE', {}, 'casey')).toMatchObject({ ok: false, code: 'forbidden' })
  })
})
