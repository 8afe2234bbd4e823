'use client'
import { useEffect, useRef, useState } from 'react'
import type { Answer, Envelope } from '@/lib/server/answer'
import { takeToken } from './take-token'

export type LinkState<V> =
  | { readonly is: 'reading' | 'closed' | 'pleaseWait' | 'done' }
  | { readonly is: 'open'; readonly token: string; readonly value: V }

/** What a one-use link opens: its secret is taken out of the address and shown to the server, which says whom it is for. */
export const useLink = <V>(read: (sent: Envelope) => Promise<Answer<V>>) => {
  const [state, setState] = useState<LinkState<V>>({ is: 'reading' })
  const ask = useRef(read)
  useEffect(() => {
    const token = takeToken()
    // React runs effects twice in development; the second run finds no secret and leaves the first one's answer alone.
    if (token === '') return setState((before) => (before.is === 'reading' ? { is: 'closed' } : before))
    const open = async (): Promise<void> => {
      const answer = await ask.current({ requestId: crypto.randomUUID(), input: { token } }).catch(() => null)
      if (answer?.ok) return setState({ is: 'open', token, value: answer.value })
      setState({ is: answer?.code === 'pleaseWait' ? 'pleaseWait' : 'closed' })
    }
    void open()
  }, [])
  return { state, finish: (): void => setState({ is: 'done' }) }
}
