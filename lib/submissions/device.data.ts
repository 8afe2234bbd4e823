import 'server-only'
import type * as z from 'zod'
import { checkOwnPassword, forgiveTries } from '@/lib/accounts/own-account.data'
import { hashToken, newToken } from '@/lib/accounts/token'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { getSealingKey } from './sealing-key.data'
import type { Prepared, prepareSchema } from './wire.schema'

/**
 * Prepares a device for the account that is signed in: its store, and the token that will prove what comes from it. An older store of the
 * account on the same device forgets what it took along; what it still has to send arrives as before.
 */
export const prepareDevice = async (
  work: Work,
  { password, name, device }: z.output<typeof prepareSchema>,
): Promise<Prepared | 'passwordWrong' | 'pleaseWait'> => {
  const known = await checkOwnPassword(work, password)
  if (typeof known === 'string') return known
  const [store, token, deviceId] = [newId(), newToken(), device ?? newId()]
  await work.tx.deviceStore.updateMany({
    where: { staffId: work.actor.id, deviceId, forgetOrderedAt: null },
    data: { forgetOrderedAt: work.now },
  })
  await work.tx.deviceStore.createMany({
    data: [{ id: store, deviceId, staffId: work.actor.id, name, tokenHash: hashToken(token) }],
  })
  await work.audit({ event: 'device.prepared', storeId: store })
  await forgiveTries(work)
  return {
    device: deviceId,
    store,
    token,
    key: await getSealingKey(work.tx),
    locale: work.locale,
    as: work.actor.id,
  }
}

/** The devices of the actor, those in use first; with what lies on them now. */
export const listDevices = async (work: Work) => {
  const rows = await work.tx.deviceStore.findMany({
    where: { staffId: work.actor.id },
    orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: {
      id: true,
      name: true,
      preparedAt: true,
      seenAt: true,
      revokedAt: true,
      forgetOrderedAt: true,
      forgotAt: true,
      taken: {
        where: { until: { gt: work.now } },
        select: { takenId: true, placeId: true, until: true },
        orderBy: { takenAt: 'desc' },
      },
    },
  })
  if (rows.length === 0) return []
  const places = await work.tx.place.findMany({
    where: { id: { in: rows.flatMap(({ taken }) => taken.map(({ placeId }) => placeId)) } },
    select: { id: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
  })
  return rows.map(({ taken, ...row }) => ({
    ...row,
    taken: [...new Set(taken.map(({ takenId }) => takenId))].flatMap((id) => {
      const people = taken.filter(({ takenId }) => takenId === id)
      const [first] = people
      const place = places.find((one) => one.id === first?.placeId)
      return first === undefined || place === undefined
        ? []
        : [{ id, place, people: people.length, until: first.until }]
    }),
  }))
}
export type OwnDevice = Awaited<ReturnType<typeof listDevices>>[number]

/** Orders a device to forget what it took along and what is begun on it. @returns false when there is no such device */
export const orderForgetting = async (work: Work, storeId: string): Promise<boolean> => {
  const { count } = await work.tx.deviceStore.updateMany({
    where: { id: storeId, staffId: work.actor.id, forgetOrderedAt: null },
    data: { forgetOrderedAt: work.now },
  })
  return count === 1
}

/** Nothing that this device sends is placed any more: it comes back to its author. It forgets, too. */
export const revokeDevice = async (work: Work, storeId: string): Promise<boolean> => {
  await orderForgetting(work, storeId)
  const { count } = await work.tx.deviceStore.updateMany({
    where: { id: storeId, staffId: work.actor.id, revokedAt: null },
    data: { revokedAt: work.now },
  })
  return count === 1
}
