import { CELL } from '@/lib/device/cells'
import { codeKey, decryptBytes, decryptJson, importCode, openKeys, textKey } from '@/lib/device/keys'
import { type Browser, deriveFast } from './browser'

/**
 * What a thief reads who has a copy of the disk with everything a database ever wrote, the cells as they are now, and every code:
 * each version of each record is tried with the key that its cell holds today.
 */
export const readCopy = async (
  { disk, cells }: Browser,
  codes: readonly string[],
): Promise<readonly unknown[]> => {
  const cellOf = (cell: number) => Uint8Array.from(cells.file.slice((cell + 1) * CELL, (cell + 2) * CELL))
  const found: unknown[] = []
  const puts = disk.log.filter((change) => 'put' in change)
  const devices = puts.flatMap((change) => (change.put === 'device' ? [change.record] : []))
  // Every copy of it says the same salt until the database is lost and another begins.
  const salts = new Map(devices.map((one) => [Buffer.from(one.salt).toString('hex'), one]))
  const stores = puts.flatMap((change) => (change.put === 'store' ? [change.record] : []))
  const kept = puts.flatMap((change) => (change.put === 'kept' ? [change.record] : []))
  for (const code of codes)
    for (const { salt, passes } of salts.values()) {
      const derived = await importCode(deriveFast(code, salt, passes))
      const opened = new Set<string>()
      for (const { id, cell, root } of stores) {
        const bytes = opened.has(id)
          ? null
          : await decryptBytes(await codeKey(derived, cellOf(cell)), id, root)
        if (bytes === null) continue
        opened.add(id)
        const keys = await openKeys(bytes)
        for (const one of kept) {
          if (one.store !== id) continue
          const value = await decryptJson(await textKey(keys, cellOf(one.cell), one.id), one.id, one.text)
          if (value !== null) found.push(value)
        }
      }
    }
  return found
}
