import 'server-only'
import { headers } from 'next/headers'
import { toClientAddress, toNetwork } from './caller.rules'

/** The network a request comes from, for counting tries. */
export const callerNetwork = async (): Promise<string> =>
  toNetwork(toClientAddress((await headers()).get('x-forwarded-for') ?? ''))
