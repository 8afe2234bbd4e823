import { openZip, type ZipRefusal, ZipRefused } from '@/lib/parsing/unzip'
import { LIMITS } from './attachment.rules'

export type OfficeRefusal = ZipRefusal | 'fileMacros'

/** Parts that run or carry programs: macros of Microsoft's formats and of OpenDocument, ActiveX, packed objects. */
const ACTIVE = /(^|\/)(vbaProject\.bin$|activeX\/|embeddings\/[^/]*\.bin$)|^(Basic|Scripts)\//i
/** What a document fetches by itself when it is opened: a template, a frame, an object of elsewhere. A link waits for a press. */
const FETCHED = /relationships\/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath)"/i
const RELATIONS_BYTES = 2 ** 20

/** Whether a list of relations names something that is fetched from elsewhere when the document is opened. */
const fetches = async (part: AsyncIterable<Buffer>): Promise<boolean> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of part) {
    size += piece.length
    if (size > RELATIONS_BYTES) throw new ZipRefused('fileBomb')
    pieces.push(piece)
  }
  const relations =
    Buffer.concat(pieces)
      .toString('utf8')
      .match(/<Relationship\b[^>]*>/gi) ?? []
  return relations.some((one) => FETCHED.test(one) && /TargetMode="External"/i.test(one))
}

const ENTITY = ['<!ENTITY', Buffer.from('<!ENTITY', 'utf16le'), Buffer.from('<!ENTITY', 'utf16le').swap16()]
const LONGEST = 16

/** Whether a part defines entities of its own, which grow without end or fetch from elsewhere; no office program writes one. */
const definesEntities = async (part: AsyncIterable<Buffer>): Promise<boolean> => {
  let found = false
  let last = Buffer.alloc(0)
  for await (const piece of part) {
    const seen = Buffer.concat([last, piece])
    found ||= ENTITY.some((sign) => seen.includes(sign))
    last = seen.subarray(-LONGEST)
  }
  return found
}

const look = async (bytes: Buffer): Promise<OfficeRefusal | null> => {
  const zip = await openZip(bytes, LIMITS)
  for (const name of zip.names) {
    if (ACTIVE.test(name)) return 'fileMacros'
    // Each part is unpacked, so that what it really holds is counted.
    const isActive = name.endsWith('.rels') ? fetches : definesEntities
    if (await isActive(zip.read(name))) return 'fileMacros'
  }
  return null
}

/**
 * Unpacks an office document (a zip) part by part and keeps nothing of it: no more than a document holds, nothing that runs or
 * fetches by itself, no lock that a scanner cannot look behind. Why it is refused, or null.
 */
export const checkOffice = async (bytes: Buffer): Promise<OfficeRefusal | null> => {
  try {
    return await look(bytes)
  } catch (error) {
    if (error instanceof ZipRefused) return error.code
    throw error
  }
}
