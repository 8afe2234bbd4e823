import { type Bytes, hashOf } from './bytes'
import type { CellsFile } from './ports'
import type { CellPlace } from './records'

/**
 * The one place of a browser that forgets: what a database deletes stays in its log, what is overwritten here is gone. So the key
 * of every readable text hangs on a cell, and forgetting a text is overwriting its cell (docs/adr/0153).
 */
export const CELL = 32
export const CELLS = 128
/** Kept free, so that no text that was begun is refused in the middle. */
const RESERVE = 8

const MARK = [0x41, 0x43, 0x44, 0x31]

export type Head = {
  /** Wrong codes since the last right one. */
  readonly tries: number
  readonly triedAt: number
  /** The latest moment this device has known. */
  readonly highest: number
  /** Server's clock minus this one's when they last spoke. */
  readonly skew: number
}

const toBlock = ({ tries, triedAt, highest, skew }: Head): Bytes => {
  const block = new Uint8Array(CELL)
  block.set(MARK)
  const view = new DataView(block.buffer)
  view.setUint8(4, tries)
  view.setFloat64(8, triedAt)
  view.setFloat64(16, highest)
  view.setFloat64(24, skew)
  return block
}

/** Null: no head of ours, so the file is new or was lost. */
const toHead = (block: Bytes | null): Head | null => {
  if (block === null || MARK.some((byte, at) => block[at] !== byte)) return null
  const view = new DataView(block.buffer, block.byteOffset)
  return {
    tries: view.getUint8(4),
    triedAt: view.getFloat64(8),
    highest: view.getFloat64(16),
    skew: view.getFloat64(24),
  }
}

export type Cells = {
  readonly head: () => Head
  readonly setHead: (change: Partial<Head>) => Promise<void>
  /** Null when it is no longer the cell that was meant. */
  readonly read: (place: CellPlace) => Promise<Bytes | null>
  /** A cell that nothing uses, with new bytes in it; null when there are not enough. */
  readonly take: (used: ReadonlySet<number>) => Promise<CellPlace | null>
  readonly burn: (cells: readonly number[]) => Promise<void>
  /** Burns every cell that is not in use. */
  readonly sweep: (used: ReadonlySet<number>) => Promise<void>
  readonly close: () => Promise<void>
}

export const openCells = async (file: CellsFile, random: (length: number) => Bytes): Promise<Cells> => {
  const known = toHead(await file.read(0))
  let head: Head = known ?? { tries: 0, triedAt: 0, highest: 0, skew: 0 }
  if (known === null) {
    await file.write(1, random(CELLS * CELL))
    await file.write(0, toBlock(head))
  }
  const overwrite = async (cell: number): Promise<Bytes> => {
    const bytes = random(CELL)
    await file.write(cell + 1, bytes)
    const there = await file.read(cell + 1)
    if (there === null || bytes.some((byte, at) => there[at] !== byte))
      throw new DOMException('a cell was not overwritten', 'DataError')
    return bytes
  }
  return {
    head: () => head,
    setHead: async (change) => {
      const next = { ...head, ...change }
      await file.write(0, toBlock(next))
      head = next
    },
    read: async ({ cell, check }) => {
      const bytes = await file.read(cell + 1)
      return bytes !== null && (await hashOf(bytes)) === check ? bytes : null
    },
    take: async (used) => {
      if (used.size >= CELLS - RESERVE) return null
      for (let cell = 0; cell < CELLS; cell += 1)
        if (!used.has(cell)) return { cell, check: await hashOf(await overwrite(cell)) }
      return null
    },
    burn: async (cells) => {
      for (const cell of cells) await overwrite(cell)
    },
    sweep: async (used) => {
      const all = random(CELLS * CELL)
      const there = await file.read(1, CELLS)
      // Those in use are written as they are: one write, whatever their number.
      if (there !== null)
        for (const cell of used) all.set(there.subarray(cell * CELL, (cell + 1) * CELL), cell * CELL)
      await file.write(1, all)
    },
    close: file.close,
  }
}
