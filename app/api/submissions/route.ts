import { defineDelivery } from '@/lib/server/define-delivery'
import { maySubmit, takeSubmission } from '@/lib/submissions/custody.data'
import { placeBy } from '@/lib/submissions/place.data'
import { MOST_BYTES, submissionSchema } from '@/lib/submissions/wire.schema'

const STATUS = { taken: 202, unknown: 400, conflict: 409, full: 429 } as const

/** Takes a sealed text into custody; 202 says that it is committed. It is placed afterwards. */
export const POST = defineDelivery({
  reason:
    'what a phone sends may come from any network at any time; the token inside the seal proves its author',
  body: submissionSchema,
  limit: MOST_BYTES,
  mayCome: maySubmit,
  run: async (work, sent) => {
    const custody = await takeSubmission(work, sent)
    return {
      status: STATUS[custody.said],
      body: custody.said === 'taken' ? { id: sent.id, hash: custody.hash } : null,
      ...(custody.said === 'taken' ? { token: custody.token } : {}),
    }
  },
  after: ({ token }) => {
    if (token !== undefined) void placeBy(token)
  },
})
