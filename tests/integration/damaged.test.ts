import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import FileRoute from '@/app/(signed-in)/cases/[code]/page'
import CaseloadRoute from '@/app/(signed-in)/cases/page'
import NoticesRoute from '@/app/(signed-in)/notices/page'
import TodayRoute from '@/app/(signed-in)/page'
import { GET } from '@/app/api/attachments/route'
import { insertAttachment, listAttachments } from '@/lib/attachments/attachment.data'
import { LIMITS } from '@/lib/attachments/attachment.rules'
import { editNote, writeNote } from '@/lib/cases/note.actions'
import { noteAt } from '@/lib/cases/note.data'
import { getNote } from '@/lib/cases/note-edit.data'
import { disconnect } from '@/lib/db/client'
import { NotFound } from '@/lib/db/errors'
import { catalogue } from '@/lib/i18n/catalogue'
import { LOCALES } from '@/lib/i18n/locales'
import { listMarks } from '@/lib/people/person.data'
import { answerErasure, askErasure } from '@/lib/rights/erasure.actions'
import * as log from '@/lib/runtime/log'
import { byHand, flip, swap, truncate } from '../support/damage'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile, openPage } from '../support/handlers'
import { say } from '../support/say'

// What someone with the database in their hands can do to one value: the page stays, no text of another place is shown,
// and the administrators are told once.

const SENTENCE = `⚠ ${say('common.damaged.text')}`
let organisation: GivenOrganisation
let one: Awaited<ReturnType<typeof givenFullFile>>
let other: Awaited<ReturnType<typeof givenFullFile>>
const lines = vi.spyOn(log, 'noteDamage')

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  one = await givenFullFile(organisation)
  other = await givenFullFile(organisation)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await organisation.close()
  await disconnect()
})

type File = { readonly caseId: string; readonly code: string }
const show = async (
  token: string,
  page: Parameters<typeof openPage>[1],
  file: File = one,
): Promise<string> => {
  const shown = await openPage(token, page, { params: { code: file.code }, search: { file: file.caseId } })
  if (shown.outcome !== 'shown') throw new Error(shown.outcome)
  return JSON.stringify(shown.node)
}
const newNote = async (text: string, { caseId }: File = one): Promise<string> => {
  const answer = await act(organisation.casey.token, writeNote, {
    caseId,
    kind: 'call',
    happenedOn: '2026-08-07',
    text,
  })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.noteId
}
const readNote = (id: string) =>
  organisation.casey.work(async (work) => (await getNote(work, one.caseId, id)).text)
const told = (row: string) =>
  organisation.ask(
    "SELECT damaged_place, staff_id FROM notice WHERE kind = 'content_damaged' AND damaged_place LIKE '%' || $1",
    [row],
  )
const audited = (row: string) =>
  organisation.ask(
    "SELECT detail, case_id FROM audit_event WHERE event = 'content.damaged' AND detail ->> 'row' = $1",
    [row],
  )

describe('a damaged text', () => {
  it('is a sentence on the page, which stays', async () => {
    const id = await newNote('Zzbeside this one')
    await newNote('Zzuntouched beside it')
    await flip(organisation.ask, 'note', 'body_cipher', 'WHERE id = $1', [id])
    const page = await show(organisation.casey.token, FileRoute)
    expect(page).toContain(SENTENCE)
    expect(page).not.toContain('Zzbeside this one')
    expect(page).toContain('Zzuntouched beside it')
  })

  it.each(['', 'x'])('shorter than a ciphertext (%j) is damaged, not an error', async (bytes) => {
    const id = await newNote('Zzshortened')
    await byHand(organisation.ask, 'UPDATE note SET body_cipher = $2 WHERE id = $1', [id, Buffer.from(bytes)])
    expect(await readNote(id)).toBe(SENTENCE)
  })

  it('cut off is damaged', async () => {
    const id = await newNote('Zzcut off in the middle of a longer text')
    await truncate(organisation.ask, 'note', 'body_cipher', 'WHERE id = $1', [id])
    expect(await readNote(id)).toBe(SENTENCE)
  })

  it('of two people, two files, two rows or two columns exchanged is never the other one', async () => {
    const [mine, second] = [await newNote('Zzmine first'), await newNote('Zzmine second')]
    const theirs = await newNote('Zzhers of another file', other)
    await swap(
      organisation.ask,
      { table: 'note', column: 'body_cipher', id: mine },
      { table: 'note', column: 'body_cipher', id: theirs },
    )
    expect(await readNote(mine)).toBe(SENTENCE)
    const third = await newNote('Zzmine third')
    await swap(
      organisation.ask,
      { table: 'note', column: 'body_cipher', id: second },
      { table: 'note', column: 'body_cipher', id: third },
    )
    expect([await readNote(second), await readNote(third)]).toEqual([SENTENCE, SENTENCE])

    const marks = await organisation.ask(
      "SELECT id, person_id FROM person_identifier WHERE person_id IN ($1, $2) AND kind = 'recognise' ORDER BY id",
      [one.personId, other.personId],
    )
    const [a, b] = marks.map(({ id }) => String(id))
    await swap(
      organisation.ask,
      { table: 'person_identifier', column: 'cipher', id: a ?? '' },
      { table: 'person_identifier', column: 'cipher', id: b ?? '' },
    )
    const read = await organisation.casey.work((work) => listMarks(work, [one.personId, other.personId]))
    expect(read.map(({ text }) => text)).toEqual([SENTENCE, SENTENCE])

    const [mandate] = await organisation.ask('SELECT id FROM legal_mandate WHERE case_id = $1', [one.caseId])
    const at = { table: 'legal_mandate', id: String(mandate?.id) }
    await swap(organisation.ask, { ...at, column: 'who_cipher' }, { ...at, column: 'words_cipher' })
    const asylum = (await import('@/app/(signed-in)/cases/[code]/asylum/page')).default
    const page = await show(organisation.casey.token, asylum)
    expect(page).toContain(SENTENCE)
    expect(page).not.toContain('Zzadvocate')
    expect(page).not.toContain('Zzdesk')
  })

  it('is said in the language of the reader', async () => {
    const id = await newNote('Zzin four languages')
    await flip(organisation.ask, 'note', 'body_cipher', 'WHERE id = $1', [id])
    for (const locale of LOCALES.codes) {
      await organisation.ask('UPDATE staff SET locale = $2 WHERE id = $1', [organisation.casey.id, locale])
      expect(await readNote(id)).toBe(`⚠ ${(await catalogue[locale]()).common.damaged.text}`)
    }
    await organisation.ask("UPDATE staff SET locale = 'en' WHERE id = $1", [organisation.casey.id])
  })
})

describe('who is told', () => {
  it('every administrator, the audit log and the log: once, no matter who looks how often', async () => {
    const id = await newNote('Zzlooked at twice')
    await flip(organisation.ask, 'note', 'body_cipher', 'WHERE id = $1', [id])
    lines.mockClear()
    await show(organisation.casey.token, FileRoute)
    await Promise.all([show(organisation.coral.token, FileRoute), show(organisation.casey.token, FileRoute)])
    expect(await told(id)).toEqual([{ damaged_place: `note.body ${id}`, staff_id: organisation.ada.id }])
    expect(await audited(id)).toEqual([{ detail: { table: 'note', column: 'body', row: id }, case_id: null }])
    const own = lines.mock.calls.filter(([place]) => place.row === id)
    expect(own).toEqual([[{ table: 'note', column: 'body', row: id }]])
    const page = await show(organisation.ada.token, NoticesRoute)
    expect(page).toContain(`note.body ${id}`)
    expect(page).not.toContain(one.code)
    // No one else, and no one of another organisation.
    expect(
      await organisation.ask("SELECT DISTINCT staff_id FROM notice WHERE kind = 'content_damaged'"),
    ).toEqual([{ staff_id: organisation.ada.id }])
  })

  it('also when what was asked for is refused', async () => {
    const id = await newNote('Zzrefused')
    await flip(organisation.ask, 'note', 'body_cipher', 'WHERE id = $1', [id])
    await expect(
      organisation.casey.work(async (work) => {
        await getNote(work, one.caseId, id)
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await told(id)).toHaveLength(1)
    expect(await audited(id)).toHaveLength(1)
  })
})

describe('saving beside it', () => {
  it.each(LOCALES.codes)('refuses the sentence in the place of the text (%s)', async (locale) => {
    const id = await newNote('Zzkept as it is')
    await flip(organisation.ask, 'note', 'body_cipher', 'WHERE id = $1', [id])
    const read = () => organisation.ask('SELECT body_cipher, version FROM note WHERE id = $1', [id])
    const before = await read()
    const text = `⚠ ${(await catalogue[locale]()).common.damaged.text}`
    for (const words of [text, `${text}\nand something beside it`])
      expect(
        await act(organisation.casey.token, editNote, {
          caseId: one.caseId,
          noteId: id,
          version: 1,
          kind: 'call',
          happenedOn: '2026-08-08',
          text: words,
        }),
      ).toEqual({ ok: false, code: 'contentDamaged' })
    expect(await read()).toEqual(before)
  })

  it('keeps the damaged one in the history when someone writes another text', async () => {
    const id = await newNote('Zzreplaced')
    await flip(organisation.ask, 'note', 'body_cipher', 'WHERE id = $1', [id])
    const [before] = await organisation.ask('SELECT body_cipher FROM note WHERE id = $1', [id])
    expect(
      await act(organisation.casey.token, editNote, {
        caseId: one.caseId,
        noteId: id,
        version: 1,
        kind: 'call',
        happenedOn: '2026-08-08',
        text: 'Zzanew',
      }),
    ).toMatchObject({ ok: true })
    expect(await readNote(id)).toBe('Zzanew')
    expect(await organisation.ask('SELECT body_cipher FROM note_revision WHERE note_id = $1', [id])).toEqual([
      before,
    ])
  })
})

describe('a damaged key', () => {
  it.each(['flipped', 'gone', 'empty', 'of a key file that nobody has'])(
    '%s: the pages stay, and one may write on',
    async (how) => {
      const file = await givenFullFile(organisation)
      const [key] = await organisation.ask(
        "SELECT id FROM wrapped_key WHERE holder_kind = 'file' AND holder_id = $1",
        [file.caseId],
      )
      const id = String(key?.id)
      if (how === 'flipped') await flip(organisation.ask, 'wrapped_key', 'wrapped', 'WHERE id = $1', [id])
      if (how === 'gone') await byHand(organisation.ask, 'DELETE FROM wrapped_key WHERE id = $1', [id])
      if (how === 'empty')
        await byHand(organisation.ask, "UPDATE wrapped_key SET wrapped = '' WHERE id = $1", [id])
      if (how.startsWith('of'))
        await byHand(
          organisation.ask,
          "UPDATE wrapped_key SET wrapped = '\\x037a7a39'::bytea || substring(wrapped FROM 20) WHERE id = $1",
          [id],
        )
      for (const page of [CaseloadRoute, TodayRoute])
        expect(await show(organisation.casey.token, page)).toContain(file.code)
      const page = await show(organisation.casey.token, FileRoute, file)
      expect(page).toContain(SENTENCE)
      expect(page).not.toContain('Zznote on Qqeverything')
      expect(page).toContain('Kalimo Zzfictar')
      if (how === 'flipped' || how === 'empty') expect(await told(id)).toHaveLength(1)
      const note = await newNote('Zzwritten after it', file)
      expect(
        await organisation.casey.work(async (work) => (await getNote(work, file.caseId, note)).text),
      ).toBe('Zzwritten after it')
      expect(await show(organisation.casey.token, FileRoute, file)).toContain('Zzwritten after it')
    },
  )
})

describe('a key that is gone because', () => {
  const damage = () =>
    organisation.ask("SELECT count(*)::int AS n FROM audit_event WHERE event = 'content.damaged'")
  /** What a page does that has read the row already when a colleague is quicker. */
  const readWhile = async (file: File & { personId: string }, meanwhile: () => Promise<unknown>) => {
    const [note] = await organisation.ask('SELECT id, version, body_cipher FROM note WHERE case_id = $1', [
      file.caseId,
    ])
    const [mark] = await organisation.ask('SELECT id, cipher FROM person_identifier WHERE person_id = $1', [
      file.personId,
    ])
    const bytes = z.instanceof(Uint8Array)
    const places = [
      {
        place: noteAt(file.caseId, String(note?.id), Number(note?.version)),
        encrypted: bytes.parse(note?.body_cipher),
      },
      {
        place: {
          holder: { kind: 'person', id: file.personId } as const,
          table: 'person_identifier',
          row: String(mark?.id),
          column: 'text',
          revision: 1,
        },
        encrypted: bytes.parse(mark?.cipher),
      },
    ]
    const before = await damage()
    for (const { place, encrypted } of places) {
      const reading = organisation.casey.work(async (work) => {
        await work.tx.note.findMany({ where: { caseId: file.caseId } })
        await meanwhile()
        return work.fieldCrypto.open(place, encrypted)
      })
      await expect(reading).rejects.toThrow(NotFound)
    }
    expect(await damage()).toEqual(before)
  }

  it('the file was erased meanwhile is not there, and nothing is told', async () => {
    const file = await givenFullFile(organisation)
    await organisation.ask(`UPDATE case_file SET status = 'closed', closed_on = '2020-01-02' WHERE id = $1`, [
      file.caseId,
    ])
    const asked = await act(organisation.casey.token, askErasure, {
      caseIds: [file.caseId],
      ground: 'no_longer_needed',
      words: 'Zzerased meanwhile',
    })
    if (!asked.ok) throw new Error(asked.code)
    await readWhile(file, () =>
      act(organisation.coral.token, answerErasure, { erasureIds: asked.value.erasureIds, agrees: true }),
    )
  })

  it('the file went to another office meanwhile is not there, and nothing is told', async () => {
    const file = await givenFullFile(organisation)
    await readWhile(file, () =>
      byHand(organisation.ask, 'UPDATE case_file SET team_id = $2, worker_id = $3 WHERE id = $1', [
        file.caseId,
        organisation.south,
        organisation.sol.id,
      ]),
    )
  })
})

describe('a damaged paper', () => {
  const bring = (bytes: Buffer, { caseId }: File = one) =>
    organisation.casey.work((work) =>
      insertAttachment(work, {
        caseId,
        kind: 'decision',
        name: 'Zzpaper',
        bytes,
        type: 'text/plain',
        scan: 'none',
      }),
    )
  const take = (id: string) => fetchFile(organisation.casey.token, GET, `/api/attachments?id=${id}`)

  it('is answered with a page that says so, before anything of it leaves', async () => {
    const large = Buffer.alloc(LIMITS.piece + 10, 'Zzlarge ')
    const [small, first, last] = [await bring(Buffer.from('Zzsmall')), await bring(large), await bring(large)]
    await flip(organisation.ask, 'attachment_piece', 'cipher', 'WHERE attachment_id = $1', [small])
    await flip(organisation.ask, 'attachment_piece', 'cipher', 'WHERE attachment_id = $1 AND position = 0', [
      first,
    ])
    await flip(organisation.ask, 'attachment_piece', 'cipher', 'WHERE attachment_id = $1 AND position = 1', [
      last,
    ])
    for (const id of [small, first, last]) {
      const answer = await take(id)
      expect(answer.status).toBe(422)
      expect(answer.headers.get('content-type')).toContain('text/html')
      const body = await answer.text()
      expect(body).toContain(say('refusals.damaged.title'))
      expect(body).not.toContain('Zz')
      expect(await told(id)).toHaveLength(1)
    }
    const whole = await bring(large)
    const answer = await take(whole)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(large)).toBe(true)
  })

  it('exchanged with one of another file never leaves as this one', async () => {
    const [mine, theirs] = [await bring(Buffer.from('Zzmine')), await bring(Buffer.from('Zzhers'), other)]
    const [a] = await organisation.ask('SELECT cipher FROM attachment_piece WHERE attachment_id = $1', [mine])
    const [b] = await organisation.ask('SELECT cipher FROM attachment_piece WHERE attachment_id = $1', [
      theirs,
    ])
    await byHand(organisation.ask, 'UPDATE attachment_piece SET cipher = $2 WHERE attachment_id = $1', [
      mine,
      b?.cipher,
    ])
    await byHand(organisation.ask, 'UPDATE attachment_piece SET cipher = $2 WHERE attachment_id = $1', [
      theirs,
      a?.cipher,
    ])
    for (const id of [mine, theirs]) {
      const answer = await take(id)
      expect(answer.status).toBe(422)
      expect(await answer.text()).not.toMatch(/Zzmine|Zzhers/)
    }
  })

  it('with a damaged name stays in the list', async () => {
    const id = await bring(Buffer.from('Zznamed'))
    await flip(organisation.ask, 'attachment', 'label_cipher', 'WHERE id = $1', [id])
    const papers = await organisation.casey.work((work) => listAttachments(work, one.caseId))
    expect(papers.find((paper) => paper.id === id)?.name).toBe(SENTENCE)
    expect((await take(id)).status).toBe(422)
    // Of its pieces, which are whole, nothing is told.
    expect(await told(id)).toEqual([
      { damaged_place: `attachment.label ${id}`, staff_id: organisation.ada.id },
    ])
  })
})
