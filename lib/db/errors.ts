import * as z from 'zod'

/** Out of reach and not there are the same answer: the existence of a file is itself a secret. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** No live session stands behind the token. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
}

/** The actor's role lacks the permission altogether. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

const refusal = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ originalCode: z.literal('42501') }) }),
  }),
})

/** A policy refused the row (42501, insufficient privilege): what it hangs on is out of the actor's reach. */
export const isOutOfReach = (error: unknown): boolean => refusal.safeParse(error).success
