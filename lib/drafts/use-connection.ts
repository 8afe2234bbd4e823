'use client'
import { useSyncExternalStore } from 'react'
import { type Connection, connection } from './connection'

const listen = (changed: () => void): (() => void) => {
  const look = (): void => void connection.look()
  const silence = connection.listen(changed)
  addEventListener('online', look)
  addEventListener('offline', look)
  return () => {
    silence()
    removeEventListener('online', look)
    removeEventListener('offline', look)
  }
}

export const useConnection = (): Connection => useSyncExternalStore(listen, connection.now, () => 'well')
