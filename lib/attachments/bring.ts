import 'server-only'
import * as z from 'zod'
import { parseApart } from '@/lib/parsing/parse-apart'
import { no, ok, type Result } from '@/lib/shared/result'
import { type FileType, isFileType, LIMITS, type Scan } from './attachment.rules'
import type { Bring } from './attachment.schema'
import { scan } from './scanner'

export type Ready = { readonly type: FileType; readonly bytes: Buffer; readonly scan: Scan }

const answer = z.union([
  z.object({ refused: z.string() }),
  z.object({ types: z.array(z.custom<FileType>((type) => typeof type === 'string' && isFileType(type))) }),
])

const refuse = (code: string): Result<never> => no('invalid', { files: code })

/** Files as they may be kept: cleaned and joined in a process of their own, then scanned. All of them or none. */
export const prepareFiles = async (
  files: readonly Buffer[],
  { pages }: Pick<Bring, 'pages'>,
): Promise<Result<Ready[]>> => {
  if (files.length === 0) return refuse('required')
  if (files.length > LIMITS.files) return refuse('fileTooMany')
  const cleaned = await parseApart('papers', { pages }, files, answer)
  if (!cleaned.ok) return refuse(cleaned.code)
  const { answer: said, parts } = cleaned.value
  if ('refused' in said) return refuse(said.refused)
  if (parts.some((bytes) => bytes.length > LIMITS.bytes)) return refuse('fileTooLarge')
  // All at once: a scanner that does not answer keeps no one waiting for each of them.
  const verdicts = await Promise.all(parts.map(scan))
  const ready: Ready[] = []
  for (const [i, type] of said.types.entries()) {
    const [bytes, verdict] = [parts[i], verdicts[i]]
    if (bytes === undefined || verdict === undefined) throw new Error('a paper is missing from the answer')
    if (verdict === 'infected') return refuse('fileInfected')
    ready.push({ type, bytes, scan: verdict })
  }
  return ok(ready)
}
