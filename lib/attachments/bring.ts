import 'server-only'
import { no, ok, type Result } from '@/lib/shared/result'
import { isImage, LIMITS, type Scan } from './attachment.rules'
import type { Bring } from './attachment.schema'
import { type Cleaned, cleanFile } from './clean'
import { photosToPdf } from './photos'
import { scan } from './scanner'

export type Ready = Cleaned & { readonly scan: Scan }

const refuse = (code: string): Result<never> => no('invalid', { files: code })

/** Files as they may be kept: cleaned, joined when that was asked, scanned. All of them or none. */
export const prepareFiles = async (
  files: readonly Buffer[],
  { pages }: Pick<Bring, 'pages'>,
): Promise<Result<Ready[]>> => {
  if (files.length === 0) return refuse('required')
  if (files.length > LIMITS.files) return refuse('fileTooMany')
  const cleaned: Cleaned[] = []
  for (const file of files) {
    const one = await cleanFile(file)
    if (!one.ok) return refuse(one.code)
    cleaned.push(one.value)
  }
  if (pages === 'one' && !cleaned.every(({ type }) => isImage(type))) return refuse('fileNotPhoto')
  const papers = pages === 'one' ? [await photosToPdf(cleaned)] : cleaned
  const ready: Ready[] = []
  for (const paper of papers) {
    if (paper.bytes.length > LIMITS.bytes) return refuse('fileTooLarge')
    const verdict = await scan(paper.bytes)
    if (verdict === 'infected') return refuse('fileInfected')
    ready.push({ ...paper, scan: verdict })
  }
  return ok(ready)
}
