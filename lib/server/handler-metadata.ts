import type * as z from 'zod'
import type { Permission } from '@/lib/access/grants'

/** Whether a handler asks the person to prove once more who they are: whatever is asked of it, for some of what is typed, or never. */
export type StepUp = 'always' | 'sometimes' | 'never'
export const stepUpOf = (declared: true | object | undefined): StepUp => {
  if (declared === undefined) return 'never'
  return declared === true ? 'always' : 'sometimes'
}

/** What a handler asks for: a permission, or a reason why no one needs to be signed in. */
export type HandlerMetadata =
  | { readonly kind: 'page' | 'exchange'; readonly permission: Permission }
  | { readonly kind: 'download' | 'upload'; readonly permission: Permission; readonly stepUp: StepUp }
  | {
      readonly kind: 'action'
      readonly name: string
      readonly permission: Permission
      readonly stepUp: StepUp
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
