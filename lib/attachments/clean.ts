import { fileTypeFromBuffer } from 'file-type'
import { loadSharp } from '@/lib/parsing/pictures'
import { no, ok, type Result } from '@/lib/shared/result'
import { type FileType, isFileType, isImage, LIMITS } from './attachment.rules'
import { checkOffice, type OfficeRefusal } from './office'

export type Cleaned = { readonly type: FileType; readonly bytes: Buffer }
export type FileRefusal =
  | OfficeRefusal
  | 'fileEmpty'
  | 'fileTooLarge'
  | 'fileKind'
  | 'fileHeic'
  | 'filePixels'

/** Text is what has no sign of anything else, is valid UTF-8 and holds no control characters. */
const isText = (bytes: Buffer): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text)
  } catch {
    return false
  }
}

/** What an iPhone makes unless one asks it not to; its decoder is not free, so nothing here draws it anew. */
const HEIC = /^image\/hei[cf]/

const typeOf = async (bytes: Buffer): Promise<FileType | 'heic' | null> => {
  const found = (await fileTypeFromBuffer(bytes))?.mime
  if (found !== undefined && HEIC.test(found)) return 'heic'
  if (found === undefined) return isText(bytes) ? 'text/plain' : null
  return isFileType(found) ? found : null
}

const BYTES_OF_DEPTH: Readonly<Record<string, number>> = { uchar: 1, ushort: 2 }

/**
 * A picture drawn anew: nothing of where, when and with what it was taken is left, it stands upright, and what hid behind
 * its pixels is gone. What is no whole picture, or would take too much memory, is refused before it is unpacked.
 */
const redraw = async (bytes: Buffer, type: FileType): Promise<Result<Cleaned, FileRefusal>> => {
  const sharp = await loadSharp()
  try {
    const { width, height, channels, depth } = await sharp(bytes, { limitInputPixels: false }).metadata()
    const pixelBytes = channels * (BYTES_OF_DEPTH[depth] ?? Number.POSITIVE_INFINITY)
    if (width * height > LIMITS.pixels || width * height * pixelBytes > LIMITS.pixelBytes)
      return no('filePixels')
    const upright = sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error' }).rotate()
    const drawn =
      type === 'image/png'
        ? upright.png()
        : type === 'image/webp'
          ? upright.webp({ quality: 85 })
          : upright.jpeg({ quality: 85 })
    return ok({ type, bytes: await drawn.toBuffer() })
  } catch {
    return no('fileBroken')
  }
}

/** A file as it may be kept, or why not. Its name is not asked: only its content says what it is. */
export const cleanFile = async (bytes: Buffer): Promise<Result<Cleaned, FileRefusal>> => {
  if (bytes.length === 0) return no('fileEmpty')
  if (bytes.length > LIMITS.bytes) return no('fileTooLarge')
  const type = await typeOf(bytes)
  if (type === null) return no('fileKind')
  if (type === 'heic') return no('fileHeic')
  if (isImage(type)) return redraw(bytes, type)
  if (type === 'application/pdf' || type === 'text/plain') return ok({ type, bytes })
  const refused = await checkOffice(bytes)
  return refused === null ? ok({ type, bytes }) : no(refused)
}
