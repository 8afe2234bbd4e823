import net from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { GET } from '@/app/api/attachments/route'
import { scanPaper } from '@/lib/attachments/attachment.actions'
import { disconnect } from '@/lib/db/client'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile } from '../support/handlers'
import { bring, text } from '../support/papers'

// A scanner that speaks clamd's protocol: it reads the whole stream and then says what this test told it to say.
let says: 'OK' | 'Zz.Invented FOUND' | 'INSTREAM size limit exceeded. ERROR' | null = 'OK'
let seen = 0
const scanner = net.createServer((socket) => {
  const parts: Buffer[] = []
  socket.on('data', (part) => {
    parts.push(part)
    const all = Buffer.concat(parts)
    if (!all.subarray(-4).equals(Buffer.alloc(4))) return
    seen = all.length
    if (says === null) socket.destroy()
    else socket.end(`stream: ${says}\0`)
  })
})

let organisation: GivenOrganisation
let caseId: string

beforeAll(async () => {
  await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve))
  const address = scanner.address()
  if (address === null || typeof address === 'string') throw new Error('the scanner has no port')
  process.env.SCANNER_URL = `clamd://127.0.0.1:${address.port}`
  organisation = await givenCaseOrganisation()
})
beforeEach(async () => {
  caseId = (await givenBareFile(organisation)).id
})
afterAll(async () => {
  await new Promise((resolve) => scanner.close(resolve))
  await organisation.close()
  await disconnect()
})

const take = (id: string) => fetchFile(organisation.casey.token, GET, `/api/attachments?id=${id}`)
const put = async (): Promise<string> => {
  const brought = await bring(organisation.casey.token, caseId, [text('A text.')])
  return brought.ok ? (brought.value.attachmentIds[0] ?? '') : JSON.stringify(brought)
}
const scanOf = async (id: string) =>
  (await organisation.ask('SELECT scan FROM attachment WHERE id = $1', [id]))[0]?.scan

it('keeps what the scanner finds clean, and showed it the whole', async () => {
  says = 'OK'
  const id = await put()
  expect(await scanOf(id)).toBe('clean')
  expect(seen).toBe('zINSTREAM\0'.length + 4 + 'A text.'.length + 4)
  expect((await take(id)).status).toBe(200)
})

it('keeps nothing of what the scanner finds infected', async () => {
  says = 'Zz.Invented FOUND'
  expect(await bring(organisation.casey.token, caseId, [text('x')])).toMatchObject({
    fields: { files: 'fileInfected' },
  })
  expect(await organisation.ask('SELECT id FROM attachment WHERE case_id = $1', [caseId])).toEqual([])
})

it.each([null, 'INSTREAM size limit exceeded. ERROR'] as const)(
  'lets no one have what it could not scan (%s), until it can',
  async (trouble) => {
    says = trouble
    const id = await put()
    expect(await scanOf(id)).toBe('waiting')
    expect((await take(id)).status).toBe(404)
    expect(await act(organisation.casey.token, scanPaper, { attachmentId: id })).toMatchObject({
      ok: false,
      code: 'scannerSilent',
    })
    says = 'OK'
    expect(await act(organisation.casey.token, scanPaper, { attachmentId: id })).toMatchObject({ ok: true })
    expect((await take(id)).status).toBe(200)
  },
)

it('takes away what turns out to be infected', async () => {
  says = null
  const id = await put()
  says = 'Zz.Invented FOUND'
  expect(await act(organisation.casey.token, scanPaper, { attachmentId: id })).toMatchObject({
    ok: true,
    value: { verdict: 'infected' },
  })
  expect((await take(id)).status).toBe(404)
  expect(await organisation.ask('SELECT 1 FROM attachment_piece WHERE attachment_id = $1', [id])).toEqual([])
})
