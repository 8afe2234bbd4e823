/**
 * Differential privacy by exact noise (Canonne, Kamath and Steinke 2020): a discrete Gaussian drawn with whole numbers
 * only. Floating point would leak what it rounds. Where the chance comes from is the caller's affair.
 */

/** A number between 0 and bound - 1, each as likely as any other. */
export type Draw = (bound: bigint) => bigint
type Fraction = { over: bigint; under: bigint }

const bernoulli = (draw: Draw, { over, under }: Fraction): boolean => draw(under) < over

/** True with probability exp(-x). */
export function drawExponential(draw: Draw, x: Fraction): boolean {
  let { over } = x
  while (over > x.under) {
    if (!drawSmall(draw, { over: 1n, under: 1n })) return false
    over -= x.under
  }
  return drawSmall(draw, { over, under: x.under })
}

/** For 0 <= x <= 1: how often coins of x/1, x/2, x/3 … all fall right is even once in exp(-x). */
function drawSmall(draw: Draw, { over, under }: Fraction): boolean {
  let k = 1n
  while (bernoulli(draw, { over, under: under * k })) k += 1n
  return k % 2n === 1n
}

/** Discrete Laplace with whole scale t: probability in proportion to exp(-|x| / t). */
export function drawLaplace(draw: Draw, t: bigint): bigint {
  for (;;) {
    const u = draw(t)
    if (!drawExponential(draw, { over: u, under: t })) continue
    let v = 0n
    while (drawExponential(draw, { over: 1n, under: 1n })) v += 1n
    const size = u + t * v
    const isNegative = draw(2n) === 1n
    if (isNegative && size === 0n) continue
    return isNegative ? -size : size
  }
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value)

function rootOf(value: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(value))))
  while (root * root > value) root -= 1n
  while ((root + 1n) * (root + 1n) <= value) root += 1n
  return root
}

/** Discrete Gaussian with variance parameter over/under: probability in proportion to exp(-x² / (2 · variance)). */
export function drawGaussian(draw: Draw, variance: Fraction): bigint {
  const { over, under } = variance
  const t = rootOf(over / under) + 1n
  for (;;) {
    const y = drawLaplace(draw, t)
    // (|y| - variance / t)² / (2 · variance), with one denominator.
    const distance = abs(y) * t * under - over
    if (drawExponential(draw, { over: distance * distance, under: 2n * over * under * t * t })) return y
  }
}

/** The zCDP budget that gives (epsilon, delta). */
export function toRho(epsilon: number, delta: number): number {
  const l = Math.log(1 / delta)
  return (Math.sqrt(epsilon + l) - Math.sqrt(l)) ** 2
}

/** Standard deviation of each of so many tables under one budget, when a person adds one to one cell of each. */
export const deviationOf = (rho: number, tables: number): number => Math.sqrt(tables / (2 * rho))

export type Spent = { releaseId: string; rho: number }

/** Spent before anything is computed; null when the cap would be passed. The same release is paid once. */
export function spend(ledger: readonly Spent[], next: Spent, cap: number): readonly Spent[] | null {
  if (ledger.some((one) => one.releaseId === next.releaseId)) return ledger
  const sum = ledger.reduce((all, one) => all + one.rho, next.rho)
  return next.rho > 0 && sum <= cap ? [...ledger, next] : null
}
