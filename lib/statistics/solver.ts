import path from 'node:path'
import type { Worker } from 'node:worker_threads'

/** Rows of a linear program in compressed form. All columns begin at zero. */
export type Problem = {
  columns: number
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
  lower: Float64Array
  upper: Float64Array
  columnUpper: Float64Array
}

/** Bounds of one column, for one question only. */
export type Pin = { column: number; lower: number; upper: number }
/**
 * cost: one number a column. Null when no point was found in time, or none with these pins or in whole numbers. Throws `NoPopulation` when
 * the problem itself has none at all: that it was looked for in vain says nothing of the kind.
 */
export type Minimise = (
  cost: Float64Array,
  integral: boolean,
  pins?: readonly Pin[],
) => Promise<Float64Array | null>

/** Proven, and not only not found: what a problem asks for contradicts itself. */
export class NoPopulation extends Error {
  constructor() {
    super('no population agrees with everything that was published')
  }
}

/**
 * What may still be asked of the solver, in steps of its simplex weighed by the size of the program. Work and not seconds: the same
 * question gets the same answer on every machine and on every day.
 */
export type Budget = { left: number }
/** Of one release: four times what the usual one needs at most, and some seconds of a machine. */
export const releaseWork = 2_500_000_000
export const toBudget = (work: number): Budget => ({ left: work })

/** Of one question: what takes more is treated as not found, which is the careful side. */
const workEach = 600_000_000
/**
 * A step costs about the numbers of the program it looks at, and setting up as much as some steps. Of an integer program only the steps of
 * its linear ones are counted: what happens between them was measured at some twenty times as much.
 */
const setUp = 20
const ofIntegers = 20
const stepOf = ({ columns, indices, lower }: Problem): number => columns + lower.length + indices.length

type Found = { values: Float64Array | null; steps: number; isImpossible: boolean }
type Answer = Found | { error: string }

/** A thread that waits for the next question: loading the solver takes longer than most questions. It keeps no process alive. */
let idle: Worker | null = null

/**
 * By its place and not by import: a bundler that sees a Worker being made packs the thread's file and loses the solver's own
 * beside it, so it must not see one.
 */
function start(): Worker {
  const threads = process.getBuiltinModule('node:worker_threads')
  return new threads.Worker(path.join(process.cwd(), 'lib', 'statistics', 'solver-worker.mjs'))
}

function ask(worker: Worker, message: object): Promise<Found> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('the solver ended'))
    worker.once('error', reject)
    worker.once('exit', onExit)
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject)
      worker.off('exit', onExit)
      if ('error' in answer) reject(new Error(answer.error))
      else resolve(answer)
    })
    worker.postMessage(message)
  })
}

/**
 * Opens a model in a thread of its own; a thread in which anything went wrong is ended. Once the budget is used up nothing is found
 * any more.
 */
export async function withSolver<T>(
  problem: Problem,
  run: (minimise: Minimise) => Promise<T>,
  budget: Budget = toBudget(Number.POSITIVE_INFINITY),
): Promise<T> {
  const step = stepOf(problem)
  const worker = idle ?? start()
  idle = null
  worker.ref()
  try {
    await ask(worker, { problem })
    let isAgreed = false
    const result = await run(async (cost, integral, pins = []) => {
      if (budget.left <= 0) return null
      const weight = integral ? ofIntegers * step : step
      const most = Math.ceil(Math.min(workEach, budget.left) / weight)
      const { values, steps, isImpossible } = await ask(worker, { cost, integral, pins, most })
      budget.left -= (setUp + steps) * weight
      isAgreed ||= values !== null
      // After a point was found, that there is none is a slip of the solver's numbers.
      if (isImpossible && !isAgreed && !integral && pins.length === 0) throw new NoPopulation()
      return values
    })
    if (idle === null) {
      worker.unref()
      idle = worker
    } else await worker.terminate()
    return result
  } catch (error) {
    await worker.terminate()
    throw error
  }
}
