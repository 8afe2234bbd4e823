import type { Result } from '@/lib/shared/result'

/** What an action answers (lib/server/answer.ts), seen from the browser. */
export type Reply<V> = Result<V> & { readonly reference?: string }
/** `as`: whose page sends; someone else who signed in meanwhile is asked to sign in as them. */
export type FormAction<V> = (sent: { requestId: string; input: unknown; as?: string }) => Promise<Reply<V>>
export type Refusal = Omit<Extract<Reply<never>, { ok: false }>, 'ok'>

/**
 * Why it is not acknowledged, as the form shows it. `lost`: no answer came back; `broken`: something failed on the server,
 * perhaps after the commit. In both no one knows whether it is saved, and the same id sent again settles it.
 */
export type Trouble =
  | { readonly kind: 'lost' }
  | { readonly kind: 'broken'; readonly reference?: string }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'conflict'; readonly theirs: Readonly<Record<string, unknown>> }
  | { readonly kind: 'reused' }
  | { readonly kind: 'refused'; readonly code: string; readonly reference?: string }

/** The trouble of a refusal that is not about single fields. */
export const toTrouble = (no: Refusal): Trouble => {
  if (no.code === 'signedOut') return { kind: 'signedOut' }
  if (no.code === 'requestIdReused') return { kind: 'reused' }
  if (no.code === 'changedMeanwhile') return { kind: 'conflict', theirs: no.theirs ?? {} }
  const reference = no.reference === undefined ? {} : { reference: no.reference }
  return no.code === 'failed'
    ? { kind: 'broken', ...reference }
    : { kind: 'refused', code: no.code, ...reference }
}
