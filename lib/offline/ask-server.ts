import type { z } from 'zod/mini'
import { no, ok, type Result } from '@/lib/shared/result'

const PATIENCE = 20_000

/** Asks the server for something as the one who is signed in; with `sent`, by POST. Lost: no answer, or none that this page reads. */
export const askServer = async <S extends z.ZodMiniType>(
  address: string,
  schema: S,
  sent?: unknown,
): Promise<Result<z.output<S>, 'lost' | 'signedOut' | 'forbidden' | 'refused'>> => {
  try {
    const answer = await fetch(address, {
      method: sent === undefined ? 'GET' : 'POST',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      ...(sent === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
    })
    if (answer.status === 401) return no('signedOut')
    if (answer.status === 403) return no('forbidden')
    if (answer.status >= 500) return no('lost')
    if (!answer.ok) return no('refused')
    const read = schema.safeParse(await answer.json())
    return read.success ? ok(read.data) : no('lost')
  } catch {
    return no('lost')
  }
}
