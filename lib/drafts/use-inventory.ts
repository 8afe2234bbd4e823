'use client'
import { useCallback, useEffect, useState } from 'react'
import { browserPorts } from './browser-ports'
import { type Inventory, NOTHING_KEPT, takeInventory } from './inventory'
import { hearBell } from './outbox-bell'

export type Looked = { readonly inventory: Inventory; readonly state: 'looking' | 'seen' | 'refused' }

/** What is kept for the signed-in user, and again whenever a window of this browser changes it. */
export const useInventory = (where: 'device' | 'everywhere') => {
  const [looked, setLooked] = useState<Looked>({ inventory: NOTHING_KEPT, state: 'looking' })
  const look = useCallback(async (): Promise<void> => {
    try {
      // Nothing lies here at all: no one’s key is needed to know it.
      const isEmpty = where === 'device' && (await browserPorts.store.list()).length === 0
      const keys = isEmpty ? null : await browserPorts.keys()
      const inventory = keys === null ? NOTHING_KEPT : await takeInventory(keys, browserPorts, where)
      setLooked({ inventory, state: keys === null && !isEmpty ? 'refused' : 'seen' })
    } catch {
      setLooked({ inventory: NOTHING_KEPT, state: 'refused' })
    }
  }, [where])
  useEffect(() => {
    void look()
    return hearBell(({ kind }) => {
      if (kind !== 'hurry') void look()
    })
  }, [look])
  return { ...looked, look }
}
