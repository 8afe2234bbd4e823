import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import PapersRoute from '@/app/(signed-in)/cases/[code]/attachments/page'
import { GET } from '@/app/api/attachments/route'
import { takePaperAway } from '@/lib/attachments/attachment.actions'
import { LIMITS } from '@/lib/attachments/attachment.rules'
import { disconnect } from '@/lib/db/client'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile, openPage } from '../support/handlers'
import { HOSTILE_PAPERS, relations } from '../support/hostile-papers'
import { type Brought, bring, docx, odt, pdf, photo, png, text, webp } from '../support/papers'
import { isSweep } from '../support/sweep'

let organisation: GivenOrganisation
let file: { id: string; code: string }

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
beforeEach(async () => {
  file = await givenBareFile(organisation)
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const idOf = (brought: Brought): string => {
  if (!brought.ok) throw new Error(`refused: ${JSON.stringify(brought)}`)
  return brought.value.attachmentIds[0] ?? ''
}
const take = (token: string | null, id: string) => fetchFile(token, GET, `/api/attachments?id=${id}`)
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const brought = async (bytes: Uint8Array) => idOf(await bring(organisation.casey.token, file.id, [bytes]))
const rowsOf = (id: string) =>
  organisation.ask('SELECT position, cipher FROM attachment_piece WHERE attachment_id = $1 ORDER BY 1', [id])

describe('a paper', () => {
  it('comes back byte by byte, however long, and is never shown by the browser', async () => {
    const long = text('A long text. '.repeat(90_000))
    for (const [bytes, type] of [
      [long, 'text/plain'],
      [pdf(), 'application/pdf'],
      [docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      [odt(), 'application/vnd.oasis.opendocument.text'],
    ] as const) {
      const answer = await take(organisation.casey.token, await brought(bytes))
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.[a-z]+"$/)
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(Buffer.compare(await bytesOf(answer), Buffer.from(bytes))).toBe(0)
    }
  })

  it('is shown in a page where it is a picture that was drawn anew, and nothing else is', async () => {
    const show = (id: string, token = organisation.casey.token) =>
      fetchFile(token, GET, `/api/attachments?id=${id}&show=picture`)
    for (const [bytes, type] of [
      [await photo(), 'image/jpeg'],
      [await png(), 'image/png'],
      [await webp(), 'image/webp'],
    ] as const) {
      const id = await brought(bytes)
      const answer = await show(id)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('content-disposition')).toBeNull()
      // Opened by itself, it is in a sandbox as well.
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect((await show(id, organisation.sol.token)).status).toBe(404)
      expect(
        await organisation.ask(`SELECT event FROM audit_event WHERE event = 'paper.taken' AND case_id = $1`, [
          file.id,
        ]),
      ).not.toHaveLength(0)
    }
    for (const bytes of [pdf(), docx(), odt(), text('<script>alert(1)</script>')])
      expect((await show(await brought(bytes))).status).toBe(404)
  })

  it('is ciphertext in every row, its name too', async () => {
    const id = await brought(text('Zzcanary in the text'))
    const rows = await organisation.ask('SELECT * FROM attachment WHERE id = $1', [id])
    const bytes = Buffer.concat([
      ...(await rowsOf(id)).map(({ cipher }) => Buffer.from(cipher instanceof Uint8Array ? cipher : [])),
      ...rows
        .flatMap((row) => Object.values(row))
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value)))),
    ])
    expect(bytes.length).toBeGreaterThan(50)
    expect(bytes.includes('Zzcanary')).toBe(false)
  })

  it('tells nothing of where and with what it was photographed, and stands upright', async () => {
    const before = await photo(60, 40)
    expect(before.includes('Zzphone')).toBe(true)
    const bytes = await bytesOf(await take(organisation.casey.token, await brought(before)))
    const { exif, width, height, format } = await sharp(bytes).metadata()
    expect([exif, width, height, format]).toEqual([undefined, 40, 60, 'jpeg'])
    expect(bytes.includes('Zzphone')).toBe(false)
  })

  it('of several photos is one document with a page for each, when asked', async () => {
    const id = idOf(
      await bring(organisation.casey.token, file.id, [await photo(), await png(), await webp()], {
        pages: 'one',
      }),
    )
    const bytes = await bytesOf(await take(organisation.casey.token, id))
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(3)
    const apart = await bring(organisation.casey.token, file.id, [await photo(), await png()])
    expect(apart.ok ? apart.value.attachmentIds.length : 0).toBe(2)
  })

  it('is brought once, however often the same request arrives', async () => {
    const requestId = randomUUID()
    const again = () => bring(organisation.casey.token, file.id, [text('one')], {}, { requestId })
    const answers = await Promise.all([again(), again(), again()])
    expect(new Set(answers.map(idOf)).size).toBe(1)
    const other = await bring(organisation.casey.token, file.id, [text('two')], {}, { requestId })
    expect(other).toMatchObject({ ok: false, code: 'requestIdReused' })
    const [count] = await organisation.ask('SELECT count(*)::int AS n FROM attachment WHERE case_id = $1', [
      file.id,
    ])
    expect(count?.n).toBe(1)
  })
})

describe('what is refused', () => {
  it('are forty kinds and more', () => expect(HOSTILE_PAPERS.length).toBeGreaterThanOrEqual(40))

  // Each is read by a process of its own, which takes longest: the first of each refusal and one of five others; in a sweep all.
  const isFirst = (code: string, at: number): boolean =>
    HOSTILE_PAPERS.findIndex(([, , other]) => other === code) === at
  const tried = HOSTILE_PAPERS.filter(([, , code], at) => isSweep || isFirst(code, at) || at % 5 === 0)
  it.each(tried)('%s', async (_, make, code) => {
    const answer = await bring(organisation.casey.token, file.id, [await make()])
    expect(answer).toMatchObject({ ok: false, code: 'invalid', fields: { files: code } })
  })

  it('all files when one of them is bad, too many and too much', async () => {
    const many = Array.from({ length: LIMITS.files + 1 }, () => text('x'))
    const of = async (files: Uint8Array[], wish = {}) => {
      const answer = await bring(organisation.casey.token, file.id, files, wish)
      return answer.ok ? null : (answer.fields?.files ?? answer.fields)
    }
    expect(await of([pdf(), new Uint8Array(0)])).toBe('fileEmpty')
    expect(await of(many)).toBe('fileTooMany')
    expect(await of([])).toBe('required')
    expect(await of([pdf(), await png()], { pages: 'one' })).toBe('fileNotPhoto')
    expect(await of([Buffer.alloc(LIMITS.bytes + 2 ** 17, 'a')])).toBe('fileTooLarge')
    expect(await of([pdf()], { name: ' ' })).toEqual({ name: 'required' })
    const [count] = await organisation.ask('SELECT count(*)::int AS n FROM attachment WHERE case_id = $1', [
      file.id,
    ])
    expect(count?.n).toBe(0)
  })

  it('whatever another site sends', async () => {
    await expect(
      bring(organisation.casey.token, file.id, [pdf()], {}, { site: 'cross-site' }),
    ).rejects.toThrow('403')
  })

  it('a page behind a picture: what hid there is gone', async () => {
    const both = Buffer.concat([await photo(), Buffer.from('<script>Zzhidden</script>')])
    const bytes = await bytesOf(await take(organisation.casey.token, await brought(both)))
    expect(bytes.includes('Zzhidden')).toBe(false)
  })

  it('a document with a link that waits for a press is kept', async () => {
    expect(idOf(await bring(organisation.casey.token, file.id, [docx(relations('hyperlink'))]))).not.toBe('')
  })

  it('a web page is kept as the plain text that it is', async () => {
    const answer = await take(
      organisation.casey.token,
      await brought(text('<html><script>alert(1)</script></html>')),
    )
    expect(answer.headers.get('content-type')).toBe('text/plain')
    expect(answer.headers.get('content-disposition')).toContain('.txt"')
  })
})

describe('out of reach', () => {
  const outsiders = ['sol', 'sola', 'ada', 'gus', 'stranger'] as const

  it('a paper is not there: for another office, an admin, a guest of the file, a stranger', async () => {
    const id = await brought(pdf())
    await givenMember(organisation, file.id, organisation.gus.id, 'guest')
    for (const name of outsiders) {
      const [there, nowhere] = [
        await take(organisation[name].token, id),
        await take(organisation[name].token, randomUUID()),
      ]
      expect([there.status, await there.text()], name).toEqual([404, ''])
      expect([nowhere.status, await nowhere.text()], name).toEqual([404, ''])
      expect(
        await act(organisation[name].token, takePaperAway, { attachmentId: id, because: 'wrong_file' }),
      ).toMatchObject({ ok: false })
      const rows = await organisation[name].work((work) => work.tx.attachment.count())
      const pieces = await organisation[name].work((work) => work.tx.attachmentPiece.count())
      expect([rows, pieces], name).toEqual([0, 0])
    }
    expect((await take(null, id)).status).toBe(401)
    expect((await rowsOf(id)).length).toBe(1)
  })

  it('no one brings a paper into a file that they do not reach', async () => {
    for (const name of outsiders) {
      const there = await bring(organisation[name].token, file.id, [pdf()])
      const nowhere = await bring(organisation[name].token, randomUUID(), [pdf()])
      expect(there, name).toEqual(nowhere)
      expect(there.ok, name).toBe(false)
    }
  })

  it('of a restricted file it is for its members, not for the coordinator', async () => {
    const circle = await givenBareFile(organisation, 'restricted')
    await givenMember(organisation, circle.id, organisation.casey.id, 'circle')
    const id = idOf(await bring(organisation.casey.token, circle.id, [pdf()]))
    expect((await take(organisation.casey.token, id)).status).toBe(200)
    expect((await take(organisation.coral.token, id)).status).toBe(404)
  })

  it('anyone who loses their reach while it leaves gets no further piece', async () => {
    const id = await brought(text('A long text. '.repeat(90_000)))
    const answer = await take(organisation.casey.token, id)
    const reader = answer.body?.getReader()
    expect((await reader?.read())?.done).toBe(false)
    await organisation.ask('UPDATE case_file SET worker_id = $2 WHERE id = $1', [
      file.id,
      organisation.cory.id,
    ])
    const rest = async () => {
      for (;;) if ((await reader?.read())?.done !== false) return 'whole'
    }
    await expect(rest()).rejects.toThrow()
  })
})

describe('a paper that was tampered with', () => {
  const taken = async (id: string) => {
    const answer = await take(organisation.casey.token, id)
    return answer.status === 200 ? answer.arrayBuffer() : Promise.reject(new Error(`status ${answer.status}`))
  }

  it('does not come: pieces of another paper, in another order, or fewer', async () => {
    const long = () => text('A long text. '.repeat(90_000))
    const [a, b, c] = [await brought(long()), await brought(long()), await brought(long())]
    await organisation.ask(
      `UPDATE attachment_piece p SET cipher = o.cipher FROM attachment_piece o
        WHERE p.attachment_id = $1 AND o.attachment_id = $2 AND p.position = 1 AND o.position = 1`,
      [a, b],
    )
    await expect(taken(a)).rejects.toThrow()
    await organisation.ask(
      `UPDATE attachment_piece p SET cipher = o.cipher FROM attachment_piece o
        WHERE p.attachment_id = $1 AND o.attachment_id = $1 AND p.position = 0 AND o.position = 1`,
      [b],
    )
    await expect(taken(b)).rejects.toThrow()
    await organisation.ask('DELETE FROM attachment_piece WHERE attachment_id = $1 AND position = 3', [c])
    await expect(taken(c)).rejects.toThrow()
  })

  it('cannot be added to, changed or declared clean by the application', async () => {
    const id = await brought(pdf())
    const sql = (statement: string) =>
      organisation.casey.work((work) => work.tx.$executeRawUnsafe(statement.replaceAll('$id', `'${id}'`)))
    await expect(
      sql(
        `INSERT INTO attachment_piece (attachment_id, position, case_id, cipher) VALUES ($id, 1, '${file.id}', '\\x00')`,
      ),
    ).rejects.toThrow('row-level security')
    await expect(sql(`UPDATE attachment SET scan = 'clean' WHERE id = $id`)).rejects.toThrow('only a scan')
    await expect(sql(`UPDATE attachment SET bytes = 5 WHERE id = $id`)).rejects.toThrow('permission denied')
    await expect(sql('DELETE FROM attachment_piece')).rejects.toThrow('permission denied')
    await expect(
      sql(
        `UPDATE attachment SET removed_at = app.now(), removed_by = '${organisation.cory.id}', removed_because = 'wrong_file' WHERE id = $id`,
      ),
    ).rejects.toThrow('signs for it')
  })
})

describe('taken away', () => {
  it('its bytes are gone, that it was there stays, and it does not come back', async () => {
    const id = await brought(text('Zzcanary'))
    expect(
      await act(organisation.casey.token, takePaperAway, { attachmentId: id, because: 'wrong_file' }),
    ).toMatchObject({ ok: true })
    expect(await rowsOf(id)).toEqual([])
    expect((await take(organisation.casey.token, id)).status).toBe(404)
    const [row] = await organisation.ask('SELECT removed_because, removed_by FROM attachment WHERE id = $1', [
      id,
    ])
    expect(row).toEqual({ removed_because: 'wrong_file', removed_by: organisation.casey.id })
    await expect(
      organisation.casey.work((work) =>
        work.tx.$executeRawUnsafe(
          `UPDATE attachment SET removed_at = NULL, removed_by = NULL, removed_because = NULL WHERE id = '${id}'`,
        ),
      ),
    ).rejects.toThrow('stays away')
  })

  it('everything about it stands in the audit log, and no name of it', async () => {
    const id = await brought(pdf())
    await take(organisation.casey.token, id)
    await openPage(organisation.casey.token, PapersRoute, { params: { code: file.code }, search: {} })
    await act(organisation.casey.token, takePaperAway, { attachmentId: id, because: 'asked_by_person' })
    const auditLog = await organisation.ask(
      'SELECT event, detail FROM audit_event WHERE case_id = $1 ORDER BY at, id',
      [file.id],
    )
    expect(auditLog.map(({ event }) => event)).toEqual([
      'paper.brought',
      'paper.taken',
      'case.opened',
      'paper.removed',
    ])
    expect(JSON.stringify(auditLog)).not.toContain('Zz')
  })
})
