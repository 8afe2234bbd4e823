import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import NotePage from '@/app/(signed-in)/cases/[code]/notes/[noteId]/page'
import { editNote, withdrawNote, writeNote } from '@/lib/cases/note.actions'
import { getNote, listNoteRevisions } from '@/lib/cases/note-edit.data'
import { pinEntry } from '@/lib/cases/pin.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listTimeline } from '@/lib/timeline/timeline.data'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const givenNote = async (text = 'The brother phoned on Monday.') => {
  const { id: caseId, code } = await givenBareFile(organisation)
  const written = await act(organisation.casey.token, writeNote, {
    caseId,
    kind: 'note',
    happenedOn: today,
    text,
  })
  const noteId = written.ok ? written.value.noteId : ''
  const edit = (change: Record<string, unknown> = {}) => ({
    caseId,
    noteId,
    version: 1,
    kind: 'call',
    happenedOn: addDays(today, -1),
    text: 'The sister phoned on Tuesday.',
    ...change,
  })
  return { caseId, code, noteId, edit }
}
const auditLog = (caseId: string) =>
  organisation.ask("SELECT actor_id, detail FROM audit_event WHERE event = 'note.edited' AND case_id = $1", [
    caseId,
  ])

describe('correcting a note', () => {
  it('puts the new words in place, encrypted, keeps the old ones and leaves a trace without a word of either', async () => {
    const { caseId, noteId, edit } = await givenNote()
    expect(await act(organisation.casey.token, editNote, edit())).toEqual({
      ok: true,
      value: { noteId, version: 2 },
    })
    expect(
      await act(organisation.casey.token, editNote, edit({ version: 2, text: 'The aunt phoned.' })),
    ).toMatchObject({ ok: true, value: { version: 3 } })
    // Anyone who reads the file reads what stood there before.
    const { note, earlier } = await organisation.coral.work(async (work) => ({
      note: await getNote(work, caseId, noteId),
      earlier: await listNoteRevisions(work, caseId, noteId),
    }))
    expect(note).toMatchObject({ text: 'The aunt phoned.', kind: 'call', version: 3 })
    expect(earlier).toMatchObject([
      { version: 2, text: 'The sister phoned on Tuesday.', kind: 'call' },
      { version: 1, text: 'The brother phoned on Monday.', kind: 'note', happenedOn: today },
    ])
    const raw = await organisation.ask(
      `SELECT encode(body_cipher, 'escape') AS body FROM note_revision WHERE note_id = $1
       UNION ALL SELECT encode(body_cipher, 'escape') FROM note WHERE id = $1`,
      [noteId],
    )
    expect(JSON.stringify(raw)).not.toMatch(/phoned/)
    const lines = await auditLog(caseId)
    expect(lines.map(({ actor_id }) => actor_id)).toEqual([organisation.casey.id, organisation.casey.id])
    expect(JSON.stringify(lines)).not.toMatch(/phoned/)
  })

  it('says on the timeline that and when it was corrected', async () => {
    const { caseId, edit } = await givenNote()
    const corrected = async () => {
      const [item] = (await organisation.coral.work((work) => listTimeline(work, caseId))).items
      return item?.type === 'note' ? item.corrected : undefined
    }
    expect(await corrected()).toBeNull()
    await act(organisation.casey.token, editNote, edit())
    expect(await corrected()).toEqual({ at: expect.any(Date), by: 'casey Invented' })
  })

  it('happens once however often it is sent', async () => {
    const { caseId, noteId, edit } = await givenNote()
    const requestId = randomUUID()
    const first = await act(organisation.casey.token, editNote, edit(), requestId)
    expect(await act(organisation.casey.token, editNote, edit(), requestId)).toEqual(first)
    expect(await organisation.casey.work((work) => listNoteRevisions(work, caseId, noteId))).toHaveLength(1)
    expect(await auditLog(caseId)).toHaveLength(1)
  })

  it('from an older text shows both and changes nothing', async () => {
    const { caseId, noteId, edit } = await givenNote()
    await act(organisation.casey.token, editNote, edit())
    expect(await act(organisation.casey.token, editNote, edit({ text: 'From the other device.' }))).toEqual({
      ok: false,
      code: 'changedMeanwhile',
      theirs: {
        version: 2,
        kind: 'call',
        happenedOn: addDays(today, -1),
        text: 'The sister phoned on Tuesday.',
      },
    })
    const note = await organisation.casey.work((work) => getNote(work, caseId, noteId))
    expect(note.text).toBe('The sister phoned on Tuesday.')
  })

  it('is for its author: a colleague who reaches the file is told so, and the note stays', async () => {
    const { caseId, noteId, edit } = await givenNote()
    await givenMember(organisation, caseId, organisation.cory.id)
    for (const who of ['coral', 'cory'] as const)
      expect(await act(organisation[who].token, editNote, edit())).toEqual({ ok: false, code: 'notYourNote' })
    expect(await organisation.casey.work((work) => listNoteRevisions(work, caseId, noteId))).toEqual([])
  })

  it('is shut to an admin and a guest, and finds nothing out of reach or in another file', async () => {
    const { edit } = await givenNote()
    for (const who of ['ada', 'gus'] as const)
      expect(await act(organisation[who].token, editNote, edit())).toEqual({ ok: false, code: 'forbidden' })
    for (const who of ['cory', 'sol', 'sola', 'stranger'] as const)
      expect(await act(organisation[who].token, editNote, edit())).toEqual({ ok: false, code: 'notFound' })
    const other = await givenBareFile(organisation)
    for (const change of [{ caseId: other.id }, { noteId: newId() }])
      expect(await act(organisation.casey.token, editNote, edit(change))).toEqual({
        ok: false,
        code: 'notFound',
      })
  })

  it('asks for words and for a day that has been', async () => {
    const { edit } = await givenNote()
    expect(
      await act(organisation.casey.token, editNote, edit({ text: ' ', happenedOn: '24/11' })),
    ).toMatchObject({
      code: 'invalid',
      fields: { text: 'required', happenedOn: 'notADay' },
    })
    expect(
      await act(organisation.casey.token, editNote, edit({ happenedOn: addDays(today, 1) })),
    ).toMatchObject({
      fields: { happenedOn: 'inTheFuture' },
    })
  })
})

describe('undoing a new note', () => {
  const withdraw = (who: 'casey' | 'coral' | 'cory' | 'ada', caseId: string, noteId: string) =>
    act(organisation[who].token, withdrawNote, { caseId, noteId })
  const stored = async (noteId: string) =>
    (
      await organisation.ask(
        'SELECT withdrawn_at IS NOT NULL AS gone, octet_length(body_cipher) > 0 AS has_text FROM note WHERE id = $1',
        [noteId],
      )
    )[0]
  const lastContact = async (caseId: string) =>
    (
      await organisation.ask('SELECT last_contact_on::text AS on_day FROM case_file WHERE id = $1', [caseId])
    )[0]?.on_day

  it('takes it out of every list and count and leaves it in the audit log; it may be written again', async () => {
    const { caseId, code, noteId, edit } = await givenNote()
    expect(await lastContact(caseId)).toBe(today)
    expect(await withdraw('casey', caseId, noteId)).toEqual({ ok: true, value: { noteId } })
    expect(await stored(noteId)).toEqual({ gone: true, has_text: true })
    for (const who of ['casey', 'coral'] as const) {
      expect(await organisation[who].work((work) => work.tx.note.count({ where: { caseId } }))).toBe(0)
      expect((await organisation[who].work((work) => listTimeline(work, caseId))).items).toEqual([])
      expect((await openPage(organisation[who].token, NotePage, { params: { code, noteId } })).outcome).toBe(
        'notFound',
      )
    }
    expect(await lastContact(caseId)).toBeNull()
    expect(
      await organisation.ask(
        "SELECT event, actor_id FROM audit_event WHERE case_id = $1 AND event LIKE 'note.%' ORDER BY at, event DESC",
        [caseId],
      ),
    ).toEqual([
      { event: 'note.written', actor_id: organisation.casey.id },
      { event: 'note.withdrawn', actor_id: organisation.casey.id },
    ])
    // It is not there any more: not to be corrected, pinned or taken back once more.
    expect(await act(organisation.casey.token, editNote, edit())).toMatchObject({ code: 'notFound' })
    const pin = { caseId, type: 'note', entryId: noteId, version: 1, isPinned: true }
    expect(await act(organisation.casey.token, pinEntry, pin)).toMatchObject({ code: 'notFound' })
    expect(await withdraw('casey', caseId, noteId)).toMatchObject({ code: 'notFound' })
    const again = { caseId, kind: 'note', happenedOn: today, text: 'The brother phoned on Monday.' }
    expect(await act(organisation.casey.token, writeNote, again)).toMatchObject({ ok: true })
    expect((await organisation.coral.work((work) => listTimeline(work, caseId))).items).toHaveLength(1)
  })

  it('happens once however often it is sent', async () => {
    const { caseId, noteId } = await givenNote()
    const requestId = randomUUID()
    const first = await act(organisation.casey.token, withdrawNote, { caseId, noteId }, requestId)
    expect(first).toMatchObject({ ok: true })
    expect(await act(organisation.casey.token, withdrawNote, { caseId, noteId }, requestId)).toEqual(first)
  })

  it('is too late once a colleague has opened the file, after ten minutes, or when it was corrected or pinned', async () => {
    const refused = { ok: false, code: 'noteSeen' }
    const seen = await givenNote()
    await organisation.coral.work((work) => work.audit({ event: 'case.opened', caseId: seen.caseId }))
    expect(await withdraw('casey', seen.caseId, seen.noteId)).toEqual(refused)

    const old = await givenNote()
    await organisation.ask(
      "UPDATE note SET created_at = now() - interval '10 minutes 1 second' WHERE id = $1",
      [old.noteId],
    )
    expect(await withdraw('casey', old.caseId, old.noteId)).toEqual(refused)

    const corrected = await givenNote()
    await act(organisation.casey.token, editNote, corrected.edit())
    expect(await withdraw('casey', corrected.caseId, corrected.noteId)).toEqual(refused)

    const pinned = await givenNote()
    const pin = { caseId: pinned.caseId, type: 'note', entryId: pinned.noteId, version: 1, isPinned: true }
    expect(await act(organisation.casey.token, pinEntry, pin)).toMatchObject({ ok: true })
    expect(await withdraw('casey', pinned.caseId, pinned.noteId)).toEqual(refused)
    for (const { noteId } of [seen, old, corrected, pinned])
      expect(await stored(noteId)).toEqual({ gone: false, has_text: true })
  })

  it('is for its author, who has opened the file before and since', async () => {
    const { caseId, noteId } = await givenNote()
    expect(await withdraw('coral', caseId, noteId)).toEqual({ ok: false, code: 'notYourNote' })
    expect(await withdraw('cory', caseId, noteId)).toMatchObject({ code: 'notFound' })
    expect(await withdraw('ada', caseId, noteId)).toMatchObject({ code: 'forbidden' })
    // A colleague who asks past the handlers is refused by the database.
    const [past] = await organisation.coral.work(
      (work) =>
        work.tx.$queryRaw<
          { yes: boolean }[]
        >`SELECT app.withdraw_note(${noteId}::uuid, ${caseId}::uuid) AS yes`,
    )
    expect(past?.yes).toBe(false)
    await expect(
      organisation.casey.work(
        (work) => work.tx.$executeRaw`UPDATE note SET withdrawn_at = now() WHERE id = ${noteId}::uuid`,
      ),
    ).rejects.toThrow(/permission denied/)
    await organisation.casey.work((work) => work.audit({ event: 'case.opened', caseId }))
    expect(await withdraw('casey', caseId, noteId)).toMatchObject({ ok: true })
  })
})

describe('the page of a note', () => {
  it('is there for anyone who reads the file, and for no one else, not for a guest either', async () => {
    const { caseId, code, noteId } = await givenNote()
    await givenMember(organisation, caseId, organisation.gus.id, 'guest')
    const open = async (who: 'casey' | 'coral' | 'gus' | 'cory' | 'sola' | 'stranger' | 'ada', id = noteId) =>
      (await openPage(organisation[who].token, NotePage, { params: { code, noteId: id } })).outcome
    for (const who of ['casey', 'coral'] as const) expect(await open(who)).toBe('shown')
    for (const who of ['cory', 'sola', 'stranger', 'ada', 'gus'] as const)
      expect(await open(who)).toBe('notFound')
    for (const id of [newId(), 'no-id']) expect(await open('casey', id)).toBe('notFound')
    const other = await givenBareFile(organisation)
    expect(
      (await openPage(organisation.casey.token, NotePage, { params: { code: other.code, noteId } })).outcome,
    ).toBe('notFound')
  })
})
