import { useEffect, useRef, useSyncExternalStore } from 'react'
import { isOneOf } from '@/lib/shared/shape'

// Where one is in the pages without a network. It stands behind the sign # of the address: back and forward lead there without a server,
// and no server hears of it. It holds numbers of plans and drafts and nothing of a person.

export type View =
  | { readonly at: 'home' | 'items' }
  | { readonly at: 'prepare' }
  | { readonly at: 'write' | 'note' | 'task' | 'activity' | 'take'; readonly id: string }

const hasId = isOneOf('write', 'note', 'task', 'activity', 'take')
const hasNone = isOneOf('home', 'items', 'prepare')

/** Null for the name of a field or a heading, which leads within the page. */
const read = (hash: string): View | null => {
  if (hash.length < 2) return { at: 'home' }
  const [, name = '', id = ''] = /^#(\w+)(?:\/([\w-]+))?$/.exec(hash) ?? []
  if (hasId(name) && id !== '') return { at: name, id }
  return hasNone(name) ? { at: name } : null
}

export const addressOf = (view: View): string => ('id' in view ? `#${view.at}/${view.id}` : `#${view.at}`)

export const goTo = (view: View): void => {
  location.hash = addressOf(view)
}

const listen = (tell: () => void): (() => void) => {
  addEventListener('hashchange', tell)
  return () => removeEventListener('hashchange', tell)
}

export const useView = (): View => {
  const now = read(useSyncExternalStore(listen, () => location.hash))
  const last = useRef<View>({ at: 'home' })
  useEffect(() => {
    if (now !== null) last.current = now
  })
  return now ?? last.current
}
