'use client'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Link } from '@/components/ui/link'
import { isOld } from '@/lib/drafts/device.rules'
import { pageMemory } from '@/lib/drafts/page-memory'
import { useConnection } from '@/lib/drafts/use-connection'
import { useInventory } from '@/lib/drafts/use-inventory'

/** What someone should know about their texts, in words; null when all is well. Whether that was looked at yet is said beside it. */
const useConcern = (): { concern: string | null; isSure: boolean } => {
  const t = useTranslations('layout')
  const state = useConnection()
  const homeless = useSyncExternalStore(pageMemory.listen, pageMemory.count, () => 0)
  const { inventory, state: looked } = useInventory('device')
  const { waiting, failed } = inventory
  const say = (): string | null => {
    if (homeless > 0) return t('inWindowOnly', { count: homeless })
    const old = [...waiting, ...failed].filter(({ at }) => isOld(at, Date.now())).length
    if (old > 0) return t('oldTexts', { count: old })
    if (failed.length > 0) return t('refusedTexts', { count: failed.length })
    if (waiting.length > 0) return t('waitingTexts', { count: waiting.length })
    return state === 'well' ? null : t(state)
  }
  return { concern: say(), isSure: looked === 'seen' }
}

/** Whether what one writes can leave the device now, and what has not. */
export const SyncState = () => {
  const t = useTranslations('layout')
  const { concern, isSure } = useConcern()
  return (
    <span role="status">
      <Link href="/drafts" className="block py-1 text-rail-muted">
        {/* What is being written is not sent yet, so the sentence is about what was. */}
        {concern ?? t(isSure ? 'saved' : 'online')}
      </Link>
    </span>
  )
}

/** The same on a phone, where it takes a line only when there is something to say. */
export const SyncLine = () => {
  const { concern } = useConcern()
  return (
    <div role="status" className="lg:hidden">
      {concern === null ? null : (
        <Link href="/drafts" className="block bg-late-soft px-4 py-2.5 text-sm text-late">
          {concern}
        </Link>
      )}
    </div>
  )
}
