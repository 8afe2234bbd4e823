import 'server-only'
import * as z from 'zod'
import { noteDamage } from '@/lib/runtime/log'
import { type DamagedPlace, nameOfPlace } from './damage'
import type { AuthWork } from './work'

const toldOnce = z.array(z.object({ first: z.boolean() })).length(1)

/** Tells the administrators and the audit log, once, of what is damaged of an account that signs in; no one has a session yet. */
export const tellDamageOf = async (work: AuthWork, staffId: string, place: DamagedPlace): Promise<void> => {
  const [answer] = toldOnce.parse(
    await work.tx.$queryRaw`SELECT app.tell_damage_of(${staffId}::uuid, ${nameOfPlace(place)}) AS first`,
  )
  if (answer?.first !== true) return
  await work.audit({ event: 'content.damaged', ...place })
  noteDamage(place)
}
