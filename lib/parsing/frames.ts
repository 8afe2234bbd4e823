// How the server and the parser process speak: parts of bytes, each after its length in four bytes. The first is JSON.

/** Largest number of bytes of one part. */
const MOST = 2 ** 32 - 1

export const toFrames = (parts: readonly Uint8Array[]): Uint8Array[] =>
  parts.flatMap((part) => {
    if (part.length > MOST) throw new Error('a part is too large for a frame')
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.length)
    return [length, part]
  })

/** Throws when the bytes end within a part. */
export const fromFrames = (bytes: Buffer): Buffer[] => {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const from = at + 4
    at = from + bytes.readUInt32BE(at)
    if (at > bytes.length) throw new Error('a frame is cut off')
    parts.push(bytes.subarray(from, at))
  }
  return parts
}
