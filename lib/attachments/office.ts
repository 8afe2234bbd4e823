import yauzl from 'yauzl'
import { no, ok, type Result } from '@/lib/shared/result'
import { LIMITS } from './attachment.rules'

export type OfficeRefusal = 'fileBroken' | 'fileBomb' | 'fileMacros' | 'fileLocked'

/** Parts that run or carry programs: macros of Microsoft's formats and of OpenDocument, ActiveX, packed objects. */
const ACTIVE = /(^|\/)(vbaProject\.bin$|activeX\/|embeddings\/[^/]*\.bin$)|^(Basic|Scripts)\//i
/** What a document fetches by itself when it is opened: a template, a frame, an object of elsewhere. A link waits for a press. */
const FETCHED = /relationships\/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath)"/i
const RELATIONS_BYTES = 2 ** 20

/** Bit 0 of a zip entry's flags: it is encrypted (APPNOTE.TXT § 4.4.4). */
const LOCKED = 1

/** Whether a list of relations names something that is fetched from elsewhere when the document is opened. */
const fetches = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<boolean> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (failed, stream) => {
      if (failed || stream === undefined) return reject(failed)
      const parts: Buffer[] = []
      stream.on('error', reject)
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const relations =
          Buffer.concat(parts)
            .toString('utf8')
            .match(/<Relationship\b[^>]*>/gi) ?? []
        resolve(relations.some((one) => FETCHED.test(one) && /TargetMode="External"/i.test(one)))
      })
    })
  })

/**
 * Looks at the list of contents of an office document (a zip) and unpacks its relations alone: no more than a document holds,
 * nothing that runs or fetches by itself, no lock that a scanner cannot look behind.
 */
export const checkOffice = (bytes: Buffer): Promise<Result<null, OfficeRefusal>> =>
  new Promise((resolve) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (failed, zip) => {
      if (failed || zip === undefined) return resolve(no('fileBroken'))
      let unpacked = 0
      if (zip.entryCount > LIMITS.entries) return resolve(no('fileBomb'))
      zip.on('error', () => resolve(no('fileBroken')))
      zip.on('end', () => resolve(ok(null)))
      zip.on('entry', (entry: yauzl.Entry) => {
        unpacked += entry.uncompressedSize
        if (unpacked > LIMITS.unpackedBytes || unpacked > bytes.length * LIMITS.unpackedTimes)
          return resolve(no('fileBomb'))
        if ((entry.generalPurposeBitFlag & LOCKED) !== 0) return resolve(no('fileLocked'))
        if (ACTIVE.test(entry.fileName)) return resolve(no('fileMacros'))
        if (!entry.fileName.endsWith('.rels')) return zip.readEntry()
        if (entry.uncompressedSize > RELATIONS_BYTES) return resolve(no('fileBomb'))
        fetches(zip, entry).then(
          (found) => (found ? resolve(no('fileMacros')) : zip.readEntry()),
          () => resolve(no('fileBroken')),
        )
      })
      zip.readEntry()
    })
  })
