import { randomUUID } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import * as z from 'zod'
import { POST } from '@/app/api/attachments/route'
import { withToken } from './handlers'

const reply = z.union([
  z.object({ ok: z.literal(true), value: z.object({ attachmentIds: z.array(z.string()) }) }),
  z.object({ ok: z.literal(false), code: z.string(), fields: z.record(z.string(), z.string()).optional() }),
])
export type Brought = z.infer<typeof reply>
export type Wish = { kind?: string; name?: string; pages?: 'each' | 'one' }
type Parcel = { requestId?: string; site?: string; fileName?: string }

/** Sends files as the form of the page does. Throws what the handler says that is no answer of an action, as its status. */
export const bring = async (
  token: string | null,
  caseId: string,
  files: readonly Uint8Array[],
  { kind = 'decision', name = 'Zzname of a paper', pages = 'each' }: Wish = {},
  { requestId = randomUUID(), site = 'same-origin', fileName = '../Zzfile <b>.jpg' }: Parcel = {},
): Promise<Brought> => {
  const form = new FormData()
  form.set('sent', JSON.stringify({ requestId, input: { caseId, kind, name, pages } }))
  for (const file of files) form.append('files', new Blob([new Uint8Array(file)]), fileName)
  const whole = new Response(form)
  const body = new Uint8Array(await whole.arrayBuffer())
  const headers = {
    'sec-fetch-site': site,
    'content-type': whole.headers.get('content-type') ?? '',
    'content-length': String(body.length),
  }
  const request = new Request('http://localhost:3000/api/attachments', { method: 'POST', headers, body })
  const answer = await withToken(token, () => POST(request))
  if (answer.status !== 200) throw new Error(`status ${answer.status}`)
  return reply.parse(await answer.json())
}

export const text = (words: string): Uint8Array => Buffer.from(words, 'utf8')

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7799bb' } })

/** A photo as a phone writes it: lying on its side, with the place and the phone in it. */
export const photo = (width = 60, height = 40): Promise<Buffer> =>
  plain(width, height)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Make: 'Zzphone', Model: 'Zzmodel' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '50/1 50/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '4/1 21/1 7/1',
      },
    })
    .toBuffer()
export const png = (): Promise<Buffer> => plain(30, 20).png().toBuffer()
export const webp = (): Promise<Buffer> => plain(30, 20).webp().toBuffer()
export const pdf = (): Uint8Array => text('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
export const zip = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts)
/** A Word document, with whatever else is wanted in it. */
export const docx = (more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8(TYPES), 'word/document.xml': strToU8('<w:document/>'), ...more })
export const odt = (more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8('<x/>'),
    ...more,
  })

/** The first bytes of a picture that says it is as large as a city. */
export const hugePng = async (): Promise<Buffer> => {
  const bytes = await png()
  bytes.writeUInt32BE(60_000, 16)
  bytes.writeUInt32BE(60_000, 20)
  return bytes
}

/** A document with the flag of a locked entry set, in both of a zip's lists. */
export const lockedDocx = (): Uint8Array => {
  const bytes = Buffer.from(docx())
  for (let at = 0; at < bytes.length - 10; at++) {
    if (bytes.readUInt32LE(at) === 0x04034b50) bytes.writeUInt16LE(1, at + 6)
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt16LE(1, at + 8)
  }
  return bytes
}
