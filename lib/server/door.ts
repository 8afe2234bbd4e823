import type * as z from 'zod'
import type { Permission } from '@/lib/access/grants'

/** What a door asks for: a permission, or a reason why nobody needs to be signed in. */
export type DoorPlate =
  | { readonly kind: 'page' | 'download' | 'exchange' | 'upload'; readonly permission: Permission }
  | {
      readonly kind: 'action'
      readonly name: string
      readonly permission: Permission
      /** What may be typed at it. */
      readonly schema: z.core.$ZodType
    }
  | { readonly kind: 'openPage' | 'openAction' | 'openDownload'; readonly reason: string }

const plates = new WeakMap<object, DoorPlate>()

/** Hangs the plate on a door. Only the door makers of this folder do it, so a function without plate is no door. */
export const hang = <F extends object>(door: F, plate: DoorPlate): F => {
  plates.set(door, plate)
  return door
}

/** The plate of a door, or null for anything that no door maker made. The walk over all doors reads it. */
export const findPlate = (door: object): DoorPlate | null => plates.get(door) ?? null
