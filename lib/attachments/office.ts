import yauzl from 'yauzl'
import { no, ok, type Result } from '@/lib/shared/result'
import { LIMITS } from './attachment.rules'

export type OfficeRefusal = 'fileBroken' | 'fileBomb' | 'fileMacros' | 'fileLocked'

/** Bit 0 of a zip entry's flags: it is encrypted (APPNOTE.TXT § 4.4.4). */
const LOCKED = 1

/**
 * Looks at the list of contents of an office document (a zip) and unpacks nothing: no more than a document holds, no macros,
 * no lock that a scanner cannot look behind.
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
        // vbaProject.bin holds the macros of Microsoft's formats, Basic/ and Scripts/ those of OpenDocument.
        if (/(^|\/)vbaProject\.bin$|^(Basic|Scripts)\//i.test(entry.fileName))
          return resolve(no('fileMacros'))
        zip.readEntry()
      })
      zip.readEntry()
    })
  })
