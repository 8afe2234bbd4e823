import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/(signed-in)/cases/review/files/route'
import { editNextStep } from '@/lib/cases/case.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { writeNote } from '@/lib/cases/note.actions'
import { listOpenQuestions } from '@/lib/comments/comment.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { decideFile, showFile, undoDecision } from '@/lib/reviews/decision.actions'
import { sendReview, startReview } from '@/lib/reviews/review.actions'
import { reviewFilesSchema } from '@/lib/reviews/review.schema'
import { readReview, readSummary } from '@/lib/reviews/review-page.data'
import { DISCREET, DISCREET_COOKIE } from '@/lib/shared/cookie.rules'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listTasks } from '@/lib/tasks/task.data'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile, withToken } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const givenFile = (
  change: { nextStepOn?: string | null; sealed?: boolean; risk?: string; since?: string } = {},
): Promise<{ caseId: string; code: string }> =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson(
        { ...emptyPerson, name: 'Kalimo Fictar', ageAnswer: 'years', ageYears: '17' },
        today,
      ),
      file: {
        kind: 'detention',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: change.risk ?? 'low',
        secrecy: change.sealed ? 'sealed' : 'open',
        secondMemberId: change.sealed ? organisation.coral.id : null,
        nextStep:
          change.nextStepOn === null
            ? null
            : { text: 'Call the lawyer', on: change.nextStepOn ?? addDays(today, 20) },
        stay: { placeId: organisation.placeId, since: change.since ?? today },
      },
    }),
  )
const start = async (token: string, query = ''): Promise<string> => {
  const answer = await act(token, startReview, { query })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.reviewId
}
/** A finished one lies behind, so that the next one holds every file again. */
const startAnew = async (): Promise<string> => {
  await organisation.ask('UPDATE review SET finished_at = now() WHERE finished_at IS NULL')
  return start(organisation.coral.token)
}
const said = (reviewId: string, caseId: string, change: Record<string, unknown> = {}) => ({
  reviewId,
  caseId,
  decision: 'fine',
  text: '',
  dueIn: '7',
  reviewAfter: 30,
  seconds: 11,
  shownId: null,
  ...change,
})
const decide = (reviewId: string, caseId: string, change: Record<string, unknown> = {}) =>
  act(organisation.coral.token, decideFile, said(reviewId, caseId, change))
const undo = (reviewId: string, caseId: string) =>
  act(organisation.coral.token, undoDecision, { reviewId, caseId })
const auditLog = async (event: string, caseId: string) =>
  (
    await organisation.ask('SELECT actor_id FROM audit_event WHERE event = $1 AND case_id = $2', [
      event,
      caseId,
    ])
  ).map((row) => row.actor_id)
const fileRow = async (caseId: string) =>
  (
    await organisation.ask(
      'SELECT last_reviewed_by, last_reviewed_at, next_review_on::text AS next_review_on FROM case_file WHERE id = $1',
      [caseId],
    )
  )[0]
const openTasks = (caseId: string) =>
  organisation.casey.work(async (work) => (await listTasks(work, caseId)).filter(({ done }) => done === null))

describe('starting a review', () => {
  it('takes the files of the view within reach in the order of danger: unseen in detention, then overdue, then the rest', async () => {
    const rest = await givenFile()
    const unseen = await givenFile({ since: addDays(today, -20) })
    const late = await givenFile({ nextStepOn: addDays(today, -2) })
    const reviewId = await startAnew()
    const rows = await organisation.ask(
      'SELECT case_id, reason FROM review_item WHERE review_id = $1 AND case_id = ANY ($2) ORDER BY position',
      [reviewId, [rest.caseId, unseen.caseId, late.caseId]],
    )
    expect(rows).toEqual([
      { case_id: unseen.caseId, reason: 'unseen' },
      { case_id: late.caseId, reason: 'overdue' },
      { case_id: rest.caseId, reason: 'rest' },
    ])
    const [event] = await organisation.ask(
      `SELECT actor_id FROM audit_event WHERE event = 'review.started' AND detail->>'reviewId' = $1`,
      [reviewId],
    )
    expect(event?.actor_id).toBe(organisation.coral.id)
  })

  it('goes on with the one of the same view that was left, and starts one for a press that is sent twice', async () => {
    await givenFile()
    const reviewId = await startAnew()
    expect(await start(organisation.coral.token)).toBe(reviewId)
    await organisation.ask('UPDATE review SET finished_at = now()')
    const requestId = randomUUID()
    const first = await act(organisation.coral.token, startReview, { query: '' }, requestId)
    expect(await act(organisation.coral.token, startReview, { query: '' }, requestId)).toEqual(first)
  })

  it('is for coordinators, and says so when a view is empty or no view', async () => {
    for (const name of ['casey', 'ada', 'gus'] as const)
      expect(await act(organisation[name].token, startReview, { query: '' })).toEqual({
        ok: false,
        code: 'forbidden',
      })
    expect(await act(organisation.coral.token, startReview, { query: `worker=${newId()}` })).toEqual({
      ok: false,
      code: 'nothingToReview',
    })
    expect(await act(organisation.coral.token, startReview, {})).toMatchObject({ code: 'invalid' })
  })

  it('never holds a file of another office, nor a sealed one whose circle one is not in', async () => {
    const secret = await givenFile({ sealed: true })
    const open = await givenFile()
    const mine = await startAnew()
    const seen = await organisation.coral.work((work) => readReview(work, { reviewId: mine }, false))
    expect(seen.items.map(({ caseId }) => caseId)).toContain(secret.caseId)
    const theirs = await organisation.ask('SELECT 1 FROM review_item WHERE case_id = $1 AND staff_id = $2', [
      open.caseId,
      organisation.sola.id,
    ])
    expect(theirs).toEqual([])
    expect(await act(organisation.sola.token, decideFile, said(mine, open.caseId))).toEqual({
      ok: false,
      code: 'notFound',
    })
  })
})

describe('deciding', () => {
  it('keeps the decision and its trace, and tells when the file is looked at again', async () => {
    const [file, next] = [await givenFile(), await givenFile()]
    const reviewId = await startAnew()
    expect(await decide(reviewId, file.caseId, { shownId: next.caseId })).toEqual({ ok: true, value: {} })
    expect(await fileRow(file.caseId)).toMatchObject({
      last_reviewed_by: organisation.coral.id,
      next_review_on: addDays(today, 30),
    })
    expect(await auditLog('review.decided', file.caseId)).toEqual([organisation.coral.id])
    expect(await auditLog('case.opened', next.caseId)).toEqual([organisation.coral.id])
    // A next file that is not theirs any more costs this one nothing, and is not called opened.
    const gone = newId()
    expect(await decide(reviewId, next.caseId, { shownId: gone, seconds: 0 })).toMatchObject({ ok: true })
    expect(await auditLog('case.opened', gone)).toEqual([])
    const [row] = await organisation.ask('SELECT spent_seconds FROM review WHERE id = $1', [reviewId])
    expect(row?.spent_seconds).toBe(11)
  })

  it('makes a task for the worker, once however often it is sent, and its words are encrypted', async () => {
    const file = await givenFile()
    const reviewId = await startAnew()
    const input = said(reviewId, file.caseId, { decision: 'task', text: 'Find another lawyer' })
    const requestId = randomUUID()
    const first = await act(organisation.coral.token, decideFile, input, requestId)
    expect(await act(organisation.coral.token, decideFile, input, requestId)).toEqual(first)
    expect(await openTasks(file.caseId)).toMatchObject([
      { text: 'Find another lawyer', assignedTo: organisation.casey.id, dueOn: addDays(today, 7) },
    ])
    const [item] = await organisation.ask(
      `SELECT encode(text_cipher, 'escape') AS text FROM review_item WHERE review_id = $1 AND case_id = $2`,
      [reviewId, file.caseId],
    )
    expect(String(item?.text)).not.toContain('lawyer')
  })

  it('sets the next step, and undone puts back what stood there', async () => {
    const file = await givenFile()
    const reviewId = await startAnew()
    await decide(reviewId, file.caseId, { decision: 'step', text: 'Visit on Thursday', dueIn: '3' })
    const step = () =>
      organisation.casey.work(async (work) => (await getCaseHeader(work, file.caseId)).nextStep)
    expect(await step()).toEqual({ text: 'Visit on Thursday', on: addDays(today, 3) })
    expect(await undo(reviewId, file.caseId)).toEqual({ ok: true, value: {} })
    expect(await step()).toEqual({ text: 'Call the lawyer', on: addDays(today, 20) })
  })

  it('said again, takes the first one back', async () => {
    const file = await givenFile()
    const reviewId = await startAnew()
    await decide(reviewId, file.caseId, { decision: 'task', text: 'One' })
    await decide(reviewId, file.caseId, { decision: 'close', text: 'Close it' })
    expect(await openTasks(file.caseId)).toMatchObject([{ text: 'Close it' }])
  })

  it('that nothing is to be done needs a reason while a critical signal has no answer', async () => {
    const file = await givenFile()
    const raise = async (severity: string): Promise<void> => {
      const [visitId, encounterId] = [newId(), newId()]
      await organisation.ask(
        'INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)',
        [visitId, organisation.north, organisation.placeId, today, organisation.casey.id],
      )
      await organisation.ask(
        `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
         SELECT $1, $2, case_id, person_id, $3, $4, 1, 'seen', $5 FROM case_person WHERE case_id = $6`,
        [encounterId, visitId, organisation.placeId, today, organisation.casey.id, file.caseId],
      )
      await organisation.ask(
        `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by) VALUES ($1, $2, $3, 'self_harm', $4, $5)`,
        [newId(), encounterId, file.caseId, severity, organisation.casey.id],
      )
    }
    const reviewId = await startAnew()
    await raise('serious')
    expect(await decide(reviewId, file.caseId)).toMatchObject({ ok: true })
    await raise('critical')
    expect(await decide(reviewId, file.caseId)).toEqual({
      ok: false,
      code: 'reasonWanted',
      fields: { text: 'required' },
    })
    const text = 'The nurse has seen them today.'
    expect(await decide(reviewId, file.caseId, { text })).toMatchObject({ ok: true })
    const { lines } = await organisation.coral.work((work) => readSummary(work, { reviewId }))
    expect(lines.filter(({ caseId }) => caseId === file.caseId)).toMatchObject([{ decision: 'fine', text }])
  })

  it('is refused to other roles, out of reach, without words, and in a finished review', async () => {
    const file = await givenFile()
    const reviewId = await startAnew()
    const input = said(reviewId, file.caseId)
    for (const name of ['casey', 'ada', 'gus'] as const)
      expect(await act(organisation[name].token, decideFile, input)).toEqual({ ok: false, code: 'forbidden' })
    for (const name of ['sola', 'stranger'] as const)
      expect(await act(organisation[name].token, decideFile, input)).toEqual({ ok: false, code: 'notFound' })
    expect(await decide(reviewId, newId())).toEqual({ ok: false, code: 'notFound' })
    expect(await decide(reviewId, file.caseId, { decision: 'ask', text: '  ' })).toEqual({
      ok: false,
      code: 'invalid',
      fields: { text: 'required' },
    })
    await organisation.ask('UPDATE review SET finished_at = now() WHERE id = $1', [reviewId])
    expect(await decide(reviewId, file.caseId)).toEqual({ ok: false, code: 'reviewFinished' })
    expect(await fileRow(file.caseId)).toMatchObject({ last_reviewed_by: null })
  })

  it('by two coordinators of one file keeps both', async () => {
    const file = await givenFile()
    await organisation.ask('INSERT INTO team_member (staff_id, team_id, leads) VALUES ($1, $2, true)', [
      organisation.sola.id,
      organisation.north,
    ])
    const mine = await startAnew()
    const own = await start(organisation.sola.token)
    await decide(mine, file.caseId, { decision: 'ask', text: 'Who is the lawyer?' })
    expect(await act(organisation.sola.token, decideFile, said(own, file.caseId))).toMatchObject({
      ok: true,
    })
    const rows = await organisation.ask(
      'SELECT staff_id, decision FROM review_item WHERE case_id = $1 AND decided_at IS NOT NULL ORDER BY decision',
      [file.caseId],
    )
    expect(rows).toEqual([
      { staff_id: organisation.coral.id, decision: 'ask' },
      { staff_id: organisation.sola.id, decision: 'fine' },
    ])
    // Taking mine back leaves theirs in the file.
    await undo(mine, file.caseId)
    expect(await fileRow(file.caseId)).toMatchObject({ last_reviewed_by: organisation.sola.id })
    await organisation.ask('DELETE FROM team_member WHERE staff_id = $1 AND team_id = $2', [
      organisation.sola.id,
      organisation.north,
    ])
  })
})

describe('taking back', () => {
  it('withdraws the task and the date of the next review, with its trace', async () => {
    const file = await givenFile()
    const reviewId = await startAnew()
    await decide(reviewId, file.caseId, { decision: 'task', text: 'By mistake' })
    expect(await undo(reviewId, file.caseId)).toEqual({ ok: true, value: {} })
    expect(await openTasks(file.caseId)).toEqual([])
    expect(await fileRow(file.caseId)).toEqual({
      last_reviewed_by: null,
      last_reviewed_at: null,
      next_review_on: null,
    })
    expect(await auditLog('review.undone', file.caseId)).toEqual([organisation.coral.id])
    // Nothing decided is nothing to take back.
    expect(await undo(reviewId, file.caseId)).toEqual({ ok: true, value: {} })
  })

  it('leaves what someone has acted on', async () => {
    const [done, moved] = [await givenFile(), await givenFile()]
    const reviewId = await startAnew()
    await decide(reviewId, done.caseId, { decision: 'task', text: 'Quickly done' })
    await organisation.ask('UPDATE task SET done_at = now(), done_by = $2 WHERE case_id = $1', [
      done.caseId,
      organisation.casey.id,
    ])
    expect(await undo(reviewId, done.caseId)).toEqual({ ok: false, code: 'taskDone' })
    await decide(reviewId, moved.caseId, { decision: 'step', text: 'Mine' })
    const { version } = await organisation.casey.work((work) => getCaseHeader(work, moved.caseId))
    await act(organisation.casey.token, editNextStep, { caseId: moved.caseId, version, text: 'Hers', on: '' })
    expect(await undo(reviewId, moved.caseId)).toEqual({ ok: false, code: 'stepChanged' })
  })

  it('is refused to other roles, out of reach, and without a file', async () => {
    const file = await givenFile()
    const reviewId = await startAnew()
    const which = { reviewId, caseId: file.caseId }
    for (const action of [undoDecision, showFile]) {
      expect(await act(organisation.casey.token, action, which)).toEqual({ ok: false, code: 'forbidden' })
      expect(await act(organisation.sola.token, action, which)).toEqual({ ok: false, code: 'notFound' })
      expect(await act(organisation.coral.token, action, { reviewId })).toMatchObject({ code: 'invalid' })
    }
    expect(await act(organisation.coral.token, showFile, which)).toEqual({ ok: true, value: {} })
    expect(await auditLog('case.opened', file.caseId)).toEqual([organisation.coral.id])
  })
})

describe('the summary', () => {
  it('sends what was asked, once, and then nothing can be taken back', async () => {
    const [asked, other] = [await givenFile(), await givenFile()]
    const reviewId = await startAnew()
    await decide(reviewId, asked.caseId, { decision: 'ask', text: 'Is the appeal in?' })
    const questions = () => organisation.casey.work(listOpenQuestions)
    expect((await questions()).filter(({ caseId }) => caseId === asked.caseId)).toEqual([])
    expect(await act(organisation.coral.token, sendReview, { reviewId })).toMatchObject({
      ok: true,
      value: { questions: 1, isFinished: false },
    })
    expect(await act(organisation.coral.token, sendReview, { reviewId })).toMatchObject({
      value: { questions: 0 },
    })
    expect((await questions()).filter(({ caseId }) => caseId === asked.caseId)).toMatchObject([
      { text: 'Is the appeal in?', authorId: organisation.coral.id },
    ])
    expect(await undo(reviewId, asked.caseId)).toEqual({ ok: false, code: 'alreadySent' })
    expect(await decide(reviewId, asked.caseId)).toEqual({ ok: false, code: 'alreadySent' })
    expect(await decide(reviewId, other.caseId)).toMatchObject({ ok: true })
  })

  it('shows the words of each decision, finishes with the last file, and only then', async () => {
    const file = await givenFile()
    // That nothing is to be done about a critical signal would need a reason.
    await organisation.ask("UPDATE signal SET severity = 'serious' WHERE severity = 'critical'")
    const reviewId = await startAnew()
    const { items } = await organisation.coral.work((work) => readReview(work, { reviewId }, false))
    for (const { caseId } of items)
      await decide(reviewId, caseId, caseId === file.caseId ? { decision: 'task', text: 'Translate it' } : {})
    const { lines, decisions } = await organisation.coral.work((work) => readSummary(work, { reviewId }))
    expect(lines).toMatchObject([{ caseId: file.caseId, text: 'Translate it', decision: 'task' }])
    expect(decisions.every((one) => one !== null)).toBe(true)
    expect(await act(organisation.coral.token, sendReview, { reviewId })).toEqual({
      ok: true,
      value: { questions: 0, isFinished: true },
    })
    expect(await act(organisation.coral.token, sendReview, { reviewId })).toEqual({
      ok: false,
      code: 'reviewFinished',
    })
  })

  it('is refused to other roles, to a colleague, and without a review', async () => {
    await givenFile()
    const reviewId = await startAnew()
    expect(await act(organisation.casey.token, sendReview, { reviewId })).toEqual({
      ok: false,
      code: 'forbidden',
    })
    expect(await act(organisation.sola.token, sendReview, { reviewId })).toEqual({
      ok: false,
      code: 'notFound',
    })
    expect(await act(organisation.coral.token, sendReview, {})).toMatchObject({ code: 'invalid' })
  })
})

describe('what is shown', () => {
  const ahead = async (token: string, reviewId: string, ids: readonly string[]) => {
    const response = await fetchFile(
      token,
      GET,
      `/cases/review/files?review=${reviewId}&files=${ids.join(',')}`,
    )
    return response.status === 200 ? reviewFilesSchema.parse(await response.json()) : response.status
  }

  it('is what changed since one’s own last look, and nothing of it the first time', async () => {
    const file = await givenFile()
    const note = { caseId: file.caseId, kind: 'note', happenedOn: today }
    await act(organisation.casey.token, writeNote, { ...note, text: 'Before the first look.' })
    const first = await startAnew()
    expect(await ahead(organisation.coral.token, first, [file.caseId])).toMatchObject([
      { since: null, changes: [], notes: [{ text: 'Before the first look.' }] },
    ])
    await decide(first, file.caseId)
    await act(organisation.casey.token, writeNote, { ...note, text: `${'x'.repeat(300)}and on` })
    const second = await startAnew()
    const [seen] = reviewFilesSchema.parse(await ahead(organisation.coral.token, second, [file.caseId]))
    expect(seen).toMatchObject({
      since: today,
      changes: [{ kind: 'note', text: `${'x'.repeat(300)}…`, by: 'casey Invented' }],
      notes: [{ text: 'Before the first look.' }],
    })
  })

  it('carries names, and in discreet mode initials alone', async () => {
    const file = await givenFile()
    const reviewId = await startAnew()
    const named = async (preferences: [string, string][]) => {
      const response = await withToken(
        organisation.coral.token,
        () =>
          GET(
            new Request(`http://localhost:3000/cases/review/files?review=${reviewId}&files=${file.caseId}`, {
              headers: { 'sec-fetch-site': 'same-origin' },
            }),
          ),
        'en',
        preferences,
      )
      return response.text()
    }
    expect(reviewFilesSchema.parse(JSON.parse(await named([])))[0]?.people).toMatchObject([
      { full: 'Kalimo Fictar', initials: 'K. F.' },
    ])
    const discreet = await named([[DISCREET_COOKIE, DISCREET]])
    expect(discreet).not.toContain('Kalimo')
    expect(reviewFilesSchema.parse(JSON.parse(discreet))[0]?.people).toMatchObject([
      { full: null, initials: 'K. F.' },
    ])
    const page = await organisation.coral.work((work) => readReview(work, { reviewId }, true))
    expect(JSON.stringify(page.files)).not.toContain('Kalimo')
  })

  it('leaves with a trace that names the files, to the reviewer and no one else', async () => {
    const [one, two] = [await givenFile(), await givenFile()]
    const reviewId = await startAnew()
    expect(await ahead(organisation.coral.token, reviewId, [one.caseId, two.caseId, newId()])).toHaveLength(2)
    const [event] = await organisation.ask(
      `SELECT detail FROM audit_event WHERE event = 'review.prepared' AND detail->>'reviewId' = $1`,
      [reviewId],
    )
    expect(event?.detail).toMatchObject({ caseIds: [one.caseId, two.caseId] })
    expect(await ahead(organisation.casey.token, reviewId, [one.caseId])).toBe(404)
    expect(await ahead(organisation.sola.token, reviewId, [one.caseId])).toEqual([])
    expect(await ahead(organisation.coral.token, reviewId, [])).toBe(404)
  })

  it('stands where one left it, without what was handed to another office', async () => {
    const [done, gone] = [
      await givenFile({ nextStepOn: addDays(today, -9) }),
      await givenFile({ nextStepOn: addDays(today, -8) }),
    ]
    // One that waits still, whichever tests came before.
    await givenFile()
    const reviewId = await startAnew()
    await decide(reviewId, done.caseId)
    await organisation.ask('UPDATE case_file SET team_id = $2, worker_id = $3 WHERE id = $1', [
      gone.caseId,
      organisation.south,
      organisation.sol.id,
    ])
    const page = await organisation.coral.work((work) => readReview(work, { reviewId }, false))
    expect(page.items.map(({ caseId }) => caseId)).not.toContain(gone.caseId)
    expect(page.items[page.at]?.decision).toBeNull()
    expect(page.items.find(({ caseId }) => caseId === done.caseId)?.decision).toBe('fine')
  })
})

it('no one reviews under another name, and a worker not at all, whatever is written by hand', async () => {
  const file = await givenFile()
  const forge = (name: 'casey' | 'coral', by: string) =>
    organisation[name].work(
      (work) =>
        work.tx
          .$executeRaw`UPDATE case_file SET last_reviewed_by = ${by}::uuid WHERE id = ${file.caseId}::uuid`,
    )
  await expect(forge('coral', organisation.sola.id)).rejects.toThrow(/another name/)
  await expect(forge('casey', organisation.casey.id)).rejects.toThrow(/only a coordinator/)
})
