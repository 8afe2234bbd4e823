'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { openBrowserOutbox } from '@/lib/drafts/browser-outbox'
import type { OutboxItem } from '@/lib/drafts/outbox'
import { hearBell, ringBell } from '@/lib/drafts/outbox-bell'
import type { Draft } from '@/lib/drafts/use-draft'

/** What of this form lies in the outbox, until the server has said yes or no or someone has taken it out. */
export const useQueued = ({
  draft,
  onSent,
}: {
  draft: Draft
  onSent: (values: Record<string, unknown>) => void
}) => {
  const [queued, setQueued] = useState<OutboxItem | null>(null)
  const latest = useRef({ draft, onSent })
  useEffect(() => {
    latest.current = { draft, onSent }
  })

  const takeBack = useCallback(async (id: string): Promise<void> => {
    const place = await (await openBrowserOutbox())?.takeBack(id)
    setQueued(null)
    if (place === null || place === undefined) return
    ringBell({ kind: 'changed' })
    latest.current.draft.takeUp(place.tab)
  }, [])

  useEffect(() => {
    if (queued === null) return
    const { id, values } = queued
    const look = async (): Promise<void> => {
      const items = (await (await openBrowserOutbox())?.list()) ?? []
      // Deleted, or taken back, in another window.
      if (!items.some((item) => item.id === id)) setQueued(null)
    }
    return hearBell((heard) => {
      if (heard.kind === 'changed') void look()
      if (heard.kind !== 'answered' || heard.id !== id) return
      if (heard.state === 'failed') void takeBack(id)
      if (heard.state !== 'sent') return
      setQueued(null)
      latest.current.onSent(values ?? {})
    })
  }, [queued, takeBack])

  return {
    queued,
    queue: (item: OutboxItem): void => {
      setQueued(item)
      ringBell({ kind: 'changed' })
    },
    change: (): void => {
      if (queued !== null) void takeBack(queued.id)
    },
    hurry: (): void => ringBell({ kind: 'hurry' }),
  }
}
