'use client'
import { browserStore } from './browser-store'
import { draftKeys } from './draft-key'
import { pageMemory } from './page-memory'
import type { LiveTabs, Ports } from './ports'
import { remoteDrafts } from './remote-drafts'

const PREFIX = 'draft '

/** A lock for as long as someone writes: the browser lets go of it when the window dies, however it dies. */
const liveTabs: LiveTabs = {
  hold: (tab) =>
    new Promise((resolve) => {
      const held = navigator.locks.request(
        PREFIX + tab,
        () =>
          new Promise<void>((release) =>
            resolve(async () => {
              release()
              await held
            }),
          ),
      )
    }),
  list: async () => {
    const { held = [] } = await navigator.locks.query()
    const names = held.flatMap(({ name = '' }) =>
      name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [],
    )
    return new Set(names)
  },
}

export const browserPorts: Ports = {
  store: browserStore,
  remote: remoteDrafts,
  live: liveTabs,
  memory: pageMemory,
  keys: draftKeys,
  exclusive: async (name, run) => navigator.locks.request(name, async () => run()),
  now: () => Date.now(),
}
