import { defineExchange, Turned } from '@/lib/server/define-exchange'
import { prepareDevice } from '@/lib/submissions/device.data'
import { prepareSchema } from '@/lib/submissions/wire.schema'

const SMALL = 2_000

/** Prepares this browser for the account that is signed in; the password is asked again. */
export const POST = defineExchange({
  permission: 'visit:record',
  body: prepareSchema,
  limit: SMALL,
  run: async (work, asked) => {
    const prepared = await prepareDevice(work, asked)
    if (prepared === 'passwordWrong') throw new Turned(403)
    if (prepared === 'pleaseWait') throw new Turned(429)
    return prepared
  },
})
