import yauzl from 'yauzl'

export type ZipLimits = {
  /** Of all parts together, when they are really unpacked. */
  readonly unpackedBytes: number
  /** How many times the file's own size they may have. */
  readonly unpackedTimes: number
  readonly entries: number
}
export type ZipRefusal = 'fileBroken' | 'fileBomb' | 'fileLocked'

export class ZipRefused extends Error {
  constructor(readonly code: ZipRefusal) {
    super(code)
    this.name = 'ZipRefused'
  }
}

export type Zip = {
  readonly names: ReadonlySet<string>
  /** The bytes of a part as they are unpacked; nothing when there is no such part. Throws ZipRefused. */
  readonly read: (name: string) => AsyncGenerator<Buffer>
}

/** Bit 0 of a zip entry's flags: it is encrypted (APPNOTE.TXT § 4.4.4). */
const LOCKED = 1

const asRefused = (error: unknown): ZipRefused =>
  error instanceof ZipRefused ? error : new ZipRefused('fileBroken')

const listEntries = async (zip: yauzl.ZipFile, size: number, allowed: number) => {
  const entries = new Map<string, yauzl.Entry>()
  let [packed, unpacked] = [0, 0]
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
    // Parts that lie over each other are how 40 kB unpack to gigabytes.
    if (packed > size || unpacked > allowed) throw new ZipRefused('fileBomb')
    if ((entry.generalPurposeBitFlag & LOCKED) !== 0) throw new ZipRefused('fileLocked')
    if (entries.has(entry.fileName)) throw new ZipRefused('fileBroken')
    entries.set(entry.fileName, entry)
  }
  return entries
}

/**
 * Opens a zip of which nothing is believed: the sizes in its list of contents are only what someone wrote there. Every part is
 * unpacked as a stream and counted, and reading stops at the limit, or where a part grows past its stated size. Throws ZipRefused.
 */
export const openZip = async (bytes: Buffer, limits: ZipLimits): Promise<Zip> => {
  const allowed = Math.min(limits.unpackedBytes, bytes.length * limits.unpackedTimes)
  try {
    const zip = await yauzl.fromBufferPromise(bytes, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
    })
    if (zip.entryCount > limits.entries) throw new ZipRefused('fileBomb')
    const entries = await listEntries(zip, bytes.length, allowed)
    let unpacked = 0
    return {
      names: new Set(entries.keys()),
      read: async function* (name) {
        const entry = entries.get(name)
        if (entry === undefined) return
        try {
          for await (const part of await zip.openReadStreamPromise(entry)) {
            if (!Buffer.isBuffer(part)) throw new ZipRefused('fileBroken')
            unpacked += part.length
            if (unpacked > allowed) throw new ZipRefused('fileBomb')
            yield part
          }
        } catch (error) {
          throw asRefused(error)
        }
      },
    }
  } catch (error) {
    throw asRefused(error)
  }
}
