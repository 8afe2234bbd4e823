import * as z from 'zod'
import { exampleText } from '@/lib/exchange/example'
import { EXAMPLES } from '@/lib/exchange/file.rules'
import { readKnown } from '@/lib/exchange/known.data'
import { toFile, toText } from '@/lib/exchange/write-file'
import { defineDownload } from '@/lib/server/define-download'

/** What the organisation has set, as a file, or one of the examples. */
export const GET = defineDownload({
  permission: 'config:keep',
  query: z.strictObject({ example: z.enum(EXAMPLES.codes).optional() }),
  // Settings, lists, places and fields; no one is behind them.
  audit: null,
  run: async (work, { example }) => ({
    body: example === undefined ? toText(toFile(await readKnown(work))) : exampleText(example),
    type: 'application/json; charset=utf-8',
    fileName: `accompany-${example ?? 'configuration'}.json`,
  }),
})
