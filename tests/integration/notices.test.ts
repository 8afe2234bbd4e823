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
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { sayingsIn } from '../support/say'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const givenFile = (secrecy: 'open' | 'restricted' = 'open') =>
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
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
const of = async (who: 'casey' | 'cory' | 'coral' | 'sola' | 'stranger' | 'ada', caseId: string) =>
  (await organisation[who].work(listNotices)).lines
    .filter(({ file }) => file?.id === caseId)
    .map(({ kind }) => kind)
const everybody = () =>
  [
    organisation.casey,
    organisation.cory,
    organisation.coral,
    organisation.sola,
    organisation.stranger,
    organisation.ada,
  ].map(({ id }) => id)

describe('a notice', () => {
  it('reaches those who may open the file, but not who did it', async () => {
    const { caseId } = await givenFile()
    await organisation.casey.work((work) => insertNotices(work, 'signal_critical', everybody(), caseId))
    expect(await of('coral', caseId)).toEqual(['signal_critical'])
    for (const who of ['casey', 'cory', 'sola', 'stranger', 'ada'] as const)
      expect(await of(who, caseId)).toEqual([])
    const rows = await organisation.ask('SELECT staff_id FROM notice WHERE case_id = $1', [caseId])
    expect(rows).toEqual([{ staff_id: organisation.coral.id }])
  })

  it('about a restricted file does not even exist for the coordinator who is no member', async () => {
    const { caseId } = await givenFile('restricted')
    await organisation.casey.work((work) => insertNotices(work, 'signal_critical', everybody(), caseId))
    expect(await organisation.ask('SELECT 1 FROM notice WHERE case_id = $1', [caseId])).toEqual([])
  })

  it('is gone when the file goes out of reach, and is not counted', async () => {
    const { caseId } = await givenFile()
    await organisation.casey.work((work) =>
      insertNotices(work, 'question_asked', [organisation.coral.id], caseId),
    )
    const before = await organisation.coral.work(countNotices)
    await organisation.ask(`UPDATE case_file SET team_id = $1 WHERE id = $2`, [organisation.south, caseId])
    expect(await of('coral', caseId)).toEqual([])
    expect(await organisation.coral.work(countNotices)).toBe(before - 1)
  })

  it('cannot be raised about a file that one does not reach', async () => {
    const { caseId } = await givenFile()
    for (const who of ['cory', 'sola', 'stranger'] as const)
      await organisation[who].work((work) => insertNotices(work, 'signal_critical', everybody(), caseId))
    expect(await organisation.ask('SELECT 1 FROM notice WHERE case_id = $1', [caseId])).toEqual([])
  })

  it('is not repeated while it is unread, and is again when it was read', async () => {
    const { caseId } = await givenFile()
    const raise = () =>
      organisation.casey.work((work) => insertNotices(work, 'task_given', [organisation.coral.id], caseId))
    await raise()
    await raise()
    expect(await of('coral', caseId)).toEqual(['task_given'])
    const [line] = (await organisation.coral.work(listNotices)).lines.filter(
      ({ file }) => file?.id === caseId,
    )
    expect(await act(organisation.coral.token, readNotices, { ids: [line?.id] })).toEqual({
      ok: true,
      value: { count: 1 },
    })
    await raise()
    expect(await of('coral', caseId)).toEqual(['task_given', 'task_given'])
  })

  it('of a colleague cannot be read away', async () => {
    const { caseId } = await givenFile()
    await organisation.casey.work((work) =>
      insertNotices(work, 'task_given', [organisation.coral.id], caseId),
    )
    const [row] = await organisation.ask('SELECT id FROM notice WHERE case_id = $1', [caseId])
    expect(await act(organisation.sola.token, readNotices, { ids: [row?.id] })).toEqual({
      ok: true,
      value: { count: 0 },
    })
    expect(await act(organisation.casey.token, readNotices, { ids: null })).toMatchObject({ ok: true })
    expect(await organisation.ask('SELECT read_at FROM notice WHERE case_id = $1', [caseId])).toEqual([
      { read_at: null },
    ])
  })

  it('finds the coordinators of the file’s office', async () => {
    const { caseId } = await givenFile()
    expect(await organisation.casey.work((work) => listLeaders(work, caseId))).toEqual([
      organisation.coral.id,
    ])
    expect(await organisation.sola.work((work) => listLeaders(work, caseId))).toEqual([])
  })
})

describe('commands that concern someone', () => {
  it('a file handed over tells its new worker', async () => {
    const { caseId } = await givenFile()
    const [file] = await organisation.ask('SELECT version FROM case_file WHERE id = $1', [caseId])
    const handed = {
      caseId,
      version: Number(file?.version),
      toStaffId: organisation.cory.id,
      reason: 'She speaks his language.',
    }
    expect(await act(organisation.coral.token, assignFile, handed)).toMatchObject({ ok: true })
    expect(await of('cory', caseId)).toEqual(['file_assigned'])
  })

  it('a question and its answer find each other', async () => {
    const { caseId } = await givenFile()
    const to = { caseId, text: 'What helped?', toStaffId: organisation.casey.id, answersId: null }
    const asked = await organisation.coral.work((work) => insertComment(work, { ...to, kind: 'question' }))
    expect(await of('casey', caseId)).toEqual(['question_asked'])
    const answer = { caseId, text: 'The lawyer came.', toStaffId: null, answersId: asked }
    await organisation.casey.work((work) => insertComment(work, { ...answer, kind: 'answer' }))
    expect(await of('coral', caseId)).toEqual(['question_answered'])
  })

  it('a task tells whom it is given to, and no one of a task of one’s own', async () => {
    const { caseId } = await givenFile()
    const task = { caseId, text: 'Phone the lawyer', dueOn: null }
    await organisation.coral.work((work) => insertTask(work, { ...task, assignedTo: organisation.casey.id }))
    await organisation.casey.work((work) => insertTask(work, { ...task, assignedTo: organisation.casey.id }))
    expect(await of('casey', caseId)).toEqual(['task_given'])
  })
})

describe('the switches', () => {
  const settings = async () => organisation.cory.work(getNoticeSettings)
  it('are kept, hide a kind, and meet a second window with a conflict', async () => {
    const before = await settings()
    const kinds = before.kinds.map((one) =>
      one.kind === 'plan_published' ? { ...one, way: 'off' as const } : one,
    )
    expect(
      await act(organisation.cory.token, saveNoticeSettings, { ...before, kinds, quietFrom: 22 }),
    ).toMatchObject({ ok: true })
    expect(await settings()).toMatchObject({ quietFrom: 22, version: before.version + 1 })
    await organisation.casey.work((work) => insertNotices(work, 'plan_published', [organisation.cory.id]))
    const { lines } = await organisation.cory.work(listNotices)
    expect(lines.filter(({ kind }) => kind === 'plan_published')).toEqual([])
    expect(await act(organisation.cory.token, saveNoticeSettings, before)).toMatchObject({
      ok: false,
      code: 'changedMeanwhile',
      theirs: { quietFrom: '22' },
    })
  })

  it('refuse an hour that is none and a kind that is none', async () => {
    const now = await settings()
    expect(await act(organisation.cory.token, saveNoticeSettings, { ...now, quietFrom: 24 })).toMatchObject({
      code: 'invalid',
    })
    expect(
      await act(organisation.cory.token, saveNoticeSettings, {
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
    await organisation.ask(
      `INSERT INTO credential (staff_id, email, password_hash, password_set_at) VALUES ($1, 'coral@example.org', 'x', now())`,
      [organisation.coral.id],
    )
    await organisation.ask(`UPDATE staff SET locale = 'fr' WHERE id = $1`, [organisation.coral.id])
  })
  // What other tests told them must not ride along.
  beforeEach(() => organisation.ask('UPDATE notice SET read_at = now() WHERE read_at IS NULL'))
  afterAll(() => new Promise<void>((resolve) => catcher.close(() => resolve())))
  const send = () => runMailJob({ url, from: 'accompany@example.org' }, 'https://accompany.example.org')

  it('say that something waits and nothing about anyone, once', async () => {
    const { caseId, code } = await givenFile()
    const mailed = () =>
      organisation.ask(
        `SELECT actor_kind, detail -> 'kinds' AS kinds FROM audit_event WHERE event = 'notice.mailed' ORDER BY at, id`,
      )
    const before = await mailed()
    await organisation.casey.work((work) =>
      insertNotices(work, 'signal_critical', [organisation.coral.id], caseId),
    )
    expect(await send()).toBe(1)
    const mail = caught.at(-1) ?? ''
    expect(mail).toContain('To: coral@example.org')
    expect(mail).toContain(sayingsIn('fr')('notices.mail.kind.signal_critical', { count: 1 }))
    expect(mail).toContain('https://accompany.example.org/notices')
    for (const secret of [code, caseId, 'Kalimo', 'Invented', 'Fictar']) expect(mail).not.toContain(secret)
    expect(await send()).toBe(0)
    expect(await mailed()).toEqual([...before, { actor_kind: 'auth', kinds: ['signal_critical'] }])
  })

  it('do not go out about a file that went out of reach, nor to a colleague who left', async () => {
    const { caseId } = await givenFile()
    await organisation.casey.work((work) =>
      insertNotices(work, 'signal_critical', [organisation.coral.id], caseId),
    )
    await organisation.ask('UPDATE staff SET active = false WHERE id = $1', [organisation.coral.id])
    expect(await send()).toBe(0)
    await organisation.ask('UPDATE staff SET active = true WHERE id = $1', [organisation.coral.id])
    await organisation.ask(`UPDATE case_file SET team_id = $1 WHERE id = $2`, [organisation.south, caseId])
    expect(await send()).toBe(0)
  })

  it('stay unsent, to go later, when the server refuses', async () => {
    const { caseId } = await givenFile()
    await organisation.casey.work((work) =>
      insertNotices(work, 'signal_critical', [organisation.coral.id], caseId),
    )
    await expect(
      runMailJob({ url: 'smtp://127.0.0.1:1', from: 'a@example.org' }, 'http://localhost'),
    ).rejects.toThrow()
    expect(await send()).toBe(1)
  })
})
