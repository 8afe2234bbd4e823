import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDoor, deactivate } from '@/lib/accounts/administration.actions'
import { vouch } from '@/lib/accounts/voucher.actions'
import { writeNote } from '@/lib/cases/note.actions'
import { listReaders } from '@/lib/cases/reader.data'
import { letGuestIn } from '@/lib/circles/guest.actions'
import { askUnseal, endMembership, nameMember, sayWord } from '@/lib/circles/member.actions'
import { listHeld, listMembers } from '@/lib/circles/member.data'
import { listWords } from '@/lib/circles/word.data'
import { disconnect } from '@/lib/db/client'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listTimeline } from '@/lib/timeline/timeline.data'
import { givenCircle } from '../support/given/circle'
import { givenStaffOf } from '../support/given/colleague'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const today = dayOf(new Date())
const naming = (caseId: string, staffId: string, over: Record<string, unknown> = {}) => ({
  caseId,
  staffId,
  kind: 'circle',
  marks: [],
  until: '',
  reason: 'Verzonnen reason.',
  ...over,
})
const idOf = (heard: unknown): string => {
  const found = /"(?:id|wordId|noteId)":"([0-9a-f-]{36})"/.exec(JSON.stringify(heard))?.[1]
  if (found === undefined) throw new Error(JSON.stringify(heard))
  return found
}
const seen = (who: GivenStaff, caseId: string) =>
  who.work((work) => work.tx.caseFile.count({ where: { id: caseId } }))
const newWorker = () => givenStaffOf(organisation, 'caseworker', organisation.north)

describe('letting a member into a circle', () => {
  it.each(['restricted', 'sealed'] as const)('of a %s file takes a second member’s word', async (secrecy) => {
    const { id } = await givenCircle(organisation, secrecy)
    const newcomer = await newWorker()
    const heard = await act(organisation.casey.token, nameMember, naming(id, newcomer.id))
    expect(heard).toMatchObject({ ok: true, value: { state: 'asked' } })
    expect(await seen(newcomer, id)).toBe(0)
    const wordId = idOf(heard)
    const say = (who: GivenStaff, agrees = true) => act(who.token, sayWord, { wordId, agrees })
    // Not the one who asked, nor whom it is about, nor anyone outside; who leads the office is outside.
    expect(await say(organisation.casey)).toMatchObject({ code: 'notOneself' })
    for (const who of [newcomer, organisation.coral, organisation.sola, organisation.stranger])
      expect(await say(who)).toMatchObject({ code: 'notFound' })
    expect(await organisation.coral.work((work) => listWords(work))).toEqual([])
    expect(await organisation.cory.work((work) => listWords(work, id))).toMatchObject([
      { id: wordId, isMine: false, reason: 'Verzonnen reason.' },
    ])
    expect(await say(organisation.cory)).toMatchObject({ ok: true })
    expect(await seen(newcomer, id)).toBe(1)
    expect(await say(organisation.cory)).toMatchObject({ code: 'notFound' })
  })

  it('is refused as a row, no matter who sends it, and as an answer written by hand', async () => {
    const { id } = await givenCircle(organisation, 'restricted')
    const newcomer = await newWorker()
    const row = (kind: string, more = '') =>
      organisation.casey
        .work((work) =>
          work.tx.$executeRawUnsafe(
            `INSERT INTO case_member (id, case_id, staff_id, kind, added_by${more === '' ? '' : ', guest_kind, valid_until'})
             VALUES ('${newId()}', '${id}', '${newcomer.id}', '${kind}', '${organisation.casey.id}'${more})`,
          ),
        )
        .catch(String)
    expect(await row('support')).toContain('42501')
    expect(await row('guest', `, 'lawyer', app.now() + interval '1 day'`)).toContain('42501')
    const wordId = idOf(await act(organisation.casey.token, nameMember, naming(id, newcomer.id)))
    const answer = organisation.casey.work((work) =>
      work.tx.$executeRawUnsafe(`UPDATE circle_word SET state = 'agreed' WHERE id = '${wordId}'`),
    )
    await expect(answer).rejects.toThrow(/42501/)
    await expect(
      organisation.ask(
        `UPDATE circle_word SET state = 'agreed', answered_by = asked_by, answered_at = now() WHERE id = $1`,
        [wordId],
      ),
    ).rejects.toThrow(/circle_word_two/)
  })

  it('no one asks for themselves, and a word is over when the one who asked has left', async () => {
    const { id } = await givenCircle(organisation, 'restricted')
    expect(await act(organisation.casey.token, nameMember, naming(id, organisation.casey.id))).toMatchObject({
      fields: { staffId: 'unknownChoice' },
    })
    const third = await newWorker()
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'circle', $4)`,
      [newId(), id, third.id, organisation.casey.id],
    )
    const newcomer = await newWorker()
    const wordId = idOf(await act(third.token, nameMember, naming(id, newcomer.id)))
    await organisation.ask(
      `UPDATE case_member SET valid_until = now() WHERE case_id = $1 AND staff_id = $2`,
      [id, third.id],
    )
    expect(await act(organisation.cory.token, sayWord, { wordId, agrees: true })).toMatchObject({
      code: 'wordOver',
    })
    expect(await seen(newcomer, id)).toBe(0)
    expect(await act(organisation.cory.token, sayWord, { wordId, agrees: false })).toMatchObject({ ok: true })
  })

  it('a guest of a circle is asked for too', async () => {
    const { id, code } = await givenCircle(organisation, 'sealed')
    const guest = await givenStaffOf(organisation, 'guest', null)
    const heard = await act(organisation.casey.token, letGuestIn, {
      caseId: id,
      staffId: guest.id,
      guestKind: 'lawyer',
      parts: ['tasks'],
      until: addDays(today, 3),
      reason: 'Verzonnen.',
    })
    expect(heard).toMatchObject({ ok: true, value: { state: 'asked' } })
    const files = () => guest.work((work) => work.tx.$queryRaw`SELECT code FROM app.guest_files()`)
    expect(await files()).toEqual([])
    expect(await act(organisation.cory.token, sayWord, { wordId: idOf(heard), agrees: true })).toMatchObject({
      ok: true,
    })
    expect(await files()).toEqual([{ code }])
  })

  it('is one hand in an open file, and in a circle of oneself', async () => {
    const open = await givenCircle(organisation, 'open')
    const [first, second] = [await newWorker(), await newWorker()]
    expect(await act(organisation.casey.token, nameMember, naming(open.id, first.id))).toMatchObject({
      value: { state: 'named' },
    })
    expect(await act(organisation.casey.token, nameMember, naming(open.id, first.id))).toMatchObject({
      fields: { staffId: 'memberAlready' },
    })
    const alone = await givenCircle(organisation, 'restricted', ['casey'])
    expect(await act(organisation.casey.token, nameMember, naming(alone.id, second.id))).toMatchObject({
      value: { state: 'named' },
    })
  })
})

describe('a sealed file', () => {
  it('becomes a restricted one by two, and by no one alone', async () => {
    const { id } = await givenCircle(organisation, 'sealed')
    const alone = organisation.casey.work((work) =>
      work.tx.caseFile.updateMany({ where: { id }, data: { secrecy: 'restricted' } }),
    )
    await expect(alone).rejects.toThrow(/42501/)
    const wordId = idOf(await act(organisation.casey.token, askUnseal, { caseId: id, reason: 'Verzonnen.' }))
    expect(await act(organisation.casey.token, sayWord, { wordId, agrees: true })).toMatchObject({
      code: 'notOneself',
    })
    expect(await act(organisation.cory.token, sayWord, { wordId, agrees: true })).toMatchObject({ ok: true })
    expect(await organisation.ask('SELECT secrecy FROM case_file WHERE id = $1', [id])).toEqual([
      { secrecy: 'restricted' },
    ])
    expect(
      await organisation.ask('SELECT DISTINCT secrecy FROM case_member WHERE case_id = $1', [id]),
    ).toEqual([{ secrecy: 'restricted' }])
    expect(
      await act(organisation.casey.token, askUnseal, { caseId: id, reason: 'Verzonnen.' }),
    ).toMatchObject({
      code: 'notSealed',
    })
  })

  it('keeps two members who stay: an end that comes by itself counts for no one', async () => {
    const { id } = await givenCircle(organisation, 'sealed')
    const end = organisation.ask(
      `UPDATE case_member SET valid_until = now() + interval '3 days' WHERE case_id = $1 AND staff_id = $2`,
      [id, organisation.cory.id],
    )
    await expect(end).rejects.toThrow(/two members/)
  })
})

describe('leaving', () => {
  it('a circle of two is refused, with what to do first', async () => {
    const { id } = await givenCircle(organisation, 'restricted')
    const mine = (await organisation.cory.work((work) => listMembers(work, id))).find(
      ({ staffId }) => staffId === organisation.cory.id,
    )
    const input = { caseId: id, memberId: mine?.id, version: 1 }
    expect(await act(organisation.cory.token, endMembership, input)).toMatchObject({ code: 'lastTwo' })
    expect((await organisation.cory.work(listHeld)).map((one) => one.id)).toContain(id)
    for (const _ of [1, 2])
      await organisation.ask(
        `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'circle', $4)`,
        [newId(), id, (await newWorker()).id, organisation.casey.id],
      )
    expect((await organisation.cory.work(listHeld)).map((one) => one.id)).not.toContain(id)
    expect(await act(organisation.cory.token, endMembership, input)).toMatchObject({ ok: true })
    expect(await seen(organisation.cory, id)).toBe(0)
  })

  it('an account is refused in one sentence, whether it holds an open file or a place in a circle', async () => {
    const [worker, member] = [await newWorker(), await newWorker()]
    const off = ({ id }: GivenStaff) => act(organisation.ada.token, deactivate, { staffId: id, version: 1 })
    await organisation.ask(
      `INSERT INTO case_file (id, code, kind, team_id, worker_id, opened_on, created_by) VALUES ($1, 'K1-AAAA', 'detention', $2, $3, '2026-07-01', $3)`,
      [newId(), organisation.north, worker.id],
    )
    const circle = await givenCircle(organisation, 'sealed')
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'circle', $4)`,
      [newId(), circle.id, member.id, organisation.casey.id],
    )
    await organisation.ask(
      `UPDATE case_member SET valid_until = now() WHERE case_id = $1 AND staff_id = $2`,
      [circle.id, organisation.cory.id],
    )
    const refusals = [await off(worker), await off(member)]
    expect(refusals[0]).toEqual({ ok: false, code: 'holdsSomething' })
    expect(refusals[1]).toEqual(refusals[0])
    // The database says it too, and to an admin only.
    await expect(
      organisation.ada.work((work) =>
        work.tx.staff.updateMany({ where: { id: member.id }, data: { role: 'guest' } }),
      ),
    ).rejects.toThrow(/23514/)
    const asked = (who: GivenStaff, about: string) =>
      who.work((work) => work.tx.$queryRaw`SELECT app.may_leave(${about}::uuid) AS may`)
    for (const who of [organisation.casey, organisation.coral, organisation.stranger])
      expect(await asked(who, (await newWorker()).id)).toEqual([{ may: false }])
    const free = await newWorker()
    expect(await asked(organisation.ada, free.id)).toEqual([{ may: true }])
    expect(await off(free)).toMatchObject({ ok: true })
  })

  it('what cannot wait: the account is closed at once, nothing is lost, and a coordinator opens it again', async () => {
    const { id } = await givenCircle(organisation, 'restricted')
    const member = await newWorker()
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'circle', $4)`,
      [newId(), id, member.id, organisation.casey.id],
    )
    expect(await act(organisation.casey.token, closeDoor, { staffId: member.id })).toMatchObject({
      code: 'forbidden',
    })
    expect(await act(organisation.ada.token, closeDoor, { staffId: organisation.stranger.id })).toMatchObject(
      {
        code: 'notFound',
      },
    )
    expect(await act(organisation.ada.token, closeDoor, { staffId: member.id })).toMatchObject({ ok: true })
    await expect(seen(member, id)).rejects.toThrow()
    expect(await act(organisation.coral.token, vouch, { staffId: member.id })).toMatchObject({ ok: true })
    expect(
      (await organisation.casey.work((work) => listMembers(work, id))).map(({ staffId }) => staffId),
    ).toContain(member.id)
  })
})

describe('the lawyer’s notes', () => {
  const write = (who: GivenStaff, caseId: string, marks: readonly string[]) =>
    act(who.token, writeNote, {
      caseId,
      kind: 'note',
      happenedOn: today,
      text: 'Verzonnen strategie.',
      marks,
    })
  const texts = async (who: GivenStaff, caseId: string) =>
    (await who.work((work) => work.tx.note.findMany({ where: { caseId }, select: { id: true } }))).length

  it('are read by the worker and by members with the mark, and by no one else', async () => {
    const { id } = await givenCircle(organisation, 'open')
    const [plain, marked] = [await newWorker(), await newWorker()]
    await act(organisation.casey.token, nameMember, naming(id, plain.id, { kind: 'support' }))
    await act(
      organisation.casey.token,
      nameMember,
      naming(id, marked.id, { kind: 'support', marks: ['privileged'] }),
    )
    const noteId = idOf(await write(organisation.casey, id, ['privileged']))
    await write(organisation.casey, id, [])
    expect(await texts(organisation.casey, id)).toBe(2)
    expect(await texts(marked, id)).toBe(2)
    for (const who of [plain, organisation.coral]) expect(await texts(who, id)).toBe(1)
    const shown = await organisation.casey.work((work) =>
      listTimeline(work, id, { kinds: [], before: null, since: null }),
    )
    expect(shown.items.find((one) => one.id === noteId)).toMatchObject({ isPrivileged: true })
    // What it said before is kept from the same eyes.
    await organisation.ask(
      `UPDATE note SET version = version + 1, body_cipher = body_cipher || '\\x00' WHERE id = $1`,
      [noteId],
    )
    const earlier = (who: GivenStaff) => who.work((work) => work.tx.noteRevision.count({ where: { noteId } }))
    expect(await earlier(marked)).toBe(1)
    for (const who of [plain, organisation.coral]) expect(await earlier(who)).toBe(0)
  })

  it('are written by who may read them, and not changed into ordinary ones', async () => {
    const { id } = await givenCircle(organisation, 'open')
    expect(await write(organisation.coral, id, ['privileged'])).toMatchObject({ code: 'notPrivileged' })
    const noteId = idOf(await write(organisation.casey, id, ['privileged']))
    const change = organisation.casey.work((work) =>
      work.tx.$executeRawUnsafe(`UPDATE note SET privileged = false WHERE id = '${noteId}'`),
    )
    await expect(change).rejects.toThrow(/42501/)
  })

  it('are not among the notes of a guest or of who opened the file in an emergency', async () => {
    const { id } = await givenCircle(organisation, 'restricted')
    await write(organisation.casey, id, ['privileged'])
    await write(organisation.casey, id, [])
    const [guest, breaker] = [await givenStaffOf(organisation, 'guest', null), await newWorker()]
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, guest_kind, parts, valid_until, added_by)
       VALUES ($1, $2, $3, 'guest', 'volunteer', '{notes}', now() + interval '1 hour', $4)`,
      [newId(), id, guest.id, organisation.casey.id],
    )
    await organisation.ask(
      `INSERT INTO glass (id, case_id, staff_id, kind, at, expires_at, review_due_on)
       VALUES ($1, $2, $3, 'danger', now(), now() + interval '3 hours', (now() + interval '7 days')::date)`,
      [newId(), id, breaker.id],
    )
    for (const who of [guest, breaker]) expect(await texts(who, id)).toBe(1)
  })
})

describe('since when someone has access', () => {
  const sinceOf = (id: string) =>
    organisation.cory.work(async (work) =>
      (await listReaders(work, id)).map(({ staffId, reason, since }) => ({ staffId, reason, since })),
    )

  it('is the day on which the file was opened, was handed over, or named a colleague, for each reason', async () => {
    const { casey, cory } = organisation
    const { id } = await givenCircle(organisation, 'restricted')
    await organisation.ask(
      `UPDATE case_member SET valid_from = CASE WHEN staff_id = $2 THEN '2026-07-02T08:00:00Z'::timestamptz ELSE '2026-08-15T08:00:00Z' END
        WHERE case_id = $1`,
      [id, casey.id],
    )
    const members = [
      { staffId: casey.id, reason: 'circle', since: new Date('2026-07-02T08:00:00Z') },
      { staffId: cory.id, reason: 'circle', since: new Date('2026-08-15T08:00:00Z') },
    ]
    const opened = { staffId: casey.id, reason: 'worker', since: new Date('2026-06-30T22:00:00Z') }
    const first = await sinceOf(id)
    expect(first).toHaveLength(3)
    expect(first).toEqual(expect.arrayContaining([opened, ...members]))

    // The file went to someone else and came back: the last day counts, and not that of the other.
    for (const [to, at] of [
      [casey.id, '2026-09-01T10:00:00Z'],
      [cory.id, '2026-10-01T10:00:00Z'],
      [casey.id, '2026-09-15T10:00:00Z'],
    ])
      await organisation.ask(
        `INSERT INTO case_assignment (id, case_id, from_staff_id, to_staff_id, reason_cipher, assigned_by, assigned_at)
         VALUES (gen_random_uuid(), $1, $2, $3, '\\x00', $2, $4)`,
        [id, casey.id, to, at],
      )
    expect(await sinceOf(id)).toEqual(
      expect.arrayContaining([{ ...opened, since: new Date('2026-09-15T10:00:00Z') }, ...members]),
    )
  })

  it('is not said of who leads the office, because no row says it', async () => {
    const { id } = await givenCircle(organisation, 'open')
    const led = (await organisation.casey.work((work) => listReaders(work, id))).filter(
      ({ reason }) => reason === 'coordinator',
    )
    expect(led.length).toBeGreaterThan(0)
    expect(led.every(({ since }) => since === null)).toBe(true)
  })
})
