import type * as z from 'zod'
import type { Permission } from '@/lib/access/grants'

/** What a handler asks for: a permission, or a reason why no one needs to be signed in. */
export type HandlerMetadata =
  | { readonly kind: 'page' | 'download' | 'exchange' | 'upload'; readonly permission: Permission }
  | {
      readonly kind: 'action'
      readonly name: string
      readonly permission: Permission
      /** What may be typed at it. */
      readonly schema: z.core.$ZodType
    }
  | { readonly kind: 'openPage' | 'openAction' | 'openDownload'; readonly reason: string }

const metadataOfHandlers = new WeakMap<object, HandlerMetadata>()

/** Puts the metadata on a handler. Only the handler makers of this folder do it, so a function without metadata is no handler. */
export const withMetadata = <F extends object>(handler: F, metadata: HandlerMetadata): F => {
  metadataOfHandlers.set(handler, metadata)
  return handler
}

/** The metadata of a handler, or null for anything that no handler maker made. The walk over all handlers reads it. */
export const findMetadata = (handler: object): HandlerMetadata | null =>
  metadataOfHandlers.get(handler) ?? null
