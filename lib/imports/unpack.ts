import yauzl from 'yauzl'
import { LIMITS, type TableRefusal } from './table.rules'

/** Bit 0 of a zip entry's flags: it is encrypted (APPNOTE.TXT § 4.4.4). */
const LOCKED = 1

const drain = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<void> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (failed, stream) => {
      if (failed || stream === undefined) return reject(failed)
      stream.on('error', reject)
      stream.on('end', resolve)
      stream.resume()
    })
  })

/**
 * Whether a workbook may be unpacked: each part is unpacked once and thrown away, because the size that stands in its list of
 * contents is only what somebody wrote there; a part that grows past it breaks off. Null: it may.
 */
export const checkWorkbook = (bytes: Buffer): Promise<TableRefusal | null> =>
  new Promise((resolve) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (failed, zip) => {
      if (failed || zip === undefined) return resolve('fileBroken')
      if (zip.entryCount > LIMITS.entries) return resolve('fileBomb')
      let unpacked = 0
      let isWorkbook = false
      zip.on('error', () => resolve('fileBroken'))
      zip.on('end', () => resolve(isWorkbook ? null : 'tableNotRead'))
      zip.on('entry', (entry: yauzl.Entry) => {
        unpacked += entry.uncompressedSize
        if (unpacked > LIMITS.unpackedBytes || unpacked > bytes.length * LIMITS.unpackedTimes)
          return resolve('fileBomb')
        if ((entry.generalPurposeBitFlag & LOCKED) !== 0) return resolve('fileLocked')
        isWorkbook ||= entry.fileName === 'xl/workbook.xml'
        drain(zip, entry).then(
          () => zip.readEntry(),
          () => resolve('fileBroken'),
        )
      })
      zip.readEntry()
    })
  })
