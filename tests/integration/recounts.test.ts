import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { findFirsts } from '@/lib/cases/first.data'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { readDeadlinesPage } from '@/lib/deadlines/deadlines-page.data'
import { answerRecount } from '@/lib/deadlines/recount.actions'
import { beginEpisode, recordDetentionEvent } from '@/lib/detention/episode.actions'
import { runReminderJob } from '../../scripts/reminder-job'
import { act } from '../support/doors'
import { givenAsylum } from '../support/given/asylum'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { eventInput, givenPeople } from '../support/given/episode'

// Deadlines that were counted by a rule which has been corrected since. Nothing moves them but a person's word; until then both days
// are shown, and the earlier one reminds.

let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(() => house.close())

/** Makes an open deadline what an earlier release counted. */
const countedBy = (caseId: string, family: string, [code, edition]: readonly [string, number], on: string) =>
  house.ask(
    `UPDATE deadline d SET rule_id = r.id, due_on = $5::date, remind_on = $5::date FROM deadline_rule r
      WHERE d.case_id = $1 AND d.family = $2 AND d.status = 'open' AND r.code = $3 AND r.edition = $4`,
    [caseId, family, code, edition, on],
  )
const clocks = async (caseId: string, family: string) =>
  (await house.casey.work((work) => listDeadlines(work, caseId)))
    .filter((one) => one.family === family)
    .map(({ status, rule, dueOn, remindOn }) => `${status} ${rule.code} ${rule.edition} ${dueOn ?? remindOn}`)
    .sort()
const page = async (code: string) => {
  const data = await house.casey.work((work) => readDeadlinesPage(work, { params: { code }, search: {} }))
  if (data.type !== 'file') throw new Error('two files bear this code')
  return data.part
}
const firsts = async (who: 'casey' | 'coral' | 'cory', caseId: string) =>
  (await house[who].work(findFirsts)).firsts.flatMap((one) =>
    one.kind === 'recount' && one.caseId === caseId
      ? [`${one.urgency} ${one.recount.old} ${one.recount.now}`]
      : [],
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
  return act(house[who].token, answerRecount, { caseId, deadlineId, version, ruleId, reason: '', ...said })
}

/** Ten days ran out as thirty: a decision of the office of which nobody wrote down that the person was held. */
const givenThirtyDays = async () => {
  const file = await givenAsylum(house)
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

  it('stays when somebody says why, and is asked no more', async () => {
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
      await house.casey
        .work((work) => work.tx.$executeRawUnsafe(forget))
        .catch((error: unknown) => String(error)),
    ).toMatch(/42501/)
  })

  it('reminds by the earlier day as long as nobody has decided', async () => {
    const { caseId, code } = await givenThirtyDays()
    await house.ask(
      `UPDATE deadline SET happened_on = current_date - 12, due_on = current_date + 18, remind_on = current_date + 18,
              created_at = now() - interval '10 days' WHERE case_id = $1 AND family = 'appeal_io_decision'`,
      [caseId],
    )
    await house.ask(`DELETE FROM deadline WHERE case_id = $1 AND family <> 'appeal_io_decision'`, [caseId])
    const told = async () =>
      (
        await house.ask(`SELECT kind FROM notice WHERE case_id = $1 AND kind LIKE 'deadline_%' ORDER BY 1`, [
          caseId,
        ])
      )
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'deadline_critical')
    await runReminderJob()
    expect(new Set(await told())).toEqual(new Set(['deadline_passed']))
    await house.ask('DELETE FROM notice WHERE case_id = $1', [caseId])
    await house.ask('DELETE FROM deadline_reminder')
    const kept = { answer: 'keep', reason: 'An invented lawyer says thirty days.' }
    expect(await answer(caseId, code, kept)).toMatchObject({ ok: true })
    await runReminderJob()
    expect(await told()).toEqual([])
  })

  it('that no rule counts any more stays open until somebody says so', async () => {
    const { caseId, code, personIds } = await givenPeople(house)
    const input = { caseId, personIds, placeId: house.placeId, since: '2026-06-29', arrestContext: 'border' }
    const begun = z.object({ value: z.object({ episodeId: z.uuid() }) })
    const { episodeId } = begun.parse(await act(house.casey.token, beginEpisode, input)).value
    const record = (kind: string, on: string, more = {}) =>
      act(house.casey.token, recordDetentionEvent, eventInput({ caseId, episodeId }, kind, on, more))
    await record('ordered', '29/06/2026', { orderKind: 'initial', ground: 'art_7' })
    // The referral was watched from the first order on: made of the limit, which counts from the same event.
    await house.ask(
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
