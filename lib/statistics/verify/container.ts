/**
 * Reads a zip file as archives of releases are written (archive.ts), and nothing else: every byte of it is an entry, its header or the
 * directory, so that nothing hides between them. Everything is limited before it is unpacked.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal, refuseUnless } from './refuse'

/** Bytes of the file, of all entries together, and number of entries. The largest release has some 2 MB. */
export const limits = { file: 64 * 2 ** 20, unpacked: 256 * 2 ** 20, entries: 100 } as const

const localSize = 30
const localMark = 0x04034b50
const notZip = 'it is no archive as the product writes them: the zip container differs'

type Entry = { name: string; at: number; packed: Uint8Array; content: Uint8Array }

/** Entries by name. Throws Refusal for what is not written just so. */
export function readContainer(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  refuseUnless(bytes.length <= limits.file, 'the file is larger than any archive')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Entry[] = []
  let at = 0
  let left: number = limits.unpacked
  while (at + localSize <= file.length && file.readUInt32LE(at) === localMark) {
    refuseUnless(entries.length < limits.entries, 'it holds more files than any archive')
    const entry = readEntry(file, at, left)
    left -= entry.content.length
    entries.push(entry)
    at += localSize + entry.name.length + entry.packed.length
  }
  refuseUnless(entries.length > 0, notZip)
  const directory = writeDirectory(entries, at)
  refuseUnless(file.subarray(at).equals(directory), notZip)
  const contents = new Map(entries.map(({ name, content }) => [name, content]))
  refuseUnless(contents.size === entries.length, 'it holds two files of one name')
  return contents
}

function readEntry(file: Buffer, at: number, left: number): Entry {
  const size = file.readUInt32LE(at + 22)
  const nameEnd = at + localSize + file.readUInt16LE(at + 26)
  const end = nameEnd + file.readUInt32LE(at + 18)
  refuseUnless(end <= file.length, 'it is cut off')
  refuseUnless(size <= left, 'it would unpack to more than any archive holds')
  const name = file.toString('latin1', at + localSize, nameEnd)
  refuseUnless(/^[\w.[\]/-]{1,100}$/.test(name), notZip)
  const packed = file.subarray(nameEnd, end)
  const content = inflate(packed, size)
  const entry = { name, at, packed, content }
  refuseUnless(file.subarray(at, nameEnd).equals(writeLocal(entry)), notZip)
  return entry
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    const { buffer, engine } = unpack(packed, size)
    refuseUnless(buffer.length === size && engine.bytesWritten === packed.length, notZip)
    return buffer
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('a file in it cannot be unpacked')
  }
}

const unpack = (packed: Uint8Array, size: number): { buffer: Buffer; engine: { bytesWritten: number } } => {
  // Types of Node do not know that `info` changes the answer.
  const answer: unknown = inflateRawSync(packed, { maxOutputLength: Math.max(1, size), info: true })
  if (typeof answer !== 'object' || answer === null || !('buffer' in answer) || !('engine' in answer))
    throw new Refusal(notZip)
  const { buffer, engine } = answer
  if (!Buffer.isBuffer(buffer) || typeof engine !== 'object' || engine === null) throw new Refusal(notZip)
  if (!('bytesWritten' in engine) || typeof engine.bytesWritten !== 'number') throw new Refusal(notZip)
  return { buffer, engine: { bytesWritten: engine.bytesWritten } }
}

/** Version 2.0, no flags, deflated, 1 January 1980 at midnight; no other field says anything. */
const format = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0])

function writeFields({ name, packed, content }: Entry): Buffer {
  const fields = Buffer.alloc(16)
  fields.writeUInt32LE(crc32(content), 0)
  fields.writeUInt32LE(packed.length, 4)
  fields.writeUInt32LE(content.length, 8)
  fields.writeUInt16LE(name.length, 12)
  return Buffer.concat([format, fields])
}

const toMark = (mark: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(mark)
  return bytes
}

const writeLocal = (entry: Entry): Buffer =>
  Buffer.concat([toMark(localMark), writeFields(entry), Buffer.from(entry.name, 'latin1')])

function writeDirectory(entries: readonly Entry[], start: number): Buffer {
  const lines = entries.map((entry) => {
    const place = Buffer.alloc(14)
    place.writeUInt32LE(entry.at, 10)
    return Buffer.concat([
      toMark(0x02014b50),
      Buffer.from([20, 0]),
      writeFields(entry),
      place,
      Buffer.from(entry.name, 'latin1'),
    ])
  })
  const directory = Buffer.concat(lines)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([directory, end])
}
