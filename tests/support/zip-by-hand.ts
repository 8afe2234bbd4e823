/** A part of a zip: its packed bytes, and the size that the list of contents states, true or not. */
export type ZipPart = { readonly name: string; readonly packed: Buffer; readonly size: number }

const DEFLATED = 8

const header = (mark: number, length: number, { packed, size, name }: ZipPart, at: number): Buffer => {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(mark)
  bytes.writeUInt16LE(DEFLATED, at)
  bytes.writeUInt32LE(packed.length, at + 10)
  bytes.writeUInt32LE(size, at + 14)
  bytes.writeUInt16LE(Buffer.byteLength(name), at + 18)
  return bytes
}

/**
 * A zip written byte by byte (APPNOTE.TXT §§ 4.3.7, 4.3.12, 4.3.16), so that it can say what is not true. `times`: how often the last
 * part is named in the list of contents, each time under another name.
 */
export const packZip = (parts: readonly ZipPart[], times = 1): Buffer => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let [at, entries] = [0, 0]
  for (const [index, one] of parts.entries()) {
    const local = Buffer.concat([header(0x04034b50, 30, one, 8), Buffer.from(one.name), one.packed])
    locals.push(local)
    for (let i = 0; i < (index === parts.length - 1 ? times : 1); i++) {
      const name = i === 0 ? one.name : `${one.name}${i}`
      const central = header(0x02014b50, 46, { ...one, name }, 10)
      central.writeUInt32LE(at, 42)
      centrals.push(central, Buffer.from(name))
      entries += 1
    }
    at += local.length
  }
  const list = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, list, end])
}
