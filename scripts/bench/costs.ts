// What something takes: of time, and of a processor. Other programs make the first longer and leave the second nearly as it is.
import { readdirSync, readFileSync } from 'node:fs'
import { median } from './measure'

/** Milliseconds; null of what was given up. */
export type Costs = { readonly took: number | null; readonly cpu: number | null }

/** What took longer than a statement or a transaction may is told as given up. */
export const orGivenUp = async (measure: () => Promise<Costs>): Promise<Costs> => {
  try {
    return await measure()
  } catch (error) {
    if (!/timeout|timed out|expired transaction|answered 500/.test(String(error))) throw error
    return { took: null, cpu: null }
  }
}

/** Milliseconds of a tick, as every Linux counts them for programs. */
const TICK = 10

/** Processor time of a process so far, with that of its children that ended; null where the system does not say it. */
const cpuOf = (pid: number): { own: number; ended: number; parent: number } | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const ticks = (at: number): number => Number(fields[at]) * TICK
    return { own: ticks(11) + ticks(12), ended: ticks(13) + ticks(14), parent: Number(fields[1]) }
  } catch {
    // It has ended since the folder was read, or this is no Linux.
    return null
  }
}

/** Of these processes, and of a database server with all that works for it. */
const cpuOfAll = (processes: readonly number[], server: number): number | null => {
  const [first] = processes.map(cpuOf)
  if (first === null) return null
  const workers = readdirSync('/proc').flatMap((name) => {
    const found = /^\d+$/.test(name) ? cpuOf(Number(name)) : null
    return found?.parent === server ? [found.own] : []
  })
  const whole = cpuOf(server)
  return [
    ...processes.map((pid) => cpuOf(pid)?.own ?? 0),
    ...workers,
    ...(whole === null ? [] : [whole.own, whole.ended]),
  ].reduce((sum, one) => sum + one, 0)
}

/** Medians of some rounds, the first of which only warms up and is not told. */
export const measureCosts = async (
  run: () => Promise<unknown>,
  {
    processes,
    server,
    rounds,
  }: { readonly processes: readonly number[]; readonly server: number; readonly rounds: number },
): Promise<{ readonly took: number; readonly cpu: number | null }> => {
  const took: number[] = []
  const cpu: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const before = cpuOfAll(processes, server)
    const since = performance.now()
    await run()
    const time = performance.now() - since
    const after = cpuOfAll(processes, server)
    if (round === 0) continue
    took.push(time)
    if (before !== null && after !== null) cpu.push(after - before)
  }
  return { took: median(took), cpu: cpu.length === 0 ? null : median(cpu) }
}
