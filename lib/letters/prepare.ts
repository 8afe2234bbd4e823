import 'server-only'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { parseApart } from '@/lib/parsing/parse-apart'
import { no, ok, type Result } from '@/lib/shared/result'
import { FAULTS, type Fault, fault } from './fault.rules'
import type { Filling } from './make-letter'
import { TEMPLATE_LIMITS, type Use } from './template.rules'

export type Ready =
  | { readonly faults: readonly Fault[] }
  | {
      readonly faults: readonly []
      readonly uses: readonly Use[]
      readonly hash: string
      readonly bytes: Buffer
    }

const answer = z.union([
  z.object({ fault: z.object({ code: z.enum(FAULTS.codes), of: z.string(), near: z.string() }) }),
  z.object({ uses: z.array(z.object({ tag: z.string(), loop: z.string().nullable() })) }),
])

/** A template as it may be kept, or why not: looked at in a process of its own. */
export const prepareTemplate = async (file: Buffer): Promise<Ready> => {
  if (file.length > TEMPLATE_LIMITS.bytes) return { faults: [fault('tooLarge')] }
  const checked = await parseApart('template', {}, [file], answer)
  if (!checked.ok) return { faults: [fault(checked.code === 'fileBroken' ? 'broken' : 'bomb')] }
  const { answer: said, parts } = checked.value
  if ('fault' in said) return { faults: [said.fault] }
  const [bytes = Buffer.alloc(0)] = parts
  return { faults: [], uses: said.uses, bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}

export const prepareOne = async (files: readonly Buffer[]): Promise<Result<Ready>> => {
  const [file] = files
  if (file === undefined || files.length > 1) return no('invalid', { files: 'required' })
  return ok(await prepareTemplate(file))
}

/** A letter of a template and what fills it, made in a process of its own. */
export const fillIn = async (template: Uint8Array, filling: Filling): Promise<Result<Buffer>> => {
  const made = await parseApart('letter', filling, [template], z.object({}))
  const bytes = made.ok ? made.value.parts[0] : undefined
  return bytes === undefined ? no('letterNotMade') : ok(bytes)
}
