import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { rankFiles } from '@/lib/caseload/danger.data'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { readDeadlinesPage } from '@/lib/deadlines/deadlines-page.data'
import { answerRecount } from '@/lib/deadlines/recount.actions'
import { listCustody } from '@/lib/detention/custody.data'
import { beginEpisode, recordDetentionEvent } from '@/lib/detention/episode.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { findFirsts } from '@/lib/today/firsts.data'
import { runReminderJob } from '../../scripts/reminder-job'
import { givenAsylum } from '../support/given/asylum'
import { eventInput, givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { expectCountsAsListed } from '../support/today-counts'

// Deadlines that were counted by a rule which has been corrected since. Nothing moves them but a person's word; until then both days
// are shown, and the earlier one reminds.

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterEach(() => expectCountsAsListed(organisation))
afterAll(() => organisation.close())

/** Makes an open deadline what an earlier release counted. */
const countedBy = (caseId: string, family: string, [code, edition]: readonly [string, number], on: string) =>
  organisation.ask(
    `UPDATE deadline d SET rule_id = r.id, due_on = $5::date, remind_on = $5::date,
            explanation = jsonb_set(jsonb_set(d.explanation, '{verdict,dueOn}', to_jsonb($5::text)),
                                    '{verdict,remindOn}', to_jsonb($5::text))
       FROM deadline_rule r
      WHERE d.case_id = $1 AND d.family = $2 AND d.status = 'open' AND r.code = $3 AND r.edition = $4`,
    [caseId, family, code, edition, on],
  )
const clocks = async (caseId: string, family: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId)))
    .filter((one) => one.family === family)
    .map(({ status, rule, dueOn, remindOn }) => `${status} ${rule.code} ${rule.edition} ${dueOn ?? remindOn}`)
    .sort()
const page = async (code: string) => {
  const data = await organisation.casey.work((work) =>
    readDeadlinesPage(work, { params: { code }, search: {} }, listCustody),
  )
  if (data.type !== 'file') throw new Error('two files bear this code')
  return data.part
}
const firsts = async (who: 'casey' | 'coral' | 'cory', caseId: string) =>
  (await organisation[who].work(findFirsts)).firsts.flatMap((one) =>
    one.kind === 'recount' && one.caseId === caseId
      ? [`${one.urgency} ${one.recount.old} ${one.recount.now}`]
      : [],
  )
const withOnly = (caseId: string, family: string) =>
  organisation.ask('DELETE FROM deadline WHERE case_id = $1 AND family <> $2', [caseId, family])
/** The next last day of an act as the lists of files know it. */
const danger = async (caseId: string) =>
  String(
    (
      await organisation.ask(`SELECT COALESCE(act_on::text, 'none') AS on FROM case_file WHERE id = $1`, [
        caseId,
      ])
    )[0]?.on,
  )
const answer = async (
  caseId: string,
  code: string,
  said: Record<string, unknown>,
  who: 'casey' | 'cory' = 'casey',
) => {
  const { deadlines, recounts } = await page(code)
  const [deadline] = deadlines.filter(({ id }) => recounts.has(id))
  if (deadline === undefined) throw new Error('nothing to answer')
  const ruleId = recounts.get(deadline.id)?.now?.rule.id ?? null
  const { id: deadlineId, version } = deadline
  return act(organisation[who].token, answerRecount, {
    caseId,
    deadlineId,
    version,
    ruleId,
    reason: '',
    ...said,
  })
}

/** Ten days ran out as thirty: a decision of the office of which no one wrote down that the person was held. */
const givenThirtyDays = async (registeredOn: string | null = null) => {
  const file = await givenAsylum(organisation)
  if (registeredOn !== null) await file.record('registered', { on: registeredOn })
  await file.record('lodged', { on: '03/03/2025' })
  await file.record('io_decision', {
    outcome: 'stay_refused',
    held: 'not_known',
    notifiedOn: '2026-11-24',
    notification: 'hand_delivery',
  })
  await countedBy(file.caseId, 'appeal_io_decision', ['APPEAL_CALL_IO', 1], '2026-12-24')
  return file
}
const OLD = 'open APPEAL_CALL_IO 1 2026-12-24'

/** Makes an open deadline one that the release before the Pact was sourced left silent: another law, no day, no reminder. */
const silenced = (caseId: string, family: string, code: string) =>
  organisation.ask(
    `UPDATE deadline d SET rule_id = r.id, due_on = NULL, remind_on = NULL, registered_on = NULL, created_at = now() - interval '20 days',
            explanation = jsonb_build_object(
              'letter', NULL,
              'verdict', jsonb_build_object('dueOn', NULL, 'basis', 'none', 'remindOn', NULL, 'conflict', NULL),
              'computation', jsonb_build_object(
                'kind', 'none', 'reason', 'otherRegime', 'window', NULL,
                'rule', jsonb_set(d.explanation #> '{computation,rule}', '{code}', to_jsonb(r.code)),
                'steps', jsonb_build_array(
                  jsonb_build_object('code', 'happened', 'event', d.event, 'on', d.happened_on, 'at', NULL),
                  jsonb_build_object('code', 'regime', 'regime', r.regime, 'lodgedOn', d.lodged_on))))
       FROM (SELECT DISTINCT ON (code) * FROM deadline_rule ORDER BY code, edition DESC) r
      WHERE d.case_id = $1 AND d.family = $2 AND d.status = 'open' AND r.code = $3`,
    [caseId, family, code],
  )

describe('a deadline whose rule was corrected', () => {
  it('shows both days to its worker and its coordinator, and moves only by a word', async () => {
    const { caseId, code, record } = await givenThirtyDays()
    expect(await clocks(caseId, 'appeal_io_decision')).toEqual([OLD])
    expect((await page(code)).recounts.size).toBe(1)
    expect(await firsts('casey', caseId)).toEqual(['act 2026-12-24 2026-12-04'])
    expect(await firsts('coral', caseId)).toEqual(['act 2026-12-24 2026-12-04'])
    expect(await firsts('cory', caseId)).toEqual([])
    await record('dublin_requested', { country: 'FR', on: '26/11/2026' })
    expect(await clocks(caseId, 'appeal_io_decision')).toEqual([OLD])
    expect(await answer(caseId, code, { answer: 'accept' })).toMatchObject({ ok: true })
    expect(await clocks(caseId, 'appeal_io_decision')).toEqual([
      'open APPEAL_CALL_IO_DET 1 2026-12-04',
      'superseded APPEAL_CALL_IO 1 2026-12-24',
    ])
    await record('dublin_refused', { country: 'FR', on: '27/11/2026' })
    expect((await clocks(caseId, 'appeal_io_decision'))[0]).toBe('open APPEAL_CALL_IO_DET 1 2026-12-04')
    expect(await firsts('casey', caseId)).toEqual([])
  })

  it('stays when someone says why, and is asked no more', async () => {
    const { caseId, code, record } = await givenThirtyDays()
    expect(await answer(caseId, code, { answer: 'keep' })).toMatchObject({ fields: { reason: 'required' } })
    const reason = 'The envelope was opened at home: an invented lawyer says thirty days.'
    expect(await answer(caseId, code, { answer: 'keep', reason }, 'cory')).toMatchObject({ ok: false })
    expect(await answer(caseId, code, { answer: 'keep', reason })).toMatchObject({ ok: true })
    expect((await page(code)).recounts.size).toBe(0)
    expect(await firsts('coral', caseId)).toEqual([])
    await record('dublin_requested', { country: 'FR', on: '26/11/2026' })
    expect(await clocks(caseId, 'appeal_io_decision')).toEqual([OLD])
    const forget = 'UPDATE deadline SET retained_rule_id = NULL, retained_note_id = NULL'
    expect(
      await organisation.casey
        .work((work) => work.tx.$executeRawUnsafe(forget))
        .catch((error: unknown) => String(error)),
    ).toMatch(/42501/)
  })

  it('reminds by the earlier day as long as no one has decided', async () => {
    const { caseId, code } = await givenThirtyDays()
    await organisation.ask(
      `UPDATE deadline SET happened_on = current_date - 12, due_on = current_date + 18, remind_on = current_date + 18,
              created_at = now() - interval '10 days' WHERE case_id = $1 AND family = 'appeal_io_decision'`,
      [caseId],
    )
    await withOnly(caseId, 'appeal_io_decision')
    const told = async () =>
      (
        await organisation.ask(
          `SELECT kind FROM notice WHERE case_id = $1 AND kind LIKE 'deadline_%' ORDER BY 1`,
          [caseId],
        )
      )
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'deadline_critical')
    await runReminderJob()
    expect(new Set(await told())).toEqual(new Set(['deadline_passed']))
    await organisation.ask('DELETE FROM notice WHERE case_id = $1', [caseId])
    await organisation.ask('DELETE FROM deadline_reminder')
    const kept = { answer: 'keep', reason: 'An invented lawyer says thirty days.' }
    expect(await answer(caseId, code, kept)).toMatchObject({ ok: true })
    await runReminderJob()
    expect(await told()).toEqual([])
  })

  it('stays too where the day of registration, which it does not know, was on record', async () => {
    const file = await givenThirtyDays('01/03/2025')
    await organisation.ask('UPDATE deadline SET registered_on = NULL WHERE case_id = $1', [file.caseId])
    await file.record('dublin_requested', { country: 'FR', on: '26/11/2026' })
    expect(await clocks(file.caseId, 'appeal_io_decision')).toEqual([OLD])
    expect(await firsts('casey', file.caseId)).toEqual(['act 2026-12-24 2026-12-04'])

    // A transfer, whose law hangs on the registration.
    const transfer = await givenAsylum(organisation)
    await transfer.record('registered', { on: '20/6/2026' })
    await transfer.record('lodged', { on: '10/7/2026' })
    await transfer.record('dublin_accepted', {
      on: '20/10/2026',
      outcome: 'accepted_in_words',
      country: 'IT',
    })
    await silenced(transfer.caseId, 'dublin_transfer', 'DUBLIN_TRANSFER')
    const [silent, ...others] = await clocks(transfer.caseId, 'dublin_transfer')
    expect([silent?.split(' ').at(-1), others]).toEqual(['null', []])
    await transfer.record('dublin_requested', { country: 'IT', on: '1/10/2026' })
    expect((await clocks(transfer.caseId, 'dublin_transfer')).map((one) => one.split(' ')[1])).toEqual([
      'DUBLIN_TRANSFER',
    ])
    // Another day of registration is another record.
    await organisation.ask(`UPDATE deadline SET registered_on = '2026-06-19' WHERE case_id = $1`, [
      transfer.caseId,
    ])
    await transfer.record('dublin_requested', { country: 'IT', on: '2/10/2026' })
    expect(await clocks(transfer.caseId, 'dublin_transfer')).toContain('open DUBLIN_TRANSFER 1 2027-04-20')
  })

  it('reminds at once where it was silent and a rule of today gives a day', async () => {
    const { caseId, code, record } = await givenAsylum(organisation)
    await record('registered', { on: '1/9/2026' })
    await record('lodged', { on: '15/9/2026' })
    const today = dayOf(new Date())
    const notified = { notifiedOn: addDays(today, -1), notification: 'hand_delivery' }
    await record('order_to_leave', { ...notified, facts: ['removal_imminent'] })
    await withOnly(caseId, 'extreme_urgency')
    const [was] = await clocks(caseId, 'extreme_urgency')
    const rule = String(was?.split(' ')[1])
    await silenced(caseId, 'extreme_urgency', rule)
    const [silent] = await clocks(caseId, 'extreme_urgency')
    const now = addDays(today, 4)
    expect(silent).toBe(was?.replace(now, 'null'))
    expect(await firsts('casey', caseId)).toEqual([`act null ${now}`])
    expect(await firsts('coral', caseId)).toEqual([`act null ${now}`])
    expect((await page(code)).recounts.size).toBe(1)
    expect(await danger(caseId)).toBe('none')
    await organisation.ask('DELETE FROM notice WHERE case_id = $1', [caseId])
    await runReminderJob()
    expect(await organisation.ask('SELECT DISTINCT kind FROM notice WHERE case_id = $1', [caseId])).toEqual([
      { kind: 'deadline_near_critical' },
    ])
    // The day that reminds is no day on record: it is asked on, and the file is in danger in every list.
    expect(await firsts('casey', caseId)).toContain(`act null ${now}`)
    expect(await danger(caseId)).toBe(now)
    const reason = 'An invented lawyer says that no such request exists here.'
    expect(await answer(caseId, code, { answer: 'keep', reason })).toMatchObject({ ok: true })
    expect(await danger(caseId)).toBe('none')
    await runReminderJob()
    expect(await firsts('casey', caseId)).toEqual([])
    expect(await danger(caseId)).toBe('none')
  })

  it('puts its file in danger in every list, by the earlier day, until someone decides', async () => {
    const { caseId, code, record } = await givenThirtyDays()
    await withOnly(caseId, 'appeal_io_decision')
    expect(await danger(caseId)).not.toBe('2026-12-04')
    await runReminderJob()
    expect(await danger(caseId)).toBe('2026-12-04')
    expect(await clocks(caseId, 'appeal_io_decision')).toEqual([OLD])
    expect(await firsts('casey', caseId)).toContain('act 2026-12-24 2026-12-04')
    const [ranked] = await organisation.casey.work((work) => rankFiles(work, [caseId]))
    expect(ranked?.dangers).toContainEqual(expect.objectContaining({ on: '2026-12-04' }))
    // What is written in the file meanwhile leaves it there, and a word sets it back.
    await record('dublin_requested', { country: 'FR', on: '26/11/2026' })
    await withOnly(caseId, 'appeal_io_decision')
    expect(await danger(caseId)).toBe('2026-12-04')
    const kept = { answer: 'keep', reason: 'An invented lawyer says thirty days.' }
    expect(await answer(caseId, code, kept)).toMatchObject({ ok: true })
    expect(await danger(caseId)).toBe('2026-12-24')
  })

  it('is shown when it is critical, however many others were corrected', async () => {
    const { caseId } = await givenThirtyDays()
    // The danger of the file is not what is looked at here.
    await organisation.ask('ALTER TABLE deadline DISABLE TRIGGER keep_danger')
    await organisation.ask(
      `INSERT INTO deadline SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'chain_id', gen_random_uuid(),
              'severity', 'normal', 'due_on', '2026-12-01', 'remind_on', '2026-12-01'))).*
         FROM deadline d, generate_series(1, 501) WHERE d.case_id = $1 AND d.family = 'appeal_io_decision' AND d.status = 'open'`,
      [caseId],
    )
    expect(await firsts('casey', caseId)).toContain('act 2026-12-24 2026-12-04')
    await organisation.ask(`DELETE FROM deadline WHERE case_id = $1 AND severity = 'normal'`, [caseId])
    await organisation.ask('ALTER TABLE deadline ENABLE TRIGGER keep_danger')
  })

  it('that no rule counts any more stays open until someone says so', async () => {
    const { caseId, code, personIds } = await givenPeople(organisation)
    const input = {
      caseId,
      personIds,
      placeId: organisation.placeId,
      since: '2026-06-29',
      arrestContext: 'border',
    }
    const begun = z.object({ value: z.object({ episodeId: z.uuid() }) })
    const { episodeId } = begun.parse(await act(organisation.casey.token, beginEpisode, input)).value
    const record = (kind: string, on: string, more = {}) =>
      act(organisation.casey.token, recordDetentionEvent, eventInput({ caseId, episodeId }, kind, on, more))
    await record('ordered', '29/06/2026', { orderKind: 'initial', ground: 'art_7' })
    // The referral was watched from the first order on: made of the limit, which counts from the same event.
    await organisation.ask(
      `UPDATE deadline d SET rule_id = r.id, family = 'automatic_referral', due_on = '2026-10-28', remind_on = '2026-10-28'
         FROM deadline_rule r WHERE d.case_id = $1 AND d.family = 'detention_return' AND r.code = 'CC_AUTO_4M' AND r.edition = 2`,
      [caseId],
    )
    await record('incident', '20/11/2026')
    const old = 'open CC_AUTO_4M 2 2026-10-28'
    expect(await clocks(caseId, 'automatic_referral')).toEqual([old])
    expect(await answer(caseId, code, { answer: 'accept' })).toMatchObject({ fields: { reason: 'required' } })
    expect(await answer(caseId, code, { answer: 'accept', reason: 'Counted anew.' })).toMatchObject({
      ok: true,
    })
    expect(await clocks(caseId, 'automatic_referral')).toEqual([old.replace('open', 'superseded')])
  })
})
