import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { assignmentAt } from '@/lib/cases/assignment.data'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { insertNote } from '@/lib/cases/note.data'
import { NotFound } from '@/lib/db/errors'
import { recordDeadline } from '@/lib/deadlines/deadline.actions'
import {
  answerHandover,
  chooseReceivers,
  offerFiles,
  sendHandover,
  startHandover,
  undoHandover,
  writeHandoverNote,
} from '@/lib/handovers/handover.actions'
import { findHandover, listHandovers } from '@/lib/handovers/handover.data'
import { openHandover, readBooklet, readHandover } from '@/lib/handovers/handover-page.data'
import { openHandoverNote } from '@/lib/handovers/note.data'
import { listHolders } from '@/lib/handovers/prepare.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { insertPlan } from '@/lib/planning/plan.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { insertTask } from '@/lib/tasks/task.data'
import { listLoad } from '@/lib/today/load.data'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const setClock = (body: string) =>
  organisation.ask(
    `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE SET search_path = '' RETURN ${body}`,
  )
/** Moves the clock of the organisation on; the sessions live as long as that takes. */
const later = async (interval: string) => {
  await setClock(`pg_catalog.statement_timestamp() + interval '${interval}'`)
  await organisation.ask(
    `UPDATE session SET last_seen_at = app.now(), expires_at = app.now() + interval '12 hours'`,
  )
}
afterEach(async () => {
  await later('0 hours')
  // Every test begins with colleagues who have nothing.
  await organisation.ask(`UPDATE case_file SET status = 'archived'`)
  await organisation.ask(
    `UPDATE handover SET state = 'sent', sent_at = now(), sent_by = created_by WHERE state = 'draft'`,
  )
})

type Who = 'casey' | 'cory' | 'coral' | 'sol' | 'sola' | 'ada' | 'gus' | 'stranger'
const givenFile = (secrecy: 'open' | 'restricted' | 'sealed' = 'open', second: Who | null = null) =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, today),
      file: {
        kind: 'detention',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy,
        secondMemberId: second === null ? null : organisation[second].id,
        nextStep: { text: 'Call the lawyer', on: addDays(today, 3) },
        stay: { placeId: organisation.placeId, since: today },
      },
    }),
  )
const prepare = async (change: Record<string, unknown> = {}, by: Who = 'coral') => {
  const answer = await act(organisation[by].token, startHandover, {
    colleague: `${organisation.casey.id}:${organisation.north}`,
    kind: 'permanent',
    until: '',
    ...change,
  })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.handoverId
}
const versionOf = async (handoverId: string) =>
  Number((await organisation.ask('SELECT version FROM handover WHERE id = $1', [handoverId]))[0]?.version)
const choose = async (handoverId: string, caseIds: readonly string[], to: Who) =>
  act(organisation.coral.token, chooseReceivers, {
    handoverId,
    version: await versionOf(handoverId),
    choices: caseIds.map((caseId) => ({ caseId, toStaffId: organisation[to].id })),
  })
const send = async (handoverId: string, by: Who = 'coral') =>
  act(organisation[by].token, sendHandover, { handoverId, version: await versionOf(handoverId) })
const answerAs = (who: Who, handoverId: string, caseIds: readonly string[], accepts = true, reason = '') =>
  act(organisation[who].token, answerHandover, { handoverId, caseIds, accepts, reason })
/** Prepared and sent: these files to cory. */
const givenSent = async (caseIds: readonly string[], change: Record<string, unknown> = {}) => {
  const handoverId = await prepare(change)
  await choose(handoverId, caseIds, 'cory')
  expect(await send(handoverId)).toMatchObject({ ok: true })
  return handoverId
}
const worker = async (caseId: string) =>
  (await organisation.ask('SELECT worker_id FROM case_file WHERE id = $1', [caseId]))[0]?.worker_id
const state = async (handoverId: string, caseId: string) =>
  (
    await organisation.ask('SELECT state FROM handover_item WHERE handover_id = $1 AND case_id = $2', [
      handoverId,
      caseId,
    ])
  )[0]?.state
const sees = (who: Who, caseId: string) =>
  organisation[who].work(async (work) => (await work.tx.caseFile.count({ where: { id: caseId } })) === 1)
const auditLog = async (event: string, caseId: string) =>
  (
    await organisation.ask('SELECT actor_id FROM audit_event WHERE event = $1 AND case_id = $2 ORDER BY at', [
      event,
      caseId,
    ])
  ).map(({ actor_id }) => actor_id)
const notices = async (who: Who, kind: string) =>
  (
    await organisation.ask('SELECT 1 FROM notice WHERE staff_id = $1 AND kind = $2 AND read_at IS NULL', [
      organisation[who].id,
      kind,
    ])
  ).length

describe('the booklet', () => {
  it('says of each file which deadlines run, to anyone who may open it', async () => {
    const { caseId } = await givenFile()
    const { caseId: quiet } = await givenFile()
    await act(organisation.casey.token, recordDeadline, {
      caseId,
      replaces: '',
      version: 0,
      event: 'petition_filed',
      happenedOn: today,
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
    })
    const handoverId = await prepare()
    const { files } = await organisation.coral.work((work) => readBooklet(work, handoverId, false))
    const codesOf = (id: string) =>
      files.find((file) => file.caseId === id)?.deadlines.map(({ code }) => code)
    expect(codesOf(caseId)).toEqual(['CC_DECISION'])
    expect(codesOf(quiet)).toEqual([])
  })
})

describe('a receipt', () => {
  const readAt = (who: Who, handoverId: string, caseId: string) =>
    organisation[who].work(async (work) => {
      const { files } = await readHandover(work, handoverId, false)
      return files.find((one) => one.caseId === caseId)?.readAt ?? null
    })

  it('says since when the colleague who is asked has had the note before them, as it is now', async () => {
    const { caseId } = await givenFile()
    const handoverId = await givenSent([caseId])
    // The coordinator who looks at it reads it for no one.
    await organisation.coral.work((work) => openHandover(work, handoverId, false))
    expect(await readAt('coral', handoverId, caseId)).toBeNull()
    await organisation.cory.work((work) => openHandover(work, handoverId, false))
    const first = await readAt('coral', handoverId, caseId)
    expect(first).toBeInstanceOf(Date)
    await later('2 hours')
    await organisation.cory.work((work) => openHandover(work, handoverId, false))
    expect(await auditLog('handover.noteRead', caseId)).toEqual([organisation.cory.id])
    expect(await readAt('coral', handoverId, caseId)).toEqual(first)
    // Another word in it has not been read.
    const version = { handoverId, caseId, version: 1, text: 'Ring twice.' }
    expect(await act(organisation.coral.token, writeHandoverNote, version)).toMatchObject({ ok: true })
    expect(await readAt('coral', handoverId, caseId)).toBeNull()
    // No one who is not concerned hears of it.
    await expect(readAt('sola', handoverId, caseId)).rejects.toBeInstanceOf(NotFound)
  })
})

describe('preparing', () => {
  it('counts the files of a colleague as Today does, and says which of them stay', async () => {
    await givenFile()
    await givenFile()
    await givenFile('sealed', 'coral')
    const counts = await organisation.coral.work(async (work) => ({
      holders: (await listHolders(work)).filter(({ staffId }) => staffId === organisation.casey.id),
      load: (await listLoad(work)).filter(({ workerId }) => workerId === organisation.casey.id),
    }))
    expect(counts.holders).toMatchObject([{ files: 3 }])
    expect(counts.load).toMatchObject([{ files: 3 }])
    const handoverId = await prepare()
    const data = await organisation.coral.work((work) => readHandover(work, handoverId, false))
    expect(data.files).toHaveLength(2)
    expect(data.sealed).toBe(1)
  })

  it('takes the open files of one colleague, each with an encrypted note of two lines to begin with', async () => {
    const { caseId } = await givenFile()
    await givenFile('sealed', 'coral')
    await organisation.casey.work((work) =>
      insertNote(work, { caseId, kind: 'note', happenedOn: today, text: 'Saw the lawyer. More to come.' }),
    )
    await organisation.casey.work((work) =>
      insertTask(work, { caseId, text: 'Bring shoes', assignedTo: organisation.casey.id, dueOn: null }),
    )
    const handoverId = await prepare()
    const seen = await organisation.coral.work(async (work) => {
      const handover = await findHandover(work, handoverId)
      const [item] = handover?.items ?? []
      return {
        files: handover?.items.map((one) => one.caseId),
        note: item && (await openHandoverNote(work, item)),
        raw: item && Buffer.from(item.noteCipher).toString('latin1'),
      }
    })
    expect(seen.files).toEqual([caseId])
    expect(seen.note).toBe('Saw the lawyer.\n→ Call the lawyer · Bring shoes')
    expect(seen.raw).not.toContain('lawyer')
    // Pressed again it goes on, with what has come since.
    const more = await givenFile()
    expect(await prepare({ kind: 'temporary', until: addDays(today, 7) })).toBe(handoverId)
    expect(await state(handoverId, more.caseId)).toBe('draft')
  })

  it('lets the one who leaves write the notes, and never one text over another', async () => {
    const { caseId } = await givenFile()
    const handoverId = await prepare()
    const write = (who: Who, version: number, text: string) =>
      act(organisation[who].token, writeHandoverNote, { handoverId, caseId, version, text })
    expect(await write('casey', 1, 'Ring twice.')).toEqual({ ok: true, value: { version: 2 } })
    expect(await write('coral', 1, 'Mine')).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { version: 2, text: 'Ring twice.' },
    })
    expect(await write('cory', 2, 'Not mine')).toEqual({ ok: false, code: 'notFound' })
    // What they may not, the database refuses them too.
    await expect(
      organisation.casey.work((work) =>
        work.tx.handoverItem.updateMany({ where: { handoverId }, data: { toStaffId: organisation.cory.id } }),
      ),
    ).rejects.toThrow()
  })

  it('is for the coordinator of the office, and not there for anyone else', async () => {
    const { caseId } = await givenFile()
    for (const name of ['casey', 'ada', 'gus'] as const)
      expect(
        await act(organisation[name].token, startHandover, {
          colleague: `${organisation.casey.id}:${organisation.north}`,
          kind: 'permanent',
          until: '',
        }),
      ).toEqual({ ok: false, code: 'forbidden' })
    const handoverId = await prepare()
    for (const name of ['sola', 'stranger', 'cory', 'gus', 'ada'] as const)
      expect(await organisation[name].work((work) => findHandover(work, handoverId))).toBeNull()
    for (const name of ['sola', 'stranger'] as const) {
      expect(await act(organisation[name].token, sendHandover, { handoverId, version: 1 })).toEqual({
        ok: false,
        code: 'notFound',
      })
      expect(
        await act(organisation[name].token, startHandover, {
          colleague: `${organisation.casey.id}:${organisation.north}`,
          kind: 'permanent',
          until: '',
        }),
      ).toMatchObject({ code: 'notYourTeam' })
    }
    expect(await answerAs('cory', handoverId, [caseId])).toEqual({ ok: false, code: 'notFound' })
  })

  it('knows what it needs', async () => {
    await givenFile()
    const start = (change: Record<string, unknown>) =>
      act(organisation.coral.token, startHandover, {
        colleague: `${organisation.casey.id}:${organisation.north}`,
        kind: 'temporary',
        until: '',
        ...change,
      })
    expect(await start({})).toMatchObject({ fields: { until: 'required' } })
    expect(await start({ until: addDays(today, -1) })).toMatchObject({ fields: { until: 'untilPassed' } })
    expect(
      await start({ colleague: `${organisation.cory.id}:${organisation.north}`, kind: 'permanent' }),
    ).toMatchObject({
      code: 'nothingToHandOver',
    })
    const handoverId = await prepare()
    const [file] = await organisation.ask('SELECT case_id FROM handover_item WHERE handover_id = $1', [
      handoverId,
    ])
    for (const to of ['sol', 'gus', 'stranger', 'casey'] as const)
      expect(await choose(handoverId, [String(file?.case_id)], to)).toMatchObject({ code: 'notAReceiver' })
  })
})

describe('for good', () => {
  it('is held by the coordinator until it is accepted, and no one is without a worker in between', async () => {
    const [one, two] = [await givenFile(), await givenFile()]
    const handoverId = await givenSent([one.caseId, two.caseId])
    for (const { caseId } of [one, two]) {
      expect(await worker(caseId)).toBe(organisation.coral.id)
      expect(await sees('cory', caseId)).toBe(true)
      expect(await sees('casey', caseId)).toBe(false)
    }
    expect(await notices('cory', 'handover_asked')).toBe(1)
    const [line] = await organisation.cory.work((work) => listHandovers(work))
    expect(line?.asked.toSorted()).toEqual([one.caseId, two.caseId].toSorted())

    expect(await answerAs('cory', handoverId, [one.caseId])).toMatchObject({ value: { done: [one.caseId] } })
    expect(await answerAs('cory', handoverId, [two.caseId], false, 'Too many.')).toMatchObject({ ok: true })
    expect(await worker(one.caseId)).toBe(organisation.cory.id)
    expect(await worker(two.caseId)).toBe(organisation.coral.id)
    expect(await sees('cory', two.caseId)).toBe(false)
    expect(await auditLog('case.assigned', one.caseId)).toEqual([organisation.coral.id, organisation.cory.id])
    expect(await notices('coral', 'handover_decided')).toBe(1)
    // What was answered is answered.
    expect(await answerAs('cory', handoverId, [one.caseId], false)).toMatchObject({ code: 'alreadyTaken' })

    // Whom no one has taken, another one is asked for.
    const again = await act(organisation.coral.token, offerFiles, {
      handoverId,
      caseIds: [two.caseId],
      toStaffId: organisation.coral.id,
    })
    expect(again).toMatchObject({ value: { done: [two.caseId] } })
    expect(await state(handoverId, two.caseId)).toBe('accepted')
    expect(await worker(two.caseId)).toBe(organisation.coral.id)
  })

  it('takes along open tasks and visits to come, and leaves authorship where it is', async () => {
    const { caseId } = await givenFile()
    const [person] = await organisation.ask('SELECT person_id FROM case_person WHERE case_id = $1', [caseId])
    const personId = String(person?.person_id)
    const { noteId, taskId, planId } = await organisation.casey.work(async (work) => ({
      noteId: await insertNote(work, { caseId, kind: 'note', happenedOn: today, text: 'Invented.' }),
      taskId: await insertTask(work, {
        caseId,
        text: 'Bring shoes',
        assignedTo: organisation.casey.id,
        dueOn: null,
      }),
      planId: await insertPlan(work, {
        teamId: organisation.north,
        placeId: organisation.placeId,
        onDate: addDays(today, 4),
        startsAt: '13:30',
        endsAt: '16:00',
        visitors: [organisation.casey.id],
        people: [{ caseId, personId, reason: null }],
      }),
    }))
    const task = async () =>
      (await organisation.ask('SELECT assigned_to FROM task WHERE id = $1', [taskId]))[0]?.assigned_to
    const goers = async () =>
      (
        await organisation.ask('SELECT staff_id FROM visit_plan_visitor WHERE plan_id = $1 AND goes', [
          planId,
        ])
      ).map(({ staff_id }) => staff_id)
    const handoverId = await givenSent([caseId])
    expect(await task()).toBe(organisation.coral.id)
    await answerAs('cory', handoverId, [caseId])
    expect(await task()).toBe(organisation.cory.id)
    expect(await goers()).toEqual([organisation.cory.id])
    const [note] = await organisation.ask('SELECT author_id FROM note WHERE id = $1', [noteId])
    expect(note?.author_id).toBe(organisation.casey.id)

    expect(await act(organisation.coral.token, undoHandover, { handoverId })).toMatchObject({
      value: { done: [caseId] },
    })
    expect(await task()).toBe(organisation.casey.id)
    expect(await goers()).toEqual([organisation.casey.id])
    expect(await worker(caseId)).toBe(organisation.casey.id)
    expect(await sees('cory', caseId)).toBe(false)
  })

  it('the database lets no file of it be without the one who must hold it', async () => {
    const { caseId } = await givenFile()
    const handoverId = await givenSent([caseId])
    await expect(
      organisation.ask(`UPDATE case_file SET worker_id = NULL WHERE id = $1`, [caseId]),
    ).rejects.toThrow(/null value/)
    await expect(
      organisation.ask(`UPDATE handover_item SET state = 'accepted' WHERE handover_id = $1`, [handoverId]),
    ).rejects.toThrow(/held by somebody/)
    // Nor can the one who is asked take it past the guard.
    await expect(
      organisation.cory.work((work) =>
        work.tx.caseFile.updateMany({ where: { id: caseId }, data: { workerId: organisation.cory.id } }),
      ),
    ).rejects.toThrow()
    await expect(
      organisation.coral.work((work) =>
        work.tx.handoverItem.updateMany({ where: { handoverId }, data: { state: 'accepted' } }),
      ),
    ).rejects.toThrow()
  })

  it('gives a replay its first answer and does nothing twice', async () => {
    const { caseId } = await givenFile()
    const handoverId = await prepare()
    await choose(handoverId, [caseId], 'cory')
    const input = { handoverId, version: await versionOf(handoverId) }
    const requestId = randomUUID()
    const first = await act(organisation.coral.token, sendHandover, input, requestId)
    expect(await act(organisation.coral.token, sendHandover, input, requestId)).toEqual(first)
    expect(await organisation.ask('SELECT 1 FROM case_assignment WHERE case_id = $1', [caseId])).toHaveLength(
      1,
    )
    const reply = { handoverId, caseIds: [caseId], accepts: true, reason: '' }
    const replyId = randomUUID()
    const yes = await act(organisation.cory.token, answerHandover, reply, replyId)
    expect(await act(organisation.cory.token, answerHandover, reply, replyId)).toEqual(yes)
    expect(await organisation.ask('SELECT 1 FROM case_assignment WHERE case_id = $1', [caseId])).toHaveLength(
      2,
    )
  })

  it('two coordinators who send at once: one does, the other is told', async () => {
    await organisation.ask(`INSERT INTO team_member (staff_id, team_id, leads) VALUES ($1, $2, true)`, [
      organisation.sola.id,
      organisation.north,
    ])
    const { caseId } = await givenFile()
    const handoverId = await prepare()
    await choose(handoverId, [caseId], 'cory')
    const version = await versionOf(handoverId)
    const answers = await Promise.all(
      (['coral', 'sola'] as const).map((who) =>
        act(organisation[who].token, sendHandover, { handoverId, version }),
      ),
    )
    expect(answers.map((answer) => (answer.ok ? 'sent' : answer.code)).toSorted()).toEqual([
      'changedMeanwhile',
      'sent',
    ])
    expect(await organisation.ask('SELECT 1 FROM case_assignment WHERE case_id = $1', [caseId])).toHaveLength(
      1,
    )
    await organisation.ask(`DELETE FROM team_member WHERE staff_id = $1 AND team_id = $2`, [
      organisation.sola.id,
      organisation.north,
    ])
  })

  it('skips what has left the colleague’s hands meanwhile', async () => {
    const [gone, stays] = [await givenFile(), await givenFile()]
    const handoverId = await prepare()
    await choose(handoverId, [gone.caseId, stays.caseId], 'cory')
    await organisation.ask('UPDATE case_file SET worker_id = $1 WHERE id = $2', [
      organisation.coral.id,
      gone.caseId,
    ])
    expect(await send(handoverId)).toEqual({ ok: true, value: { files: 1, skipped: 1 } })
    expect(await state(handoverId, gone.caseId)).toBe('skipped')
    expect(await state(handoverId, stays.caseId)).toBe('offered')
  })
})

describe('a file in danger', () => {
  const raise = async (
    { caseId, personId }: { caseId: string; personId: string },
    code: string,
    severity: 'critical' | 'serious' | 'watch',
  ) => {
    const [visitId, encounterId] = [newId(), newId()]
    await organisation.ask(
      'INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)',
      [visitId, organisation.north, organisation.placeId, today, organisation.casey.id],
    )
    await organisation.ask(
      `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
       VALUES ($1, $2, $3, $4, $5, $6, 1, 'seen', $7)`,
      [encounterId, visitId, caseId, personId, organisation.placeId, today, organisation.casey.id],
    )
    await organisation.ask(
      'INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), encounterId, caseId, code, severity, organisation.casey.id],
    )
  }

  it('is not accepted among others, whatever a page asks for, and is accepted by itself', async () => {
    const [calm, other, danger] = [await givenFile(), await givenFile(), await givenFile()]
    await raise(danger, 'suicide_risk', 'critical')
    await raise(other, 'suicide_risk', 'watch')
    const all = [calm, other, danger].map(({ caseId }) => caseId)
    const handoverId = await givenSent(all)
    const answer = await answerAs('cory', handoverId, all)
    if (!answer.ok) throw new Error(answer.code)
    expect(answer.value.done.toSorted()).toEqual([calm.caseId, other.caseId].toSorted())
    expect(answer.value.failed).toEqual([danger.caseId])
    expect(await worker(danger.caseId)).toBe(organisation.coral.id)
    expect(await state(handoverId, danger.caseId)).toBe('offered')
    expect(await answerAs('cory', handoverId, [danger.caseId])).toMatchObject({
      value: { done: [danger.caseId], failed: [] },
    })
    expect(await worker(danger.caseId)).toBe(organisation.cory.id)
  })

  it('is declined with the others: to say no needs no reading', async () => {
    const [calm, danger] = [await givenFile(), await givenFile()]
    await raise(danger, 'suicide_risk', 'critical')
    const all = [calm.caseId, danger.caseId]
    const handoverId = await givenSent(all)
    expect(await answerAs('cory', handoverId, all, false, 'Too many.')).toMatchObject({
      value: { failed: [] },
    })
    expect(await state(handoverId, danger.caseId)).toBe('declined')
  })

  it('says its danger at the head of the drafted note; a restricted one not what it is about', async () => {
    const [calm, danger, secret] = [
      await givenFile(),
      await givenFile(),
      await givenFile('restricted', 'coral'),
    ]
    await raise(danger, 'suicide_risk', 'critical')
    await raise(secret, 'trafficking_suspected', 'serious')
    const handoverId = await prepare()
    const notes = await organisation.coral.work(async (work) => {
      const rows = await work.tx.handoverItem.findMany({
        where: { handoverId },
        select: { handoverId: true, caseId: true, noteRevision: true, noteCipher: true },
      })
      const opened = new Map<string, string>()
      for (const row of rows) opened.set(row.caseId, await openHandoverNote(work, row))
      return opened
    })
    expect(notes.get(calm.caseId)).not.toContain('!')
    expect(notes.get(danger.caseId)).toMatch(/^! Critical signal, .* · Suicide risk\n/)
    expect(notes.get(secret.caseId)).toMatch(/^! Serious signal, [^·]*\n/)
    expect(notes.get(secret.caseId)).not.toMatch(/traffick/i)
  })
})

describe('taking it back', () => {
  it('is possible after 23 hours and not after 25', async () => {
    const { caseId } = await givenFile()
    const handoverId = await givenSent([caseId])
    await later('25 hours')
    expect(await act(organisation.coral.token, undoHandover, { handoverId })).toEqual({
      ok: false,
      code: 'undoTooLate',
    })
    await expect(
      organisation.coral.work((work) =>
        work.tx.handover.updateMany({ where: { id: handoverId }, data: { state: 'undone' } }),
      ),
    ).rejects.toThrow()
    expect(await worker(caseId)).toBe(organisation.coral.id)
    await later('23 hours')
    expect(await act(organisation.coral.token, undoHandover, { handoverId })).toMatchObject({
      value: { done: [caseId] },
    })
    expect(await worker(caseId)).toBe(organisation.casey.id)
    expect(await sees('casey', caseId)).toBe(true)
  })

  it('leaves the one who wrote a yes just then with nothing found, not with something broken', async () => {
    const { caseId } = await givenFile()
    const handoverId = await givenSent([caseId])
    const encrypting = organisation.cory.work(async (work) => {
      const [file] = await work.tx.caseFile.findMany({ where: { id: caseId }, select: { id: true } })
      expect(file).toEqual({ id: caseId })
      // Between looking and writing the coordinator takes the hand-over back.
      expect(await act(organisation.coral.token, undoHandover, { handoverId })).toMatchObject({
        value: { failed: [] },
      })
      await work.fieldCrypto.encrypt(assignmentAt(caseId, newId()), 'Yes.')
    })
    await expect(encrypting).rejects.toThrow(NotFound)
  })

  it('and a yes at the same moment end in one of the two, never between', async () => {
    const files = await Promise.all(Array.from({ length: 6 }, () => givenFile()))
    const caseIds = files.map(({ caseId }) => caseId)
    const handoverId = await givenSent(caseIds)
    const [yes, undone] = await Promise.all([
      answerAs('cory', handoverId, caseIds),
      act(organisation.coral.token, undoHandover, { handoverId }),
    ])
    expect(undone).toMatchObject({ value: { failed: [] } })
    for (const caseId of caseIds) {
      expect(await worker(caseId)).toBe(organisation.casey.id)
      expect(await sees('cory', caseId)).toBe(false)
    }
    expect(yes.ok || ['alreadyTaken', 'notFound'].includes(yes.code)).toBe(true)
  })

  it('leaves a file where it has gone since, and says which', async () => {
    const [moved, still] = [await givenFile(), await givenFile()]
    const handoverId = await givenSent([moved.caseId, still.caseId])
    await answerAs('cory', handoverId, [moved.caseId, still.caseId])
    await organisation.ask('UPDATE case_file SET worker_id = $1 WHERE id = $2', [
      organisation.coral.id,
      moved.caseId,
    ])
    expect(await act(organisation.coral.token, undoHandover, { handoverId })).toEqual({
      ok: true,
      value: { done: [still.caseId], failed: [moved.caseId] },
    })
    expect(await worker(moved.caseId)).toBe(organisation.coral.id)
    expect(await worker(still.caseId)).toBe(organisation.casey.id)
  })
})

describe('for a time', () => {
  it('goes back by itself when its last day is over, to the second and without a job', async () => {
    const { caseId } = await givenFile()
    const handoverId = await givenSent([caseId], { kind: 'temporary', until: addDays(today, 2) })
    expect(await worker(caseId)).toBe(organisation.casey.id)
    await answerAs('cory', handoverId, [caseId])
    expect(await sees('cory', caseId)).toBe(true)
    expect(await sees('casey', caseId)).toBe(true)
    const [end] = await organisation.ask(`SELECT app.end_of_day($1::date) AS at`, [addDays(today, 2)])
    const at = new Date(String(end?.at)).toISOString()
    const read = async (moment: string) => {
      await setClock(`'${moment}'::timestamptz`)
      await organisation.ask(
        `UPDATE session SET last_seen_at = app.now(), expires_at = app.now() + interval '12 hours'`,
      )
      return sees('cory', caseId)
    }
    expect(await read(new Date(Date.parse(at) - 1_000).toISOString())).toBe(true)
    expect(await read(at)).toBe(false)
    expect(await worker(caseId)).toBe(organisation.casey.id)
  })

  it('an offer no one answers ends by itself, and the file stays with its worker', async () => {
    const { caseId } = await givenFile()
    const handoverId = await givenSent([caseId], { kind: 'temporary', until: addDays(today, 60) })
    await later('15 days')
    expect(await sees('cory', caseId)).toBe(false)
    expect(await answerAs('cory', handoverId, [caseId])).toMatchObject({ ok: false })
    expect(await worker(caseId)).toBe(organisation.casey.id)
  })
})

describe('restricted files', () => {
  it('go to members only, and are not there for a coordinator who is none', async () => {
    const own = await givenFile('restricted', 'coral')
    const others = await givenFile('restricted', 'cory')
    const open = await givenFile()
    const handoverId = await prepare()
    const items = await organisation.ask('SELECT case_id FROM handover_item WHERE handover_id = $1', [
      handoverId,
    ])
    expect(items.map(({ case_id }) => case_id).toSorted()).toEqual([own.caseId, open.caseId].toSorted())
    expect(await choose(handoverId, [own.caseId], 'cory')).toMatchObject({ code: 'notAReceiver' })
    expect(await choose(handoverId, [others.caseId], 'cory')).toMatchObject({ code: 'notAReceiver' })
    expect(await choose(handoverId, [own.caseId], 'coral')).toMatchObject({ ok: true })
    expect(await send(handoverId)).toEqual({ ok: true, value: { files: 2, skipped: 0 } })
    expect(await worker(own.caseId)).toBe(organisation.coral.id)
    expect(await worker(others.caseId)).toBe(organisation.casey.id)
    expect(await sees('cory', own.caseId)).toBe(false)
  })
})
