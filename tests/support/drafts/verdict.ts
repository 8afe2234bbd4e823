import { expect } from 'vitest'
import { openDraft } from '@/lib/drafts/draft-box'
import type { DraftKeys } from '@/lib/drafts/draft-cipher'
import { takeInventory } from '@/lib/drafts/inventory'
import { type Device, openPage } from './page'
import type { Account, Server } from './server'

const ACCOUNTS = ['anna', 'bert'] as const
const wordsOf = (text: string): string[] => text.match(/word\d+x/g) ?? []

/**
 * After the end of a history, with network, room and a session: every promised word is with its owner, on the server or in
 * their list; no word is on the server twice; no one has a word of the other; no record lies where its owner cannot see it.
 */
export const expectNothingLost = async ({
  server,
  devices,
  keys,
  promised,
  now,
}: {
  server: Server
  devices: readonly Device[]
  keys: Readonly<Record<Account, DraftKeys>>
  promised: ReadonlyMap<string, Account>
  now: () => number
}): Promise<void> => {
  server.state.mood = 'up'
  const owned: Record<Account, Set<string>> = { anna: new Set(), bert: new Set() }
  for (const device of devices) {
    device.state.isFull = false
    const seenRecords = new Set<string>()
    for (const account of ACCOUNTS) {
      device.session.account = account
      const page = openPage(device, server, { account, keys: keys[account], form: 'last', now })
      const outbox = await page.outbox()
      await outbox.send((_action, { requestId, input }) => page.ask(requestId, input), true)
      const { drafts, waiting, failed, sent } = await takeInventory(keys[account], page.ports, 'everywhere')
      expect(waiting, 'something waits though everything could be sent').toEqual([])
      for (const { values } of sent) expect(values, 'a sent item keeps its text').toBeNull()
      const items = [...waiting, ...failed, ...sent].map(({ id }) => id)
      expect(
        drafts.filter(({ tab }) => items.includes(tab)),
        'told twice',
      ).toEqual([])
      for (const { tab } of drafts) seenRecords.add(tab)
      for (const { id, copy } of [...failed, ...sent]) {
        seenRecords.add(id)
        if (copy !== null) seenRecords.add(copy.tab)
      }
      for (const { values } of [...drafts, ...failed])
        for (const word of wordsOf(JSON.stringify(values))) owned[account].add(word)
      page.die()
    }
    for (const record of device.records.values()) {
      const raw = Buffer.from(record.cipher).toString('latin1') + record.slot + record.tab
      expect(wordsOf(raw), 'text lies readable on the device').toEqual([])
      expect(seenRecords, 'a record that nobody sees').toContain(record.tab)
      const readers = await Promise.all(ACCOUNTS.map((account) => openDraft(keys[account], record)))
      expect(readers.filter((one) => one !== null).length).toBeLessThanOrEqual(1)
    }
  }
  const twice = new Set<string>()
  const onServer = new Set<string>()
  for (const { account, text } of server.saved)
    for (const word of wordsOf(text)) {
      if (onServer.has(word)) twice.add(word)
      onServer.add(word)
      owned[account].add(word)
    }
  expect([...twice], 'saved twice').toEqual([])
  expect(
    [...owned.anna].filter((word) => owned.bert.has(word)),
    'both have it',
  ).toEqual([])
  const lost = [...promised].filter(([word, account]) => !owned[account].has(word))
  expect(lost, 'promised and lost').toEqual([])
}
