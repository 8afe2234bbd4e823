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
/** cost: one number a column. Null when no point was found in time, or none exists. */
export type Minimise = (
  cost: Float64Array,
  integral: boolean,
  pins?: readonly Pin[],
) => Promise<Float64Array | null>

/** Of one question: what takes longer is treated as not found, which is the careful side. */
const secondsEach = 3

type Answer = { values: Float64Array | null } | { error: string }

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

function ask(worker: Worker, message: object): Promise<Float64Array | null> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('the solver ended'))
    worker.once('error', reject)
    worker.once('exit', onExit)
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject)
      worker.off('exit', onExit)
      if ('error' in answer) reject(new Error(answer.error))
      else resolve(answer.values)
    })
    worker.postMessage(message)
  })
}

/**
 * Opens a model in a thread of its own; a thread in which anything went wrong is ended. `until` is the moment, in
 * milliseconds, from which nothing is found any more: somebody waits for the answer.
 */
export async function withSolver<T>(
  problem: Problem,
  run: (minimise: Minimise) => Promise<T>,
  until = Number.POSITIVE_INFINITY,
): Promise<T> {
  const worker = idle ?? start()
  idle = null
  worker.ref()
  try {
    await ask(worker, { problem })
    const result = await run(async (cost, integral, pins = []) =>
      Date.now() > until ? null : ask(worker, { cost, integral, pins, seconds: secondsEach }),
    )
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
