import { newCode as codeFrom, newId as idFrom } from '../../lib/shared/ids'
import { draws } from './invented'

/** Everything of the demo organisation is drawn from it, ids and codes too: one day and one seed make one organisation. */
export const SEED = Number(process.env.DEMO_SEED ?? 20_260_705)

const draw = draws(SEED + 1)
// In the order in which they are made, a minute ago: none lies in the future.
let time = Date.now() - 60_000

export const newId = (): string => {
  time += 1
  return idFrom(time, Buffer.from(Array.from({ length: 16 }, () => draw.between(0, 255))))
}

export const newCode = (): string => codeFrom((end) => draw.between(0, end - 1))
