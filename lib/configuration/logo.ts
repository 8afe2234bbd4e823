import { createHash } from 'node:crypto'
import { loadSharp } from '@/lib/parsing/pictures'
import { no, ok, type Result } from '@/lib/shared/result'

/** More than this is no logo. */
export const LOGO_BYTES = 2_000_000
const WIDTH = 480
const HEIGHT = 160

export type Logo = { readonly hash: string; readonly bytes: Buffer }

/** The file drawn anew as a small PNG: nothing that was in it beside its pixels is left. */
export const drawLogo = async (files: readonly Buffer[]): Promise<Result<Logo>> => {
  const [file] = files
  if (file === undefined || files.length > 1) return no('invalid', { files: 'required' })
  const isPng = file.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))
  const isJpeg = file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
  if (!isPng && !isJpeg) return no('invalid', { files: 'fileKind' })
  const sharp = await loadSharp()
  try {
    const bytes = await sharp(file, { limitInputPixels: 40_000_000, failOn: 'error' })
      .rotate()
      .resize({ width: WIDTH, height: HEIGHT, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer()
    return ok({ hash: createHash('sha256').update(bytes).digest('hex'), bytes })
  } catch {
    return no('invalid', { files: 'fileBroken' })
  }
}
