import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assignFile } from '@/lib/cases/case.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { insertComment } from '@/lib/comments/comment.data'
import { readNotices, saveNoticeSettings } from '@/lib/notices/notice.actions'
import {
  countNotices,
  getNoticeSettings,
  insertNotices,
  listLeaders,
  listNotices,
} from '@/lib/notices/notice.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { dayOf } from '@/lib/shared/dates'
import { insertTask } from '@/lib/tasks/task.data'
import { runMailJob } from '../../scripts/mail-job'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(() => house.close())

const givenFile = (secrecy: 'open' | 'restricted' = 'open') =>
  house.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, today),
      file: {
        kind: 'detention',
        teamId: house.north,
        workerId: house.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy,
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
const of = async (who: 'casey' | 'cory' | 'coral' | 'sola' | 'stranger' | 'ada', caseId: string) =>
  (await house[who].work(listNotices)).lines.filter(({ file }) => file?.id === caseId).map(({ kind }) => kind)
const everybody = () =>
  [house.casey, house.cory, house.coral, house.sola, house.stranger, house.ada].map(({ id }) => id)

describe('a notice', () => {
  it('reaches those who may open the file, but not who did it', async () => {
    const { caseId } = await givenFile()
    await house.casey.work((work) => insertNotices(work, 'signal_critical', everybody(), caseId))
    expect(await of('coral', caseId)).toEqual(['signal_critical'])
    for (const who of ['casey', 'cory', 'sola', 'stranger', 'ada'] as const)
      expect(await of(who, caseId)).toEqual([])
    const rows = await house.ask('SELECT staff_id FROM notice WHERE case_id = $1', [caseId])
    expect(rows).toEqual([{ staff_id: house.coral.id }])
  })

  it('about a restricted file does not even exist for the coordinator who is no member', async () => {
    const { caseId } = await givenFile('restricted')
    await house.casey.work((work) => insertNotices(work, 'signal_critical', everybody(), caseId))
    expect(await house.ask('SELECT 1 FROM notice WHERE case_id = $1', [caseId])).toEqual([])
  })

  it('is gone when the file goes out of reach, and is not counted', async () => {
    const { caseId } = await givenFile()
    await house.casey.work((work) => insertNotices(work, 'question_asked', [house.coral.id], caseId))
    const before = await house.coral.work(countNotices)
    await house.ask(`UPDATE case_file SET team_id = $1 WHERE id = $2`, [house.south, caseId])
    expect(await of('coral', caseId)).toEqual([])
    expect(await house.coral.work(countNotices)).toBe(before - 1)
  })

  it('cannot be raised about a file that one does not reach', async () => {
    const { caseId } = await givenFile()
    for (const who of ['cory', 'sola', 'stranger'] as const)
      await house[who].work((work) => insertNotices(work, 'signal_critical', everybody(), caseId))
    expect(await house.ask('SELECT 1 FROM notice WHERE case_id = $1', [caseId])).toEqual([])
  })

  it('is not repeated while it is unread, and is again when it was read', async () => {
    const { caseId } = await givenFile()
    const raise = () =>
      house.casey.work((work) => insertNotices(work, 'task_given', [house.coral.id], caseId))
    await raise()
    await raise()
    expect(await of('coral', caseId)).toEqual(['task_given'])
    const [line] = (await house.coral.work(listNotices)).lines.filter(({ file }) => file?.id === caseId)
    expect(await act(house.coral.token, readNotices, { ids: [line?.id] })).toEqual({
      ok: true,
      value: { count: 1 },
    })
    await raise()
    expect(await of('coral', caseId)).toEqual(['task_given', 'task_given'])
  })

  it('of a colleague cannot be read away', async () => {
    const { caseId } = await givenFile()
    await house.casey.work((work) => insertNotices(work, 'task_given', [house.coral.id], caseId))
    const [row] = await house.ask('SELECT id FROM notice WHERE case_id = $1', [caseId])
    expect(await act(house.sola.token, readNotices, { ids: [row?.id] })).toEqual({
      ok: true,
      value: { count: 0 },
    })
    expect(await act(house.casey.token, readNotices, { ids: null })).toMatchObject({ ok: true })
    expect(await house.ask('SELECT read_at FROM notice WHERE case_id = $1', [caseId])).toEqual([
      { read_at: null },
    ])
  })

  it('finds the coordinators of the file’s office', async () => {
    const { caseId } = await givenFile()
    expect(await house.casey.work((work) => listLeaders(work, caseId))).toEqual([house.coral.id])
    expect(await house.sola.work((work) => listLeaders(work, caseId))).toEqual([])
  })
})

describe('commands that concern somebody', () => {
  it('a file handed over tells its new worker', async () => {
    const { caseId } = await givenFile()
    const [file] = await house.ask('SELECT version FROM case_file WHERE id = $1', [caseId])
    const handed = {
      caseId,
      version: Number(file?.version),
      toStaffId: house.cory.id,
      reason: 'She speaks his language.',
    }
    expect(await act(house.coral.token, assignFile, handed)).toMatchObject({ ok: true })
    expect(await of('cory', caseId)).toEqual(['file_assigned'])
  })

  it('a question and its answer find each other', async () => {
    const { caseId } = await givenFile()
    const to = { caseId, text: 'What helped?', toStaffId: house.casey.id, answersId: null }
    const asked = await house.coral.work((work) => insertComment(work, { ...to, kind: 'question' }))
    expect(await of('casey', caseId)).toEqual(['question_asked'])
    const answer = { caseId, text: 'The lawyer came.', toStaffId: null, answersId: asked }
    await house.casey.work((work) => insertComment(work, { ...answer, kind: 'answer' }))
    expect(await of('coral', caseId)).toEqual(['question_answered'])
  })

  it('a task tells whom it is given to, and nobody of a task of one’s own', async () => {
    const { caseId } = await givenFile()
    const task = { caseId, text: 'Phone the lawyer', dueOn: null }
    await house.coral.work((work) => insertTask(work, { ...task, assignedTo: house.casey.id }))
    await house.casey.work((work) => insertTask(work, { ...task, assignedTo: house.casey.id }))
    expect(await of('casey', caseId)).toEqual(['task_given'])
  })
})

describe('the switches', () => {
  const settings = async () => house.cory.work(getNoticeSettings)
  it('are kept, hide a kind, and meet a second window with a conflict', async () => {
    const before = await settings()
    const kinds = before.kinds.map((one) =>
      one.kind === 'plan_published' ? { ...one, way: 'off' as const } : one,
    )
    expect(
      await act(house.cory.token, saveNoticeSettings, { ...before, kinds, quietFrom: 22 }),
    ).toMatchObject({ ok: true })
    expect(await settings()).toMatchObject({ quietFrom: 22, version: before.version + 1 })
    await house.casey.work((work) => insertNotices(work, 'plan_published', [house.cory.id]))
    const { lines } = await house.cory.work(listNotices)
    expect(lines.filter(({ kind }) => kind === 'plan_published')).toEqual([])
    expect(await act(house.cory.token, saveNoticeSettings, before)).toMatchObject({
      ok: false,
      code: 'changedMeanwhile',
      theirs: { quietFrom: '22' },
    })
  })

  it('refuse an hour that is none and a kind that is none', async () => {
    const now = await settings()
    expect(await act(house.cory.token, saveNoticeSettings, { ...now, quietFrom: 24 })).toMatchObject({
      code: 'invalid',
    })
    expect(
      await act(house.cory.token, saveNoticeSettings, {
        ...now,
        kinds: [{ kind: 'everything', way: 'now' }],
      }),
    ).toMatchObject({ code: 'invalid' })
  })
})

describe('the mails', () => {
  const caught: string[] = []
  const catcher = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = ''
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      stream.on('end', () => {
        caught.push(text)
        done()
      })
    },
  })
  let url = ''
  beforeAll(async () => {
    const port = await new Promise<number>((resolve) => {
      const server = catcher.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    url = `smtp://127.0.0.1:${port}`
    await house.ask(
      `INSERT INTO credential (staff_id, email, password_hash, password_set_at) VALUES ($1, 'coral@example.org', 'x', now())`,
      [house.coral.id],
    )
    await house.ask(`UPDATE staff SET locale = 'fr' WHERE id = $1`, [house.coral.id])
  })
  // What other tests told her must not ride along.
  beforeEach(() => house.ask('UPDATE notice SET read_at = now() WHERE read_at IS NULL'))
  afterAll(() => new Promise<void>((resolve) => catcher.close(() => resolve())))
  const send = () => runMailJob({ url, from: 'accompany@example.org' }, 'https://accompany.example.org')

  it('say that something waits and nothing about anybody, once', async () => {
    const { caseId, code } = await givenFile()
    const mailed = () =>
      house.ask(
        `SELECT actor_kind, detail -> 'kinds' AS kinds FROM audit_event WHERE event = 'notice.mailed' ORDER BY at, id`,
      )
    const before = await mailed()
    await house.casey.work((work) => insertNotices(work, 'signal_critical', [house.coral.id], caseId))
    expect(await send()).toBe(1)
    const mail = caught.at(-1) ?? ''
    expect(mail).toContain('To: coral@example.org')
    expect(mail).toContain('un signal critique')
    expect(mail).toContain('https://accompany.example.org/notices')
    for (const secret of [code, caseId, 'Kalimo', 'Invented', 'Fictar']) expect(mail).not.toContain(secret)
    expect(await send()).toBe(0)
    expect(await mailed()).toEqual([...before, { actor_kind: 'auth', kinds: ['signal_critical'] }])
  })

  it('do not go out about a file that went out of reach, nor to somebody who left', async () => {
    const { caseId } = await givenFile()
    await house.casey.work((work) => insertNotices(work, 'signal_critical', [house.coral.id], caseId))
    await house.ask('UPDATE staff SET active = false WHERE id = $1', [house.coral.id])
    expect(await send()).toBe(0)
    await house.ask('UPDATE staff SET active = true WHERE id = $1', [house.coral.id])
    await house.ask(`UPDATE case_file SET team_id = $1 WHERE id = $2`, [house.south, caseId])
    expect(await send()).toBe(0)
  })

  it('stay unsent, to go later, when the server refuses', async () => {
    const { caseId } = await givenFile()
    await house.casey.work((work) => insertNotices(work, 'signal_critical', [house.coral.id], caseId))
    await expect(
      runMailJob({ url: 'smtp://127.0.0.1:1', from: 'a@example.org' }, 'http://localhost'),
    ).rejects.toThrow()
    expect(await send()).toBe(1)
  })
})
