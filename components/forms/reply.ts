import type { Result } from '@/lib/shared/result'

/** What an action answers (lib/server/answer.ts), seen from the browser. */
export type Reply<V> = Result<V> & { readonly reference?: string }
/** `as`: whose page sends; somebody else who signed in meanwhile is asked to sign in as her. */
export type FormAction<V> = (sent: { requestId: string; input: unknown; as?: string }) => Promise<Reply<V>>
export type Refusal = Omit<Extract<Reply<never>, { ok: false }>, 'ok'>

/** Why nothing was saved, as the form shows it. `lost`: no answer came back, so nobody knows. */
export type Trouble =
  | { readonly kind: 'lost' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'conflict'; readonly theirs: Readonly<Record<string, unknown>> }
  | { readonly kind: 'reused' }
  | { readonly kind: 'refused'; readonly code: string; readonly reference?: string }

/** The trouble of a refusal that is not about single fields. */
export const toTrouble = (no: Refusal): Trouble => {
  if (no.code === 'signedOut') return { kind: 'signedOut' }
  if (no.code === 'requestIdReused') return { kind: 'reused' }
  if (no.code === 'changedMeanwhile') return { kind: 'conflict', theirs: no.theirs ?? {} }
  return no.reference === undefined
    ? { kind: 'refused', code: no.code }
    : { kind: 'refused', code: no.code, reference: no.reference }
}
