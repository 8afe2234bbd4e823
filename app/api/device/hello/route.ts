import { defineDelivery } from '@/lib/server/define-delivery'
import { maySubmit } from '@/lib/submissions/custody.data'
import { greetDevice } from '@/lib/submissions/hello.data'
import { helloSchema } from '@/lib/submissions/wire.schema'

const LIMIT = 20_000

/** What a device has to know: whether it forgets what it took along, to which key it seals, what became of what it sent. */
export const POST = defineDelivery({
  reason:
    'a phone that is locked has no session; it learns orders about itself and states of texts whose hash it knows, and nothing else',
  body: helloSchema,
  limit: LIMIT,
  mayCome: maySubmit,
  run: async (work, hello) => ({ status: 200, body: await greetDevice(work, hello) }),
})
