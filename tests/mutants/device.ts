import type { Mutant } from './mutant'

// What the device store promises (docs/adr/0153, 0154), each promise broken once.

const DEVICE = 'lib/device/device.ts'
const WRITING = 'lib/device/writing.ts'
const STORES = 'lib/device/stores.ts'
const SENDER = 'lib/device/sender.ts'
const histories = 'lib/device/histories.test.ts'
const unit = 'lib/device/device.test.ts'

export const DEVICE_MUTANTS: readonly Mutant[] = [
  {
    name: 'a wrong code counted after it was tried',
    red: unit,
    file: DEVICE,
    find: `          await cells.setHead({ tries: tries + 1, triedAt: time, highest: time })
          const store = await stores.open(code)`,
    replace: `          const store = await stores.open(code)
          await cells.setHead({ tries: tries + 1, triedAt: time, highest: time })`,
  },
  {
    name: 'no sweep at the start',
    red: histories,
    file: STORES,
    find: '    await cells.sweep(keeping)\n',
    replace: '',
  },
  {
    name: 'a finished text whose cell stays',
    red: unit,
    file: WRITING,
    find: '        if (there !== null) await held.cells.burn([there.cell])\n        return ok({ id, requestId, at })',
    replace: '        return ok({ id, requestId, at })',
  },
  {
    name: 'a cell given away as it was',
    red: unit,
    file: 'lib/device/cells.ts',
    find: '      for (const cell of cells) await overwrite(cell)',
    replace: '      for (const cell of cells) await file.read(cell + 1)',
  },
  {
    name: 'an item removed because the server refuses it',
    red: histories,
    file: SENDER,
    find: "      await note(id, (one) => ({ ...one, state: 'refused', nextAt: now() + REFUSED_WAIT }))",
    replace: "      await records.write([{ remove: 'item', id }])",
  },
  {
    name: 'arrived without a look at the hash',
    red: unit,
    file: SENDER,
    find: ' && body.id === id && body.hash === item.hash',
    replace: ' && body.id === id',
  },
  {
    name: 'a draft without its sealed copy',
    red: histories,
    file: WRITING,
    find: '    await records.write([...also, ...copy.changes, ...(item === null ? [] : removeItem(item)), kept])',
    replace: '    await records.write([...also, ...(item === null ? [] : removeItem(item)), kept])',
  },
  {
    name: 'changed although it may have left',
    red: histories,
    file: WRITING,
    find: "item.state !== 'waiting' || sender.mayHaveLeft(item)",
    replace: "item.state !== 'waiting'",
  },
  {
    name: 'the stores of others forgotten when one is prepared',
    red: unit,
    file: STORES,
    find: '    await forget([given.store])\n',
    replace: '    await forgetAll()\n',
  },
  {
    name: 'a clock that is set back believed',
    red: unit,
    file: 'lib/device/clock.ts',
    find: 'Math.max(now() + cells.head().skew, floor + elapsed() - mark)',
    replace: 'now() + cells.head().skew',
  },
  {
    name: 'another account’s store emptied with one’s own',
    red: unit,
    file: DEVICE,
    find: 'own === null ? stores?.forgetAll() : stores?.forget([own.id])',
    replace: 'stores?.forgetAll()',
  },
  {
    name: 'orders of the server not carried out',
    red: histories,
    file: DEVICE,
    find: '          await held.stores.forget(ordered)\n',
    replace: '',
  },
  {
    name: 'what the server lost not sent again',
    red: unit,
    file: 'lib/device/hello.ts',
    find: 'if (again.includes(item.hash))',
    replace: 'if (again.length > 99)',
  },
  {
    name: 'a text of three versions before filled into a form of today',
    red: 'lib/device/form-versions.test.ts',
    file: 'lib/device/upgrade.ts',
    find: 'schema < SCHEMAS[form] - KEPT || ',
    replace: '',
  },
]
