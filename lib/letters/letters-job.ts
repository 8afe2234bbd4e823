import * as z from 'zod'
import type { Job } from '@/lib/parsing/job'
import { checkTemplate } from './check-template'
import { makeLetter } from './make-letter'

/** Checks one template; answers its tags with its cleaned bytes as a part, or why it is refused. */
export const checkTemplateJob: Job = async (files) => {
  const said = await checkTemplate(files[0] ?? Buffer.alloc(0))
  return 'fault' in said ? { answer: said, parts: [] } : { answer: { uses: said.uses }, parts: [said.bytes] }
}

const texts = z.record(z.string(), z.string())
const filling = z.object({ singles: texts, loops: z.record(z.string(), z.array(texts)) })

/** Fills one template in. */
export const makeLetterJob: Job = async (files, options) => ({
  answer: {},
  parts: [await makeLetter(files[0] ?? Buffer.alloc(0), filling.parse(options))],
})
