'use client'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** Whether what one writes can leave the device now. */
export const SyncState = () => {
  const t = useTranslations('layout')
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  return <span role="status">{isOnline ? t('online') : t('offline')}</span>
}
